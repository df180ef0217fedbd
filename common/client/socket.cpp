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

}  // namespace

Socket::Socket(asio::any_io_executor executor) : socket_(executor), outgoing_(executor) {}

asio::awaitable<Result<void>> Socket::connect(const std::string& host, std::uint16_t port) {
  const std::string where = host + ":" + std::to_string(port);
  beast::tcp_stream& tcp = beast::get_lowest_layer(socket_);

  asio::ip::tcp::resolver resolver(socket_.get_executor());
  const auto [unresolved, endpoints] =
      co_await resolver.async_resolve(host, std::to_string(port), result_tuple);
  if (unresolved) co_return no_presenter(where, unresolved);

  tcp.expires_after(protocol::connect_timeout);
  const auto [unconnected, endpoint] = co_await tcp.async_connect(endpoints, result_tuple);
  if (unconnected) co_return no_presenter(where, unconnected);
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
  if (refused)
    co_return Error{
        "what answers at " + where + " is not a presenter of this version (" + refused.message() + ")",
        "check the address, and that both programs are of the same release"};
  open_ = true;
  asio::co_spawn(
      socket_.get_executor(), [self = shared_from_this()] { return self->write(); }, asio::detached);
  co_return Result<void>{};
}

asio::awaitable<Error> Socket::read(std::function<bool(std::string_view)> receive) {
  beast::flat_buffer buffer;
  for (;;) {
    const auto [error, size] = co_await socket_.async_read(buffer, result_tuple);
    if (error) {
      open_ = false;
      outgoing_.cancel();
      const auto& reason = socket_.reason();
      if (error == websocket::error::closed && !reason.reason.empty())
        co_return Error{"the presenter closed the connection: " + std::string(reason.reason.c_str()), ""};
      co_return Error{"the connection to the presenter was lost (" + error.message() + ")", ""};
    }
    if (!receive({static_cast<const char*>(buffer.cdata().data()), buffer.size()})) {
      close();
      co_return Error{"what the presenter sent is not of this protocol",
                      "check that both programs are of the same release"};
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
    const auto [error, size] = co_await socket_.async_write(asio::buffer(message), result_tuple);
    if (error) co_return;
  }
}

void Socket::send(std::string message) {
  queue_.push_back(std::move(message));
  outgoing_.cancel();
}

void Socket::close() {
  if (!std::exchange(open_, false)) return beast::get_lowest_layer(socket_).close();
  outgoing_.cancel();
  socket_.async_close(websocket::close_code::normal,
                      [self = shared_from_this()](boost::system::error_code) {});
}

}  // namespace lectern::client
