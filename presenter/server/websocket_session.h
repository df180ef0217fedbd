// One client's WebSocket from handshake to close: reads its messages, writes what it is told.
#pragma once

#include <boost/asio/awaitable.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <boost/beast/http/message.hpp>
#include <boost/beast/http/string_body.hpp>
#include <boost/beast/websocket/stream.hpp>
#include <deque>
#include <memory>
#include <optional>
#include <string>

#include "common/protocol/limits.h"
#include "common/protocol/messages.h"
#include "presenter/server/context.h"

namespace lectern::server {

/// Owns itself through its two coroutines (reader, writer); the hub only borrows it between join and leave.
class WebSocketSession final : public Client, public std::enable_shared_from_this<WebSocketSession> {
 public:
  using HttpRequest = boost::beast::http::request<boost::beast::http::string_body>;
  using Deadline = std::chrono::steady_clock::time_point;

  /// `seat` is given up once the client has said who it is.
  WebSocketSession(boost::beast::tcp_stream, WaitingRoom::Seat seat, Context&);

  /// Handshake, then messages until either side closes. The client must say who it is before `deadline`.
  boost::asio::awaitable<void> run(HttpRequest, Deadline);

  /// Closes with `code` what is still open; the reader ends by it.
  void close(protocol::CloseCode);

  session::Role role() const override { return role_; }
  void tell_state(Payload) override;
  void tell_presented(Payload) override;
  void end() override { close(protocol::CloseCode::going_away); }

 private:
  boost::asio::awaitable<bool> handshake(const HttpRequest&);
  boost::asio::awaitable<void> read();
  boost::asio::awaitable<void> write();
  void close_unless_identified_by(Deadline);
  void cut_after(boost::asio::steady_timer&, std::chrono::seconds);

  std::optional<protocol::CloseCode> receive(std::string_view bytes);
  std::optional<protocol::CloseCode> take(const protocol::Hello&);
  std::optional<protocol::CloseCode> take(const session::Request&);
  std::optional<protocol::CloseCode> take(const protocol::DeckRequest&);
  Payload look_up(const protocol::DeckRequest&) const;

  std::optional<protocol::CloseCode> reply(Payload);
  Payload next_outgoing();
  bool identified() const { return !client_.empty(); }

  boost::beast::websocket::stream<boost::beast::tcp_stream> socket_;
  Context& context_;
  WaitingRoom::Seat seat_;
  boost::asio::steady_timer deadline_;  ///< for Hello, then for the closing handshake
  boost::asio::steady_timer write_deadline_;
  boost::asio::steady_timer outgoing_;  ///< never expires; cancelled when there is something to write

  ClientId client_;   ///< empty until Hello
  std::string name_;  ///< for the operator
  session::Role role_ = session::Role::follower;
  std::deque<Payload> replies_;  ///< at most max_requests_in_flight
  Payload state_;                ///< newest, where not sent yet
  Payload presented_;
  bool closing_ = false;
};

}  // namespace lectern::server
