#include "common/client/outbox.h"

#include <algorithm>
#include <utility>

namespace lectern::client {
namespace {

using session::ChainedStep;
using session::Command;
using session::Rejection;

template <class... Kinds>
bool is_one_of(const Command& command) {
  return (std::holds_alternative<Kinds>(command) || ...);
}

/// Whether it can leave the show at another place: what comes after has to wait for it.
bool moves_the_show(const Command& command) {
  return is_one_of<session::Step, session::GoTo, session::GoToEnd, session::GoBack, session::SetHolding,
                   session::OpenDeck, session::TakeEdit>(command);
}

/// For what was never sent, in the words of the presenter's own answer.
Confirmed rejected(Rejection why) {
  const protocol::Answer answer = protocol::to_wire({0, why});
  return {Outcome::refused, 0, answer.reason, answer.message};
}

Confirmed unconfirmed() {
  return {Outcome::unconfirmed, 0, {}, "no answer came; look at the display before pressing again"};
}

}  // namespace

void Outbox::press(Ticket ticket, const Press& press, const session::State& state, Instant now) {
  Waiting next;
  next.ticket = ticket;
  next.request.id = ++last_id_;
  next.request.epoch = state.epoch;
  if (const auto* direction = std::get_if<session::Direction>(&press)) {
    const bool move_waits = std::ranges::any_of(waiting_, &Waiting::moves);
    const bool state_lags = move_waits || (last_move_accepted_ && *last_move_accepted_ > state.revision);
    next.request.expires = now + step_patience;
    if (state_lags)
      next.request.command = ChainedStep{*direction, state.deck, last_move_};
    else
      next.request.command = Command(session::Step{*direction, state.deck, state.position});
    next.moves = true;
  } else {
    const auto& command = std::get<Command>(press);
    next.request.expires = now + command_patience;
    next.request.command = command;
    next.moves = moves_the_show(command);
  }
  if (next.moves) {
    last_move_ = next.request.id;
    last_move_accepted_.reset();
  }
  waiting_.push_back(std::move(next));
}

std::vector<session::Request> Outbox::next() {
  std::vector<session::Request> requests;
  bool move_under_way = false;
  for (Waiting& waiting : waiting_) {
    if (waiting.moves && std::exchange(move_under_way, true)) break;
    if (!waiting.is_sent) requests.push_back(waiting.request);
    waiting.is_sent = waiting.was_sent = true;
  }
  return requests;
}

void Outbox::answered(const protocol::Answer& answer) {
  const auto place =
      std::ranges::find(waiting_, answer.id, [](const Waiting& waiting) { return waiting.request.id; });
  if (place == waiting_.end() || !place->was_sent) return;
  if (answer.id == last_move_) last_move_accepted_ = answer.accepted;
  if (answer.accepted)
    settle(place, {Outcome::accepted, *answer.accepted, {}, {}});
  else
    settle(place, {Outcome::refused, 0, answer.reason, answer.message});
}

void Outbox::disconnected() {
  for (Waiting& waiting : waiting_) waiting.is_sent = false;
}

void Outbox::resume(Epoch epoch) {
  if (std::exchange(epoch_, epoch) != epoch) last_move_accepted_.reset();
  drop_where([&](const Waiting& waiting) { return waiting.request.epoch != epoch; }, Rejection::other_epoch);
}

void Outbox::expire(Instant now) {
  drop_where([&](const Waiting& waiting) { return hopeless_after(waiting) < now; }, Rejection::expired);
}

/// What was sent may have happened all the same; what was not is rejected here.
template <class Predicate>
void Outbox::drop_where(Predicate is_over, Rejection why) {
  for (;;) {
    const auto place = std::ranges::find_if(waiting_, is_over);
    if (place == waiting_.end()) return;
    settle(place, place->was_sent ? unconfirmed() : rejected(why));
  }
}

std::optional<Instant> Outbox::due() const {
  std::optional<Instant> due;
  for (const Waiting& waiting : waiting_) {
    const Instant over = hopeless_after(waiting) + Duration(1);
    due = due ? std::min(*due, over) : over;
  }
  return due;
}

/// For what was sent, once more the patience: an answer may be on its way for what arrived just in time.
Instant Outbox::hopeless_after(const Waiting& waiting) {
  return waiting.request.expires + (waiting.was_sent ? step_patience : Duration::zero());
}

void Outbox::give_up() {
  while (!waiting_.empty()) settle(waiting_.begin(), unconfirmed());
}

std::vector<Settled> Outbox::take_settled() {
  return std::exchange(settled_, {});
}

void Outbox::settle(Place place, Confirmed confirmed) {
  const CommandId id = place->request.id;
  const bool is_accepted = confirmed.outcome == Outcome::accepted;
  settled_.push_back({place->ticket, std::move(confirmed)});
  waiting_.erase(place);
  if (!is_accepted) fall(id);
}

/// The step that would have started where that one left the show; and so what hangs on that.
void Outbox::fall(CommandId with) {
  const auto hangs_on_it = [&](const Waiting& waiting) {
    const auto* const step = std::get_if<ChainedStep>(&waiting.request.command);
    return step && step->after == with && !waiting.was_sent;
  };
  const auto place = std::ranges::find_if(waiting_, hangs_on_it);
  if (place != waiting_.end()) settle(place, rejected(Rejection::predecessor_refused));
}

}  // namespace lectern::client
