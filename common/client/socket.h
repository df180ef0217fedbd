// One WebSocket to a presenter: opened, said hello on, pumped in both directions, closed. Knows nothing of
// what it carries.
#pragma once

#include <boost/asio/awaitable.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <boost/beast/websocket/stream.hpp>
#include <chrono>
#include <cstdint>
#include <deque>
#include <functional>
#include <memory>
#include <string>

#include "common/base/result.h"

namespace lectern::client {

/// Why a connection is over.
struct Ended {
  Error error;
  std::uint16_t close_code = 0;  ///< that the presenter gave; 0: it gave none
};

/// Lives on one thread. Owned by shared_ptr: its writer keeps it until it ends.
class Socket : public std::enable_shared_from_this<Socket> {
 public:
  explicit Socket(boost::asio::any_io_executor);

  /// TCP and WebSocket handshake, each within connect_timeout.
  boost::asio::awaitable<Result<void>> connect(const std::string& host, std::uint16_t port);

  /// Gives each message to `receive` until the connection ends or `receive` says false; says why it ended.
  boost::asio::awaitable<Ended> read(std::function<bool(std::string_view)> receive);

  /// Queues a message, which is written in order while the connection lasts. Nothing is queued without one.
  void send(std::string);

  /// Ends the connection, or the attempt to make one, within close_timeout.
  void close();

 private:
  boost::asio::awaitable<void> write();
  void cut_after(boost::asio::steady_timer&, std::chrono::seconds);

  boost::asio::ip::tcp::resolver resolver_;
  boost::beast::websocket::stream<boost::beast::tcp_stream> socket_;
  boost::asio::steady_timer write_deadline_;
  boost::asio::steady_timer close_deadline_;
  boost::asio::steady_timer outgoing_;  ///< never expires; cancelled when there is something to write
  std::deque<std::string> queue_;
  bool open_ = false;
  bool closed_ = false;
};

}  // namespace lectern::client
