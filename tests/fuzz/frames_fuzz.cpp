// Any bytes at all after the handshake, as the presenter's end of a WebSocket reads them: never a crash, no
// message beyond the limit, and always an end.
#include <sys/socket.h>
#include <unistd.h>

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <cstdint>
#include <cstdlib>
#include <memory>

#include "common/protocol/limits.h"
#include "common/protocol/messages.h"
#include "common/websocket/connection.h"
#include "common/websocket/upgrade.h"

namespace {

namespace asio = boost::asio;
namespace http = boost::beast::http;
using namespace lectern;

void require(bool promise) {
  if (!promise) std::abort();
}

websocket::HttpRequest right_request() {
  websocket::HttpRequest request(http::verb::get, "/v1/session", 11);
  request.set(http::field::host, "127.0.0.1:7070");
  request.set(http::field::upgrade, "websocket");
  request.set(http::field::connection, "Upgrade");
  request.set(http::field::sec_websocket_key, "dGhlIHNhbXBsZSBub25jZQ==");
  request.set(http::field::sec_websocket_version, "13");
  request.set(http::field::sec_websocket_protocol, std::string(protocol::subprotocol));
  return request;
}

asio::awaitable<void> listen(std::shared_ptr<websocket::Connection> connection) {
  if (co_await connection->accept()) co_return;
  std::size_t limit = protocol::max_hello_bytes;
  while (const auto message = co_await connection->read()) {
    require(message->bytes.size() <= limit);
    if (message->is_binary && protocol::decode_client_message(message->bytes))
      connection->limit_messages(limit = protocol::max_client_message_bytes);
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  constexpr std::size_t fits_a_socket = 64 * 1024;
  int ends[2];
  if (size > fits_a_socket || socketpair(AF_UNIX, SOCK_STREAM, 0, ends) != 0) return 0;
  asio::io_context io(1);
  websocket::ByteStream stream(asio::ip::tcp::socket(io, asio::ip::tcp::v4(), ends[0]));
  stream.begin();
  require(write(ends[1], data, size) == static_cast<ssize_t>(size));
  shutdown(ends[1], SHUT_WR);

  auto connection = std::make_shared<websocket::Connection>(
      websocket::Upgrade{std::move(stream), right_request()}, protocol::max_hello_bytes);
  asio::co_spawn(io, listen(std::move(connection)), asio::detached);
  io.run();
  close(ends[1]);
  return 0;
}
