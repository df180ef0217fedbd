#include "common/protocol/convert.h"

namespace lectern::protocol {
namespace {

v1::Direction direction_to_proto(session::Direction direction) {
  return direction == session::Direction::next ? v1::DIRECTION_NEXT : v1::DIRECTION_PREVIOUS;
}

std::optional<session::Direction> direction_from_proto(v1::Direction direction) {
  switch (direction) {
    case v1::DIRECTION_NEXT:
      return session::Direction::next;
    case v1::DIRECTION_PREVIOUS:
      return session::Direction::previous;
    default:
      return std::nullopt;
  }
}

using Action = decltype(session::Request::command);

std::optional<Action> action_from_proto(const v1::Step& in) {
  const auto direction = direction_from_proto(in.direction());
  if (!direction) return std::nullopt;
  switch (in.start_case()) {
    case v1::Step::kFrom: {
      const auto from = from_proto(in.from());
      if (!from) return std::nullopt;
      return session::Step{*direction, in.deck(), *from};
    }
    case v1::Step::kAfter:
      return session::ChainedStep{*direction, in.deck(), in.after()};
    default:
      return std::nullopt;
  }
}

std::optional<Action> action_from_proto(const v1::Command& in) {
  switch (in.action_case()) {
    case v1::Command::kStep:
      return action_from_proto(in.step());
    case v1::Command::kGoTo:
      if (!valid_address(in.go_to().h(), in.go_to().v())) return std::nullopt;
      return session::GoTo{address(in.go_to().h(), in.go_to().v())};
    case v1::Command::kGoToEnd:
      if (in.go_to_end().end() == v1::GoToEnd::END_FIRST) return session::GoToEnd{session::End::first};
      if (in.go_to_end().end() == v1::GoToEnd::END_LAST) return session::GoToEnd{session::End::last};
      return std::nullopt;
    case v1::Command::kGoBack:
      return session::GoBack{};
    case v1::Command::kSetBlack:
      return session::SetBlack{in.set_black().black()};
    case v1::Command::kSetFrozen:
      return session::SetFrozen{in.set_frozen().frozen()};
    case v1::Command::kStartTimer:
      return session::StartTimer{Duration(in.start_timer().limit_ms())};
    case v1::Command::kPauseTimer:
      return session::PauseTimer{};
    case v1::Command::kResumeTimer:
      return session::ResumeTimer{};
    case v1::Command::kResetTimer:
      return session::ResetTimer{};
    case v1::Command::kAddTime:
      return session::AddTime{Duration(in.add_time().delta_ms())};
    case v1::Command::kTakeEdit:
      return session::TakeEdit{in.take_edit().deck()};
    case v1::Command::kSetHolding:
      return session::SetHolding{in.set_holding().holding()};
    case v1::Command::kOpenDeck:
      return session::OpenDeck{in.open_deck().number()};
    case v1::Command::kMoveStage:
      return session::MoveStage{};
    case v1::Command::kTakeOver:
      return session::TakeOver{};
    case v1::Command::kHandOver:
      if (!is_client_id(in.hand_over().to())) return std::nullopt;
      return session::HandOver{{in.hand_over().to(), {}, {}}};
    case v1::Command::kSetLock:
      return session::SetLock{in.set_lock().locked()};
    case v1::Command::kSetFollowing:
      return session::SetFollowing{{in.set_following().open(), in.set_following().after_end()}};
    case v1::Command::kManagePairing: {
      const auto command = from_proto(in.manage_pairing());
      if (!command) return std::nullopt;
      return *command;
    }
    case v1::Command::ACTION_NOT_SET:
      return std::nullopt;
  }
  return std::nullopt;
}

void set_action(v1::Command& out, const session::Step& step) {
  out.mutable_step()->set_direction(direction_to_proto(step.direction));
  out.mutable_step()->set_deck(step.deck);
  *out.mutable_step()->mutable_from() = to_proto(step.from);
}
void set_action(v1::Command& out, const session::ChainedStep& step) {
  out.mutable_step()->set_direction(direction_to_proto(step.direction));
  out.mutable_step()->set_deck(step.deck);
  out.mutable_step()->set_after(step.after);
}
void set_action(v1::Command& out, const session::GoTo& jump) {
  out.mutable_go_to()->set_h(static_cast<std::uint32_t>(jump.slide.h));
  out.mutable_go_to()->set_v(static_cast<std::uint32_t>(jump.slide.v));
}
void set_action(v1::Command& out, const session::GoToEnd& jump) {
  out.mutable_go_to_end()->set_end(jump.end == session::End::first ? v1::GoToEnd::END_FIRST
                                                                   : v1::GoToEnd::END_LAST);
}
void set_action(v1::Command& out, const session::GoBack&) {
  out.mutable_go_back();
}
void set_action(v1::Command& out, const session::SetBlack& command) {
  out.mutable_set_black()->set_black(command.black);
}
void set_action(v1::Command& out, const session::SetFrozen& command) {
  out.mutable_set_frozen()->set_frozen(command.frozen);
}
void set_action(v1::Command& out, const session::StartTimer& start) {
  out.mutable_start_timer()->set_limit_ms(static_cast<std::uint32_t>(start.limit.count()));
}
void set_action(v1::Command& out, const session::PauseTimer&) {
  out.mutable_pause_timer();
}
void set_action(v1::Command& out, const session::ResumeTimer&) {
  out.mutable_resume_timer();
}
void set_action(v1::Command& out, const session::ResetTimer&) {
  out.mutable_reset_timer();
}
void set_action(v1::Command& out, const session::AddTime& add) {
  out.mutable_add_time()->set_delta_ms(static_cast<std::int32_t>(add.delta.count()));
}
void set_action(v1::Command& out, const session::TakeEdit& take) {
  out.mutable_take_edit()->set_deck(take.deck);
}
void set_action(v1::Command& out, const session::SetHolding& command) {
  out.mutable_set_holding()->set_holding(command.holding);
}
void set_action(v1::Command& out, const session::OpenDeck& open) {
  out.mutable_open_deck()->set_number(open.number);
}
void set_action(v1::Command& out, const session::MoveStage&) {
  out.mutable_move_stage();
}
void set_action(v1::Command& out, const session::TakeOver&) {
  out.mutable_take_over();
}
void set_action(v1::Command& out, const session::HandOver& command) {
  out.mutable_hand_over()->set_to(command.to.client);
}
void set_action(v1::Command& out, const session::SetLock& command) {
  out.mutable_set_lock()->set_locked(command.locked);
}
void set_action(v1::Command& out, const session::SetFollowing& command) {
  out.mutable_set_following()->set_open(command.following.is_open);
  out.mutable_set_following()->set_after_end(command.following.is_whole_after_end);
}
void set_action(v1::Command& out, const session::ManagePairing& command) {
  *out.mutable_manage_pairing() = to_proto(command);
}

}  // namespace

v1::Command to_proto(const session::Request& request) {
  v1::Command out;
  out.set_id(request.id);
  out.set_epoch(request.epoch);
  out.set_expires_ms(to_wire_ms(request.expires));
  const auto set = [&](const auto& action) { set_action(out, action); };
  std::visit(Overload{[&](const session::Command& command) { std::visit(set, command); }, set},
             request.command);
  return out;
}

std::optional<session::Request> from_proto(const v1::Command& in) {
  auto action = action_from_proto(in);
  if (!action || in.id() == 0) return std::nullopt;
  return session::Request{in.id(), in.epoch(), from_wire_ms(in.expires_ms()), std::move(*action)};
}

}  // namespace lectern::protocol
