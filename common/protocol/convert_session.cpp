#include <algorithm>
#include <cctype>
#include <limits>

#include "common/protocol/convert.h"

namespace lectern::protocol {
namespace {

template <class... Fs>
struct Overload : Fs... {
  using Fs::operator()...;
};
template <class... Fs>
Overload(Fs...) -> Overload<Fs...>;  // clang 14 does not deduce it for an aggregate

/// Whether these can be a place at all; whether the deck has it is for reduce() to say.
bool valid_address(std::uint32_t h, std::uint32_t v) {
  constexpr std::uint32_t most = std::numeric_limits<int>::max();
  return h >= 1 && h <= most && v <= most;
}

deck::Address address(std::uint32_t h, std::uint32_t v) {
  return {static_cast<int>(h), static_cast<int>(v)};
}

v1::Position::Holding to_proto(session::Holding holding) {
  switch (holding) {
    case session::Holding::before:
      return v1::Position::HOLDING_BEFORE;
    case session::Holding::pause:
      return v1::Position::HOLDING_PAUSE;
    case session::Holding::after:
      return v1::Position::HOLDING_AFTER;
  }
  return v1::Position::HOLDING_UNSPECIFIED;
}

/// Takes it up; false: there is no such thing.
bool take_holding(v1::Position::Holding in, session::Position& position) {
  switch (in) {
    case v1::Position::HOLDING_UNSPECIFIED:
      return true;
    case v1::Position::HOLDING_BEFORE:
      position.holding = session::Holding::before;
      return true;
    case v1::Position::HOLDING_PAUSE:
      position.holding = session::Holding::pause;
      return true;
    case v1::Position::HOLDING_AFTER:
      position.holding = session::Holding::after;
      return true;
    default:
      return false;
  }
}

v1::Position to_proto(const session::Position& position) {
  v1::Position out;
  out.set_h(static_cast<std::uint32_t>(position.slide.h));
  out.set_v(static_cast<std::uint32_t>(position.slide.v));
  out.set_step(static_cast<std::uint32_t>(position.step));
  if (position.holding) out.set_holding(to_proto(*position.holding));
  return out;
}

std::optional<session::Position> from_proto(const v1::Position& in) {
  if (!valid_address(in.h(), in.v()) || in.step() > std::numeric_limits<int>::max()) return std::nullopt;
  session::Position position{address(in.h(), in.v()), static_cast<int>(in.step())};
  if (!take_holding(in.holding(), position)) return std::nullopt;
  return position;
}

v1::Direction to_proto(session::Direction direction) {
  return direction == session::Direction::next ? v1::DIRECTION_NEXT : v1::DIRECTION_PREVIOUS;
}

std::optional<session::Direction> from_proto(v1::Direction direction) {
  switch (direction) {
    case v1::DIRECTION_NEXT:
      return session::Direction::next;
    case v1::DIRECTION_PREVIOUS:
      return session::Direction::previous;
    default:
      return std::nullopt;
  }
}

v1::QaTimer to_proto(const session::QaTimer& timer) {
  using Phase = session::QaTimer::Phase;
  v1::QaTimer out;
  out.set_phase(timer.phase == Phase::off       ? v1::QaTimer::PHASE_OFF
                : timer.phase == Phase::running ? v1::QaTimer::PHASE_RUNNING
                                                : v1::QaTimer::PHASE_PAUSED);
  out.set_limit_ms(static_cast<std::uint32_t>(timer.limit.count()));
  out.set_spent_ms(timer.spent.count());
  out.set_since_ms(to_wire_ms(timer.since));
  return out;
}

std::optional<session::QaTimer> from_proto(const v1::QaTimer& in) {
  using Phase = session::QaTimer::Phase;
  session::QaTimer timer;
  switch (in.phase()) {
    case v1::QaTimer::PHASE_OFF:
      return timer;
    case v1::QaTimer::PHASE_RUNNING:
      timer.phase = Phase::running;
      break;
    case v1::QaTimer::PHASE_PAUSED:
      timer.phase = Phase::paused;
      break;
    default:
      return std::nullopt;
  }
  timer.limit = Duration(in.limit_ms());
  timer.spent = from_wire_duration(in.spent_ms());
  timer.since = from_wire_ms(in.since_ms());
  if (timer.limit > session::max_timer_limit) return std::nullopt;
  return timer;
}

using Action = decltype(session::Request::command);

std::optional<Action> action_from_proto(const v1::Step& in) {
  const auto direction = from_proto(in.direction());
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
    case v1::Command::ACTION_NOT_SET:
      return std::nullopt;
  }
  return std::nullopt;
}

void set_action(v1::Command& out, const session::Step& step) {
  out.mutable_step()->set_direction(to_proto(step.direction));
  out.mutable_step()->set_deck(step.deck);
  *out.mutable_step()->mutable_from() = to_proto(step.from);
}
void set_action(v1::Command& out, const session::ChainedStep& step) {
  out.mutable_step()->set_direction(to_proto(step.direction));
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

constexpr std::string_view reason_prefix = "REASON_";

std::string lower_case(std::string text) {
  std::ranges::transform(text, text.begin(),
                         [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return text;
}

v1::Reason reason_of(session::Refusal refusal) {
  switch (refusal) {
    case session::Refusal::moved_on:
      return v1::REASON_MOVED_ON;
    case session::Refusal::other_deck:
      return v1::REASON_OTHER_DECK;
    case session::Refusal::no_such_slide:
      return v1::REASON_NO_SUCH_SLIDE;
    case session::Refusal::timer_off:
      return v1::REASON_TIMER_OFF;
    case session::Refusal::limit_out_of_range:
      return v1::REASON_LIMIT_OUT_OF_RANGE;
    case session::Refusal::no_such_edit:
      return v1::REASON_NO_SUCH_EDIT;
    case session::Refusal::no_such_deck:
      return v1::REASON_NO_SUCH_DECK;
  }
  return v1::REASON_UNSPECIFIED;
}

v1::Reason reason_of(session::Rejection rejection) {
  switch (rejection) {
    case session::Rejection::other_epoch:
      return v1::REASON_OTHER_EPOCH;
    case session::Rejection::expired:
      return v1::REASON_EXPIRED;
    case session::Rejection::predecessor_refused:
      return v1::REASON_PREDECESSOR_REFUSED;
    case session::Rejection::too_old:
      return v1::REASON_TOO_OLD;
    case session::Rejection::not_permitted:
      return v1::REASON_NOT_PERMITTED;
  }
  return v1::REASON_UNSPECIFIED;
}

std::string reason_word(v1::Reason reason) {
  const std::string& name = v1::Reason_Name(reason);
  if (name.empty() || reason == v1::REASON_UNSPECIFIED) return "unknown";
  return lower_case(name.substr(reason_prefix.size()));
}

v1::DeckEntry to_proto(const session::DeckEntry& entry) {
  v1::DeckEntry out;
  out.set_title(entry.title);
  *out.mutable_position() = to_proto(entry.position);
  if (entry.back) *out.mutable_back() = to_proto(*entry.back);
  return out;
}

std::optional<session::DeckEntry> from_proto(const v1::DeckEntry& in) {
  const auto position = from_proto(in.position());
  if (!position) return std::nullopt;
  session::DeckEntry entry{in.title(), *position, {}};
  if (in.has_back() && !(entry.back = from_proto(in.back()))) return std::nullopt;
  return entry;
}

}  // namespace

v1::State to_proto(const session::State& state) {
  v1::State out;
  out.set_revision(state.revision);
  out.set_epoch(state.epoch);
  out.set_deck(state.deck);
  *out.mutable_position() = to_proto(state.position);
  out.set_black(state.black);
  *out.mutable_qa() = to_proto(state.qa);
  if (state.edit) {
    out.mutable_edit()->set_deck(state.edit->deck);
    out.mutable_edit()->set_summary(state.edit->summary);
  }
  if (state.frozen) {
    out.mutable_frozen()->set_since(state.frozen->since);
    out.mutable_frozen()->set_deck(state.frozen->deck);
    *out.mutable_frozen()->mutable_position() = to_proto(state.frozen->position);
  }
  if (state.back) *out.mutable_back() = to_proto(*state.back);
  out.set_deck_number(state.deck_number);
  for (const session::DeckEntry& entry : state.decks) *out.add_decks() = to_proto(entry);
  return out;
}

std::optional<session::State> from_proto(const v1::State& in) {
  const auto position = from_proto(in.position());
  const auto qa = from_proto(in.qa());
  if (!position || !qa) return std::nullopt;
  session::State state{in.revision(), in.epoch(), in.deck(), *position, in.black(), *qa, {}, {}, {}};
  state.deck_number = in.deck_number();
  if (in.has_edit()) state.edit = {in.edit().deck(), in.edit().summary()};
  if (in.has_frozen()) {
    const auto kept = from_proto(in.frozen().position());
    if (!kept) return std::nullopt;
    state.frozen = {in.frozen().since(), in.frozen().deck(), *kept};
  }
  if (in.has_back() && !(state.back = from_proto(in.back()))) return std::nullopt;
  if (static_cast<std::size_t>(in.decks_size()) > session::max_decks) return std::nullopt;
  for (const v1::DeckEntry& entry : in.decks()) {
    auto deck = from_proto(entry);
    if (!deck) return std::nullopt;
    state.decks.push_back(*std::move(deck));
  }
  return state;
}

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

Answer to_wire(const session::Answer& answer) {
  const auto refused = [&](auto why) {
    return Answer{answer.id, std::nullopt, reason_word(reason_of(why)), std::string(session::describe(why))};
  };
  return std::visit(Overload{[&](Revision revision) {
                               return Answer{answer.id, revision, {}, {}};
                             },
                             refused},
                    answer.outcome);
}

v1::Answer to_proto(const Answer& answer) {
  v1::Answer out;
  out.set_command_id(answer.id);
  if (answer.accepted) {
    out.set_accepted(*answer.accepted);
    return out;
  }
  std::string name(reason_prefix);
  for (const char c : answer.reason) name += static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
  v1::Reason reason = v1::REASON_UNSPECIFIED;
  v1::Reason_Parse(name, &reason);
  out.set_refused(reason);
  out.set_message(answer.message);
  return out;
}

std::optional<Answer> from_proto(const v1::Answer& in) {
  switch (in.outcome_case()) {
    case v1::Answer::kAccepted:
      return Answer{in.command_id(), in.accepted(), {}, {}};
    case v1::Answer::kRefused:
      return Answer{in.command_id(), std::nullopt, reason_word(in.refused()), in.message()};
    default:
      return std::nullopt;
  }
}

}  // namespace lectern::protocol
