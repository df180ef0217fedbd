// Messages as protobuf's JSON, for clients and scripts that would rather do without protobuf.
#pragma once

#include <string>
#include <string_view>
#include <variant>

#include "common/base/result.h"
#include "common/protocol/messages.h"

namespace lectern::protocol {

/// The same ServerMessage as these bytes, which encode() wrote.
std::string server_message_as_json(std::string_view bytes);

/// Fails as decode_client_message() does. Fields that nobody knows are passed over, as in protobuf.
Result<ClientMessage> client_message_from_json(std::string_view text);

/// What a script asks for, in the words of Command's action. A step that names no start is a press of *next*
/// or *previous*, wherever the show is.
using Wish = std::variant<session::Direction, session::Command>;
Result<Wish> wish_from_json(std::string_view text);

std::string answer_as_json(const Answer&);

}  // namespace lectern::protocol
