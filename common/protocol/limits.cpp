#include "common/protocol/limits.h"

namespace lectern::protocol {

std::string_view describe(CloseCode code) {
  switch (code) {
    case CloseCode::going_away:
      return "the presenter ends";
    case CloseCode::message_too_big:
      return "message too big";
    case CloseCode::malformed:
      return "not a message of this protocol";
    case CloseCode::version_unsupported:
      return "no common protocol version";
    case CloseCode::hello_expected:
      return "hello expected, once, first and soon";
    case CloseCode::displaced:
      return "another connection took its place";
    case CloseCode::too_many_requests:
      return "too many requests at once";
    case CloseCode::full:
      return "too many clients";
    case CloseCode::not_paired:
      return "this device is not paired here, or not any more; pair it again";
    case CloseCode::pairing_closed:
      return "pairing is not open, or the code was used or is too old; ask the operator to open it";
    case CloseCode::pairing_wrong:
      return "that is not the PIN, or not the code that is shown now; look at it again";
    case CloseCode::pairing_busy:
      return "too many devices ask at once; try again in a moment";
    case CloseCode::pairing_declined:
      return "the operator declined";
    case CloseCode::pairing_unanswered:
      return "the operator did not answer; ask them, then try again";
    case CloseCode::too_slow:
      return "too slow in taking what it is sent";
  }
  return "closed";
}

}  // namespace lectern::protocol
