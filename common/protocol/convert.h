// Between the session's values and protobuf's messages, part by part. Private to this folder.
#pragma once

#include <lectern/v1/deck.pb.h>
#include <lectern/v1/session.pb.h>
#include <lectern/v1/wire.pb.h>

#include "common/protocol/messages.h"

namespace lectern::protocol {

v1::State to_proto(const session::State&);
std::optional<session::State> from_proto(const v1::State&);

v1::Command to_proto(const session::Request&);
std::optional<session::Request> from_proto(const v1::Command&);

v1::Answer to_proto(const Answer&);
std::optional<Answer> from_proto(const v1::Answer&);

v1::Outline to_proto(const Outline&);
std::optional<Outline> from_proto(const v1::Outline&);

/// Instants travel as milliseconds in 32 bits.
inline std::uint32_t to_wire_ms(Instant at) {
  return static_cast<std::uint32_t>(at.time_since_epoch().count());
}
inline Instant from_wire_ms(std::uint32_t ms) {
  return Instant(Duration(ms));
}

}  // namespace lectern::protocol
