// One message for any number of clients, written once in each encoding that somebody wants.
#pragma once

#include <memory>

#include "common/protocol/limits.h"
#include "common/protocol/messages.h"
#include "common/websocket/connection.h"

namespace lectern::server {

/// Lives on the engine thread.
class Parcel {
 public:
  explicit Parcel(const protocol::ServerMessage&);

  websocket::Payload in(protocol::Encoding) const;

 private:
  websocket::Payload protobuf_;
  mutable websocket::Payload json_;  ///< null: nobody has wanted it yet
};

using Payload = std::shared_ptr<const Parcel>;
Payload payload_of(const protocol::ServerMessage&);

}  // namespace lectern::server
