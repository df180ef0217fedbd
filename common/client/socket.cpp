#include "common/client/socket.h"

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/websocket/rfc6455.hpp>
#include <utility>

#include "common/protocol/limits.h"

namespace lectern::client {
namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace websocket = beast::websocket;

constexpr auto result_tuple = asio::as_tuple(asio::use_awaitable);

Error no_presenter(const std::string& where, const boost::system::error_code& error) {
  return {"no presenter answers at " + where + " (" + error.message() + ")",
          "start lectern-presenter there, or say where it is with --host HOST:PORT"};
}

constexpr const char* same_release = "install the same release on both machines";

std::string remedy_for(std::uint16_t close_code) {
  switch (static_cast<protocol::CloseCode>(close_code)) {
    case protocol::CloseCode::malformed:
    case protocol::CloseCode::version_unsupported:
    case protocol::CloseCode::hello_expected:
      return same_release;
    case protocol::CloseCode::full:
      return "close a remote that is not needed";
    default:
      return {};
  }
}

}  // namespace

Socket::Socket(asio::any_io_executor executor)
    : resolver_(executor),
      socket_(executor),
      write_deadline_(executor),
      close_deadline_(executor),
      outgoing_(executor) {}

asio::awaitable<Result<void>> Socket::connect(const std::string& host, std::uint16_t port) {
  const bool is_v6 = host.find(':') != std::string::npos;
  const std::string where = (is_v6 ? "[" + host + "]" : host) + ":" + std::to_string(port);
  beast::tcp_stream& tcp = beast::get_lowest_layer(socket_);

  const auto [unresolved, endpoints] =
      co_await resolver_.async_resolve(host, std::to_string(port), result_tuple);
  if (unresolved || closed_) co_return no_presenter(where, unresolved);

  tcp.expires_after(protocol::connect_timeout);
  const auto [unconnected, endpoint] = co_await tcp.async_connect(endpoints, result_tuple);
  if (unconnected || closed_) co_return no_presenter(where, unconnected);
  beast::error_code ignored;
  tcp.socket().set_option(asio::ip::tcp::no_delay(true), ignored);
  tcp.expires_never();

  socket_.set_option(websocket::stream_base::timeout{protocol::connect_timeout, protocol::idle_timeout,
                                                     /*keep_alive_pings=*/true});
  socket_.set_option(websocket::stream_base::decorator([](websocket::request_type& request) {
    request.set(beast::http::field::sec_websocket_protocol, protocol::subprotocol);
  }));
  socket_.read_message_max(protocol::max_server_message_bytes);
  socket_.binary(true);
  const auto [refused] =
      co_await socket_.async_handshake(where, std::string(protocol::websocket_path), result_tuple);
  if (refused || closed_)
    co_return Error{
        "what answers at " + where + " is not a presenter of this version (" + refused.message() + ")",
        "check the address; install the same release on both machines"};
  open_ = true;
  asio::co_spawn(
      socket_.get_executor(), [self = shared_from_this()] { return self->write(); }, asio::detached);
  co_return Result<void>{};
}

asio::awaitable<Ended> Socket::read(std::function<bool(std::string_view)> receive) {
  beast::flat_buffer buffer;
  for (;;) {
    const auto [error, size] = co_await socket_.async_read(buffer, result_tuple);
    if (error) {
      open_ = false;
      outgoing_.cancel();
      if (error == websocket::error::closed) {
        const auto& reason = socket_.reason();
        co_return Ended{{"the presenter closed the connection: " + std::string(reason.reason.c_str()),
                         remedy_for(reason.code)},
                        reason.code};
      }
      co_return Ended{{"the connection to the presenter was lost (" + error.message() + ")", ""}};
    }
    if (!receive({static_cast<const char*>(buffer.cdata().data()), buffer.size()})) {
      close();
      co_return Ended{{"what the presenter sent is not of this protocol", same_release},
                      static_cast<std::uint16_t>(protocol::CloseCode::malformed)};
    }
    buffer.consume(buffer.size());
  }
}

asio::awaitable<void> Socket::write() {
  while (open_) {
    if (queue_.empty()) {
      outgoing_.expires_at(std::chrono::steady_clock::time_point::max());
      co_await outgoing_.async_wait(result_tuple);
      continue;
    }
    const std::string message = std::move(queue_.front());
    queue_.pop_front();
    cut_after(write_deadline_, protocol::write_timeout);
    const auto [error, size] = co_await socket_.async_write(asio::buffer(message), result_tuple);
    write_deadline_.cancel();
    if (error) co_return;
  }
}

void Socket::send(std::string message) {
  if (!open_) return;
  queue_.push_back(std::move(message));
  outgoing_.cancel();
}

void Socket::close() {
  closed_ = true;
  resolver_.cancel();
  if (!std::exchange(open_, false)) return beast::get_lowest_layer(socket_).close();
  outgoing_.cancel();
  cut_after(close_deadline_, protocol::close_timeout);
  socket_.async_close(websocket::close_code::normal, [self = shared_from_this()](boost::system::error_code) {
    self->close_deadline_.cancel();
  });
}

void Socket::cut_after(asio::steady_timer& timer, std::chrono::seconds time) {
  timer.expires_after(time);
  timer.async_wait([self = shared_from_this()](boost::system::error_code error) {
    if (!error) beast::get_lowest_layer(self->socket_).close();
  });
}

}  // namespace lectern::client
