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
    case CloseCode::too_slow:
      return "too slow in taking what it is sent";
  }
  return "closed";
}

}  // namespace lectern::protocol
