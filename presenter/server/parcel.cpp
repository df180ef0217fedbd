#include "presenter/server/parcel.h"

#include "common/protocol/json.h"

namespace lectern::server {

Parcel::Parcel(const protocol::ServerMessage& message)
    : protobuf_(std::make_shared<const std::string>(protocol::encode(message))) {}

websocket::Payload Parcel::in(protocol::Encoding encoding) const {
  if (encoding == protocol::Encoding::protobuf) return protobuf_;
  if (!json_) json_ = std::make_shared<const std::string>(protocol::server_message_as_json(*protobuf_));
  return json_;
}

Payload payload_of(const protocol::ServerMessage& message) {
  return std::make_shared<const Parcel>(message);
}

}  // namespace lectern::server
