// How a server's connection becomes a WebSocket. Apart from connection.h because it shows Beast, which only
// who reads HTTP should pay for.
#pragma once

#include <boost/beast/http/message.hpp>
#include <boost/beast/http/string_body.hpp>

#include "common/protocol/limits.h"
#include "common/websocket/byte_stream.h"

namespace lectern::websocket {

using HttpRequest = boost::beast::http::request<boost::beast::http::string_body>;

struct Upgrade {
  ByteStream stream;
  HttpRequest request;  ///< that was read from it, and asks for a WebSocket
  protocol::Encoding encoding = protocol::Encoding::protobuf;  ///< one of those that it offers
};

}  // namespace lectern::websocket
