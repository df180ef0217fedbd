#include "tests/simulation/remote.h"

#include <utility>

namespace lectern::simulation {

Remote::Remote(World& world, ClientId id, Machine machine, std::function<void(Remote&)> connect,
               History& history)
    : world_(world),
      id_(std::move(id)),
      connect_(std::move(connect)),
      history_(history),
      clock_ahead_(world.between(Duration(0), Duration(1'000'000))),
      machine_(std::move(machine)) {}

const client::View& Remote::view() const {
  return std::visit([](const auto& machine) -> const client::View& { return machine.view(); }, machine_);
}

std::optional<Instant> Remote::due() const {
  return std::visit([](const auto& machine) { return machine.due(); }, machine_);
}

void Remote::happen(const client::Event& event) {
  const auto effects = std::visit([&](auto& machine) { return machine.step(event, now()); }, machine_);
  for (const client::Effect& effect : effects)
    std::visit([this](const auto& wanted) { perform(wanted); }, effect);
  if (const auto wake_at = due(); wake_at && *wake_at > now())
    world_.after(*wake_at - now(), [this, wake_at] {
      if (due() && *due() <= *wake_at) happen(client::Woken{});
    });
}

void Remote::opened(std::shared_ptr<Connection> connection) {
  connection_ = std::move(connection);
  epoch_ = 0;
  connection_->down.lead_to([this](const std::string& bytes) { hear(bytes); },
                            [this, of = std::weak_ptr(connection_)] { lose(of.lock()); });
  happen(client::Opened{});
}

void Remote::failed() {
  happen(client::Lost{{"nobody answers", ""}});
}

void Remote::lose(const std::shared_ptr<Connection>& connection) {
  if (!connection_ || connection_ != connection) return;
  world_.say([&] { return id_ + " has lost the connection"; });
  perform(client::Disconnect{});
  happen(client::Lost{{"the connection broke", ""}});
}

void Remote::perform(const client::Disconnect&) {
  const auto over = std::exchange(connection_, nullptr);
  if (!over) return;
  over->up.end();
  over->down.cut();
}

void Remote::perform(const client::Settled& settled) {
  const auto waited = waiting_.extract(settled.ticket);
  if (waited) history_.settled.push_back({id_, waited.mapped(), settled.confirmed});
}

/// What the presenter's clock is taken for is off by so much.
Duration Remote::clock_error() const {
  for (const Run& run : history_.runs)
    if (view().state && run.epoch() == view().state->epoch)
      return clock_ahead_ + view().presenter_ahead + run.began;
  return {};
}

void Remote::press(client::Press what) {
  const client::Ticket ticket = ++last_ticket_;
  if (!view().state || waiting_.size() >= protocol::max_requests_in_flight) return;
  waiting_[ticket] = ++last_id_;
  not_sent_yet_[last_id_] = {id_, {}, world_.now(), clock_error()};
  world_.say([&] { return id_ + " presses, command " + std::to_string(last_id_); });
  happen(client::Pressed{ticket, std::move(what)});
}

void Remote::perform(const client::Send& wanted) {
  if (const auto* const request = std::get_if<session::Request>(&wanted.message)) {
    last_sent_ = *request;
    history_.sent.push_back({id_, *request});
    if (auto first = not_sent_yet_.extract(request->id)) {
      first.mapped().request = *request;
      history_.pressed.push_back(std::move(first.mapped()));
    }
  }
  if (connection_) connection_->up.send(protocol::encode(wanted.message));
}

void Remote::hear(const std::string& bytes) {
  const auto message = protocol::decode_server_message(bytes);
  if (!message) return happen(client::Garbled{});
  if (const auto* const welcome = std::get_if<protocol::Welcome>(&*message)) epoch_ = welcome->epoch;
  if (const auto* const answer = std::get_if<protocol::Answer>(&*message))
    history_.told.push_back({id_, epoch_, *answer});
  if (const auto* const state = std::get_if<session::State>(&*message))
    world_.say([&] { return id_ + " sees revision " + std::to_string(state->revision); });
  happen(client::Received{*message});
}

}  // namespace lectern::simulation
