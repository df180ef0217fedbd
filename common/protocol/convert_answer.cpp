#include <algorithm>
#include <cctype>

#include "common/protocol/convert.h"

namespace lectern::protocol {
namespace {

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
    case session::Refusal::not_driving:
      return v1::REASON_NOT_DRIVING;
    case session::Refusal::nobody_to_drive:
      return v1::REASON_NOT_PERMITTED;
    case session::Refusal::no_such_device:
      return v1::REASON_NO_SUCH_DEVICE;
    case session::Refusal::too_many_devices:
      return v1::REASON_TOO_MANY_DEVICES;
    case session::Refusal::has_begun:
      return v1::REASON_HAS_BEGUN;
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
    case session::Rejection::too_many:
      return v1::REASON_TOO_MANY;
  }
  return v1::REASON_UNSPECIFIED;
}

std::string reason_word(v1::Reason reason) {
  const std::string& name = v1::Reason_Name(reason);
  if (name.empty() || reason == v1::REASON_UNSPECIFIED) return "unknown";
  return lower_case(name.substr(reason_prefix.size()));
}

}  // namespace

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
