// One accepted connection until it is answered or becomes a WebSocketSession.
#pragma once

#include <boost/asio/awaitable.hpp>
#include <boost/asio/ip/tcp.hpp>

#include "presenter/server/context.h"

namespace lectern::server {

/// Reads one HTTP request within the time and size limits, then answers it or hands over to a
/// WebSocketSession.
boost::asio::awaitable<void> serve(boost::asio::ip::tcp::socket, Context&);

}  // namespace lectern::server
