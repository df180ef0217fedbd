#include "common/client/outbox.h"

#include <algorithm>

namespace lectern::client {

session::Request Outbox::press(const Press& press, const session::State& state, Instant presenter_now) {
  const bool state_lags = waits(last_id_) || (last_accepted_ && *last_accepted_ > state.revision);
  session::Request request;
  request.id = last_id_ + 1;
  request.epoch = state.epoch;
  if (const auto* direction = std::get_if<session::Direction>(&press)) {
    request.expires = presenter_now + step_patience;
    if (state_lags)
      request.command = session::ChainedStep{*direction, state.deck, last_id_};
    else
      request.command = session::Command(session::Step{*direction, state.deck, state.position});
  } else {
    request.expires = presenter_now + command_patience;
    request.command = std::get<session::Command>(press);
  }
  last_id_ = request.id;
  last_accepted_.reset();
  waiting_.push_back(request);
  return request;
}

bool Outbox::answered(const protocol::Answer& answer) {
  const auto request = std::ranges::find(waiting_, answer.id, &session::Request::id);
  if (request == waiting_.end()) return false;
  waiting_.erase(request);
  if (answer.id == last_id_) last_accepted_ = answer.accepted;
  return true;
}

std::vector<session::Request> Outbox::resume(Epoch epoch, Instant presenter_now) {
  std::erase_if(waiting_,
                [&](const session::Request& r) { return r.epoch != epoch || r.expires < presenter_now; });
  last_accepted_.reset();  // the state that comes with the connection is newer than any answer before it
  return {waiting_.begin(), waiting_.end()};
}

void Outbox::expire(Instant presenter_now) {
  // Once more the patience: an answer may be on its way for a command that arrived just in time.
  std::erase_if(waiting_,
                [&](const session::Request& r) { return r.expires + step_patience < presenter_now; });
}

std::optional<Instant> Outbox::due() const {
  const auto first = std::ranges::min_element(waiting_, {}, &session::Request::expires);
  if (first == waiting_.end()) return std::nullopt;
  return first->expires + step_patience + Duration(1);
}

bool Outbox::waits(CommandId id) const {
  return std::ranges::any_of(waiting_, [&](const session::Request& r) { return r.id == id; });
}

}  // namespace lectern::client
