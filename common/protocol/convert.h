// Between the session's values and protobuf's messages, part by part. Private to this folder.
#pragma once

#include <lectern/v1/deck.pb.h>
#include <lectern/v1/session.pb.h>
#include <lectern/v1/wire.pb.h>

#include <algorithm>

#include "common/protocol/messages.h"

namespace lectern::protocol {

bool is_client_id(std::string_view);
bool is_device_name(std::string_view);

/// Nonces, proofs and certificates are 32 bytes each; nullopt: of another length.
using Bytes32 = std::array<std::uint8_t, 32>;
inline std::string bytes_of(const Bytes32& bytes) {
  return {bytes.begin(), bytes.end()};
}
inline std::optional<Bytes32> bytes_from(std::string_view text) {
  Bytes32 bytes{};
  if (text.size() != bytes.size()) return std::nullopt;
  std::ranges::copy(text, bytes.begin());
  return bytes;
}

/// Whether these can be a place at all; whether the deck has it is for reduce() to say.
bool valid_address(std::uint32_t h, std::uint32_t v);
deck::Address address(std::uint32_t h, std::uint32_t v);

v1::Position to_proto(const session::Position&);
std::optional<session::Position> from_proto(const v1::Position&);

v1::State to_proto(const session::State&);
std::optional<session::State> from_proto(const v1::State&);

v1::Command to_proto(const session::Request&);
std::optional<session::Request> from_proto(const v1::Command&);

v1::Answer to_proto(const Answer&);
std::optional<Answer> from_proto(const v1::Answer&);

v1::Outline to_proto(const Outline&);
std::optional<Outline> from_proto(const v1::Outline&);

v1::Notes to_proto(const Notes&);
std::optional<Notes> from_proto(const v1::Notes&);

v1::Slide to_proto(const Slide&);
std::optional<Slide> from_proto(const v1::Slide&);

v1::Role role_to_proto(session::Role);
std::optional<session::Role> role_from_proto(v1::Role);

v1::Roster to_proto(const session::Roster&);
std::optional<session::Roster> from_proto(const v1::Roster&);

v1::Pairing to_proto(const session::Pairing&);
std::optional<session::Pairing> from_proto(const v1::Pairing&);

v1::ManagePairing to_proto(const session::ManagePairing&);
std::optional<session::ManagePairing> from_proto(const v1::ManagePairing&);

v1::Pointer to_proto(const session::Pointer&);
std::optional<session::Pointer> from_proto(const v1::Pointer&);

template <class... Fs>
struct Overload : Fs... {
  using Fs::operator()...;
};
template <class... Fs>
Overload(Fs...) -> Overload<Fs...>;  // clang 14 does not deduce it for an aggregate

/// Times travel as milliseconds; what no clock can show is brought into range, so that adding to it never
/// overflows.
inline constexpr std::int64_t max_wire_ms = std::int64_t{1} << 52;
inline Duration from_wire_duration(std::int64_t ms) {
  return Duration(std::clamp<std::int64_t>(ms, 0, max_wire_ms));
}
inline std::int64_t to_wire_ms(Instant at) {
  return at.time_since_epoch().count();
}
inline Instant from_wire_ms(std::int64_t ms) {
  return Instant(from_wire_duration(ms));
}

}  // namespace lectern::protocol
