#include "tests/support/wire.h"

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/beast/core/buffers_to_string.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http.hpp>
#include <boost/beast/websocket.hpp>

#include "common/base/operator_token.h"

namespace lectern::test {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace websocket = beast::websocket;

struct Wire::Parts {
  asio::io_context io;
  websocket::stream<asio::ip::tcp::socket> socket{io};
  unsigned status = 0;
  std::uint16_t port = 0;
};

Wire::Wire(std::uint16_t port, const Handshake& handshake) : parts_(std::make_unique<Parts>()) {
  auto& socket = parts_->socket;
  parts_->port = port;
  socket.next_layer().open(asio::ip::tcp::v4());
  if (handshake.receive_bytes)
    socket.next_layer().set_option(asio::socket_base::receive_buffer_size(*handshake.receive_bytes));
  socket.next_layer().connect({asio::ip::address_v4::loopback(), port});
  socket.set_option(websocket::stream_base::decorator([&](websocket::request_type& request) {
    if (!handshake.subprotocol.empty())
      request.set(beast::http::field::sec_websocket_protocol, handshake.subprotocol);
    if (handshake.origin) request.set(beast::http::field::origin, *handshake.origin);
  }));
  websocket::response_type response;
  beast::error_code error;
  socket.handshake(response, handshake.host.value_or("127.0.0.1:" + std::to_string(port)), handshake.path,
                   error);
  parts_->status = response.result_int();
}

Wire::~Wire() = default;

unsigned Wire::status() const {
  return parts_->status;
}

void Wire::send(const protocol::ClientMessage& message) {
  const auto* const said = std::get_if<protocol::Hello>(&message);
  if (!said || said->role == session::Role::follower || !said->operator_token.empty())
    return send_binary(protocol::encode(message));
  protocol::Hello proven = *said;
  proven.operator_token = read_operator_token(parts_->port);
  send_binary(protocol::encode(proven));
}

void Wire::send_binary(std::string_view bytes) {
  beast::error_code ignored;
  parts_->socket.binary(true);
  parts_->socket.write(asio::buffer(bytes), ignored);
}

void Wire::send_text(std::string_view text) {
  beast::error_code ignored;
  parts_->socket.text(true);
  parts_->socket.write(asio::buffer(text), ignored);
}

std::optional<std::string> Wire::read_bytes() {
  beast::flat_buffer buffer;
  beast::error_code error;
  parts_->socket.read(buffer, error);
  if (error) return std::nullopt;
  return beast::buffers_to_string(buffer.cdata());
}

bool Wire::take_byte() {
  char byte = 0;
  beast::error_code error;
  return parts_->socket.next_layer().read_some(asio::buffer(&byte, 1), error) == 1;
}

std::optional<protocol::ServerMessage> Wire::read() {
  const auto bytes = read_bytes();
  if (!bytes) return std::nullopt;
  auto message = protocol::decode_server_message(*bytes);
  if (!message) return std::nullopt;
  return *std::move(message);
}

std::uint16_t Wire::closed_with() {
  while (read_bytes()) {
  }
  return parts_->socket.reason().code;
}

protocol::Hello hello(std::string client, session::Role role) {
  return {protocol::version, protocol::version, std::move(client), "a test", role};
}

}  // namespace lectern::test
