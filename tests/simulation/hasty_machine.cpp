#include "tests/simulation/hasty_machine.h"

#include <algorithm>

#include "common/protocol/limits.h"

namespace lectern::simulation {
namespace {

constexpr Duration before_another_attempt{500};

}  // namespace

std::vector<client::Effect> HastyMachine::step(const client::Event& event, Instant now) {
  now_ = now;
  std::visit([this](const auto& happened) { take(happened); }, event);
  if (connect_at_ && now_ >= *connect_at_) {
    connect_at_.reset();
    effects_.push_back(client::Connect{});
  }
  return std::exchange(effects_, {});
}

void HastyMachine::take(const client::Opened&) {
  send(protocol::Hello{protocol::version, protocol::version, identity_.id, identity_.name, identity_.role});
}

void HastyMachine::take(const client::Lost&) {
  is_welcome_ = false;
  connect_at_ = now_ + before_another_attempt;
}

void HastyMachine::take(const client::Received& received) {
  std::visit([this](const auto& message) { take(message); }, received.message);
}

/// What was not answered goes once more, as it was; of another epoch's nobody knows.
void HastyMachine::take(const protocol::Welcome& welcome) {
  is_welcome_ = true;
  view_.presenter_ahead = welcome.sent - now_;
  std::erase_if(waiting_, [&](const Waiting& waiting) {
    const bool is_over = waiting.request.epoch != welcome.epoch;
    if (is_over) effects_.push_back(client::Settled{waiting.ticket, {}});
    return is_over;
  });
  for (const Waiting& waiting : waiting_) send(waiting.request);
}

void HastyMachine::take(const client::Pressed& pressed) {
  const bool is_step = std::holds_alternative<session::Direction>(pressed.what);
  const Duration patience = is_step ? client::step_patience : client::command_patience;
  const Instant expires = now_ + view_.presenter_ahead + patience;
  const session::Request request{++last_id_, view_.state->epoch, expires, command_of(pressed.what)};
  waiting_.push_back({pressed.ticket, request});
  if (is_welcome_) send(request);
}

decltype(session::Request::command) HastyMachine::command_of(const client::Press& press) const {
  if (const auto* const command = std::get_if<session::Command>(&press)) return *command;
  const auto direction = std::get<session::Direction>(press);
  const session::State& seen = *view_.state;
  if (!waiting_.empty()) return session::ChainedStep{direction, seen.deck, waiting_.back().request.id};
  return session::Command(session::Step{direction, seen.deck, seen.position});
}

void HastyMachine::take(const protocol::Answer& answer) {
  const auto place =
      std::ranges::find(waiting_, answer.id, [](const Waiting& waiting) { return waiting.request.id; });
  if (place == waiting_.end()) return;
  using client::Outcome;
  const Outcome outcome = answer.accepted ? Outcome::accepted : Outcome::refused;
  effects_.push_back(
      client::Settled{place->ticket, {outcome, answer.accepted.value_or(0), answer.reason, answer.message}});
  waiting_.erase(place);
}

}  // namespace lectern::simulation
