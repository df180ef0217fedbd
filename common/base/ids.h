// The small numbers that a session is talked about with. 32 bits each: protobuf's JSON turns 64-bit integers
// into strings.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

namespace lectern {

using Revision = std::uint32_t;      ///< counts the states of one epoch, from 1
using Epoch = std::uint32_t;         ///< names one run of the presenter; random, never 0
using CommandId = std::uint32_t;     ///< grows by at least 1 with each command of a client, from 1
using ClientId = std::string;        ///< chosen at random by the client, 1 to 64 printable ASCII characters
using DeviceNumber = std::uint32_t;  ///< what people call a paired device by; from 1, and never used again
using DeckHash = std::string;  ///< 32 hexadecimal digits that change with the deck's text, theme or pictures

/// A random, non-zero epoch from the operating system's generator.
Epoch random_epoch();

/// So many random digits, from the same generator.
std::string random_hex(std::size_t length);

/// 32 random hexadecimal digits, for a client to name itself.
ClientId random_client_id();

}  // namespace lectern
