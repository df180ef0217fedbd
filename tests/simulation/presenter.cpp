#include "tests/simulation/presenter.h"

#include <utility>

#include "common/protocol/limits.h"
#include "presenter/journal/beginning.h"

namespace lectern::simulation {
namespace {

constexpr auto show = "the show";
constexpr auto journal_file = "journal";
constexpr session::Role granted = session::Role::controller;

session::Sender sender_of(const ClientId& client) {
  return {client, client, granted};
}

}  // namespace

Presenter::Presenter(World& world, Computer& computer, const std::shared_ptr<const deck::Deck>& deck,
                     Epoch epoch, Duration life, History& history)
    : world_(world),
      computer_(computer),
      history_(history),
      dies_at_(world.now() + life),
      store_(journal_file, computer.disk.name()),
      engine_({deck}, begin(*deck, epoch), [this] { return now(); }) {
  engine_.watch(
      [this](const StatePtr& state) {
        if (!run().first)
          run().first = state;
        else
          run().published.push_back(state);
        for (Place& place : clients_) {
          place.second.state = protocol::encode(protocol::ServerMessage(*state));
          if (!place.second.id.empty()) write_to(place);
        }
        recorder_.note(state);
        record();
      },
      [](Revision) {});
  engine_.watch_recorded([this](const session::Recorded& recorded) {
    run().recorded = recorded.revision;
    for (Place& place : clients_) {
      place.second.recorded = protocol::encode(protocol::ServerMessage(recorded));
      if (!place.second.id.empty()) write_to(place);
    }
  });
}

session::State Presenter::begin(const deck::Deck& deck, Epoch epoch) {
  const auto left = store_.read(show);
  Run& born = history_.runs.emplace_back();
  born.began = world_.now();
  if (left) born.left = left->state;
  auto beginning = journal::begin_show(session::first_state(deck, epoch), {&deck}, left,
                                       computer_.moment(world_.now()), journal::Resume::if_cut_off);
  world_.say([&] {
    return "the presenter starts, epoch " + std::to_string(epoch) + ", revision " +
           std::to_string(beginning.state.revision);
  });
  return std::move(beginning.state);
}

void Presenter::accept(const std::shared_ptr<Connection>& connection) {
  clients_.try_emplace(connection);
  const auto while_here = [this, alive = Alive(alive_), of = std::weak_ptr(connection)](auto act) {
    const auto held = of.lock();
    if (held && !alive.expired()) act(held);
  };
  connection->up.lead_to(
      [this, while_here](const std::string& bytes) {
        while_here([&](const auto& held) { hear(held, bytes); });
      },
      [this, while_here] { while_here([&](const auto& held) { lose(held); }); });
}

void Presenter::lose(const std::shared_ptr<Connection>& connection) {
  connection->up.cut();
  connection->down.cut();
  clients_.erase(connection);
}

void Presenter::hear(const std::shared_ptr<Connection>& connection, const std::string& bytes) {
  const auto place = clients_.find(connection);
  const auto message = protocol::decode_client_message(bytes);
  if (place == clients_.end() || !message) return;
  if (const auto* const hello = std::get_if<protocol::Hello>(&*message)) return take(*place, *hello);
  if (const auto* const probe = std::get_if<protocol::ClockProbe>(&*message)) {
    place->second.clock = protocol::ClockReading{probe->client_sent_ms, now(), {}};
    write_to(*place);
  }
  if (const auto* const request = std::get_if<session::Request>(&*message)) {
    const auto answer = decide(place->second.id, *request);
    place->second.replies.push_back(protocol::encode(protocol::ServerMessage(protocol::to_wire(answer))));
    write_to(*place);
  }
}

/// Who comes back takes the place of their older connection.
void Presenter::take(Place& place, const protocol::Hello& hello) {
  std::erase_if(clients_, [&](const auto& other) {
    const bool is_older = other.second.id == hello.client_id;
    if (is_older) {
      other.first->up.cut();
      other.first->down.end();
    }
    return is_older;
  });
  place.second.id = hello.client_id;
  protocol::Welcome welcome;
  welcome.version = protocol::version;
  welcome.epoch = epoch();
  welcome.role = granted;
  welcome.sent = now();
  place.second.replies.push_back(protocol::encode(protocol::ServerMessage(welcome)));
  place.second.state = protocol::encode(protocol::ServerMessage(session::project(*engine_.state(), granted)));
  place.second.recorded = protocol::encode(protocol::ServerMessage(engine_.recorded()));
  write_to(place);
}

session::Answer Presenter::decide(const ClientId& client, const session::Request& request) {
  const StatePtr before = engine_.state();
  const auto answer = engine_.decide(sender_of(client), request);
  world_.say([&] {
    const auto reason = session::describe(answer);
    return client + "'s command " + std::to_string(request.id) + " of epoch " +
           std::to_string(request.epoch) +
           " is decided: " + (reason.empty() ? "accepted" : std::string(reason)) + ", revision " +
           std::to_string(before->revision) + " → " + std::to_string(engine_.state()->revision);
  });
  run().decided.push_back({client, request, answer, now(), world_.now(), before, engine_.state()});
  return answer;
}

void Presenter::hear_again(const ClientId& client, const session::Request& request) {
  decide(client, request);
}

/// The time, replies, then the newest of everything, as the server has it. Meanwhile newer ones take their
/// place.
void Presenter::write_to(Place& place) {
  auto& [connection, client] = place;
  if (client.is_writing) return;
  std::string next;
  if (auto reading = std::exchange(client.clock, std::nullopt)) {
    reading->sent = now();
    next = protocol::encode(protocol::ServerMessage(*reading));
  } else if (!client.replies.empty()) {
    next = std::move(client.replies.front());
    client.replies.pop_front();
  } else {
    next = std::exchange(client.state, {});
    if (next.empty()) next = std::exchange(client.recorded, {});
  }
  if (next.empty()) return;
  connection->down.send(std::move(next));
  client.is_writing = true;
  world_.after(world_.between(Duration(0), Duration(world_.one_in(20) ? 500 : 2)), alive_,
               [this, of = std::weak_ptr(connection)] {
                 const auto held = of.lock();
                 const auto found = held ? clients_.find(held) : clients_.end();
                 if (found == clients_.end()) return;
                 found->second.is_writing = false;
                 write_to(*found);
               });
}

/// As the journal's thread does it.
void Presenter::record() {
  if (is_recording_) return;
  if (const auto line = recorder_.due(now())) return try_to_write(*line);
  if (const auto next = recorder_.next_due()) world_.after(*next - now(), alive_, [this] { record(); });
}

void Presenter::try_to_write(const journal::Recorder::Line& line) {
  is_recording_ = true;
  const Duration takes = world_.between(Duration(1), computer_.slowest_write);
  if (world_.now() + takes >= dies_at_) computer_.disk.cut_off_after(world_.upto(16));
  const auto outcome =
      store_.write(show, {*line.state, now(), computer_.moment(world_.now()), line.is_closed});
  world_.after(takes, alive_, [this, line, problem = outcome ? std::string() : outcome.error().message] {
    is_recording_ = false;
    const auto news = recorder_.tried(line, problem, now());
    if (news) {
      world_.say([&] {
        return "recorded is revision " + std::to_string(news->revision) +
               (news->problem.empty() ? "" : ", and no more: " + news->problem);
      });
      engine_.recorded(*news);
    }
    record();
  });
}

void Presenter::end() {
  if (const auto line = recorder_.unwritten())
    store_.write(show, {*line->state, now(), computer_.moment(world_.now()), line->is_closed});
}

}  // namespace lectern::simulation
