#include <limits>

#include "common/protocol/convert.h"

namespace lectern::protocol {
namespace {

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

}  // namespace

bool valid_address(std::uint32_t h, std::uint32_t v) {
  constexpr std::uint32_t most = std::numeric_limits<int>::max();
  return h >= 1 && h <= most && v <= most;
}

deck::Address address(std::uint32_t h, std::uint32_t v) {
  return {static_cast<int>(h), static_cast<int>(v)};
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

}  // namespace lectern::protocol
