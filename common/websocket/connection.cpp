#include "common/websocket/connection.h"

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/connect.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/websocket/rfc6455.hpp>
#include <boost/beast/websocket/stream.hpp>
#include <tuple>
#include <utility>

#include "common/protocol/limits.h"
#include "common/websocket/upgrade.h"

namespace lectern::websocket {

namespace asio = boost::asio;
namespace ws = boost::beast::websocket;
using boost::beast::role_type;
using boost::system::error_code;

constexpr auto result_tuple = asio::as_tuple(asio::use_awaitable);

/// Ends the bytes under a WebSocket that is over; a peer that does not end them too is waited for no longer
/// than close_timeout.
static asio::awaitable<void> end_bytes(ByteStream stream) {
  asio::steady_timer deadline(stream.get_executor(), protocol::close_timeout);
  deadline.async_wait([stream](error_code error) mutable {
    if (!error) stream.close();
  });
  stream.say_end();
  std::array<char, 2048> unread;
  for (error_code error; !error;)
    std::tie(error, std::ignore) = co_await stream.async_read_some(asio::buffer(unread), result_tuple);
  stream.close();
}

// Beast finds these two by the type of the stream.
void beast_close_socket(ByteStream& stream) {
  stream.close();
}

template <class Handler>
void async_teardown(role_type, ByteStream& stream, Handler&& handler) {
  asio::co_spawn(stream.get_executor(), end_bytes(stream),
                 [handler = std::forward<Handler>(handler)](const std::exception_ptr&) mutable {
                   handler(error_code{});
                 });
}

namespace {

/// A key that stands for 16 bytes, once (RFC 6455 §4.2.1). Beast takes any.
bool has_key(const HttpRequest& request) {
  constexpr std::string_view base64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  const auto key = request[boost::beast::http::field::sec_websocket_key];
  return request.count(boost::beast::http::field::sec_websocket_key) == 1 && key.size() == 24 &&
         key.ends_with("==") && key.find_first_not_of({base64.data(), base64.size()}) == 22;
}

/// Whether the server agreed to what we offered and to nothing else (RFC 6455 §4.1). Beast does not look.
bool is_agreed(const ws::response_type& response) {
  return response[boost::beast::http::field::sec_websocket_protocol] == protocol::subprotocol &&
         response.count(boost::beast::http::field::sec_websocket_extensions) == 0;
}

ws::stream_base::timeout timeouts(std::chrono::seconds handshake) {
  return {handshake, protocol::idle_timeout, /*keep_alive_pings=*/true};
}

}  // namespace

struct Connection::Beast {
  Beast(ByteStream bytes, HttpRequest request = {})
      : stream(std::move(bytes)), resolver(stream.get_executor()), upgrade(std::move(request)) {}

  ws::stream<ByteStream, /*deflateSupported=*/false> stream;
  boost::beast::flat_buffer buffer;
  asio::ip::tcp::resolver resolver;
  HttpRequest upgrade;
};

Connection::Connection(const asio::any_io_executor& executor, std::size_t max_message_bytes)
    : Connection(std::make_unique<Beast>(ByteStream(executor)), max_message_bytes,
                 protocol::Encoding::protobuf) {}

Connection::Connection(Upgrade upgrade, std::size_t max_message_bytes)
    : Connection(std::make_unique<Beast>(std::move(upgrade.stream), std::move(upgrade.request)),
                 max_message_bytes, upgrade.encoding) {}

Connection::Connection(std::unique_ptr<Beast> beast, std::size_t max_message_bytes,
                       protocol::Encoding encoding)
    : beast_(std::move(beast)),
      deadline_(beast_->stream.get_executor()),
      write_deadline_(beast_->stream.get_executor()),
      outgoing_(beast_->stream.get_executor()) {
  beast_->stream.read_message_max(max_message_bytes);
  beast_->stream.binary(encoding == protocol::Encoding::protobuf);
  beast_->stream.set_option(ws::stream_base::decorator([encoding](auto& request_or_response) {
    request_or_response.set(boost::beast::http::field::sec_websocket_protocol,
                            protocol::subprotocol_of(encoding));
  }));
}

Connection::~Connection() = default;

asio::awaitable<error_code> Connection::connect(const std::string& host, std::uint16_t port) {
  const auto [unresolved, endpoints] =
      co_await beast_->resolver.async_resolve(host, std::to_string(port), result_tuple);
  if (unresolved) co_return unresolved;
  if (closing_) co_return asio::error::operation_aborted;

  ByteStream& bytes = beast_->stream.next_layer();
  cut_after(deadline_, protocol::connect_timeout);
  const auto [unconnected, endpoint] = co_await asio::async_connect(bytes.socket(), endpoints, result_tuple);
  deadline_.cancel();
  if (closing_) co_return asio::error::timed_out;
  if (unconnected) co_return unconnected;
  bytes.begin();
  co_return error_code{};
}

asio::awaitable<error_code> Connection::secure(const Tls& tls) {
  cut_after(deadline_, protocol::connect_timeout);
  const error_code error = co_await beast_->stream.next_layer().secure(tls);
  deadline_.cancel();
  co_return error&& closing_ ? asio::error::timed_out : error;
}

asio::awaitable<error_code> Connection::handshake(const std::string& host_field) {
  beast_->stream.set_option(timeouts(protocol::connect_timeout));
  ws::response_type response;
  const auto [error] = co_await beast_->stream.async_handshake(
      response, host_field, std::string(protocol::websocket_path), result_tuple);
  if (error) co_return error;
  if (closing_) co_return asio::error::operation_aborted;
  co_return is_agreed(response) ? error_code{} : ws::error::upgrade_declined;
}

asio::awaitable<error_code> Connection::accept() {
  beast_->stream.set_option(timeouts(protocol::close_timeout));
  HttpRequest request = std::move(beast_->upgrade);
  if (!has_key(request)) request.erase(boost::beast::http::field::sec_websocket_key);  // answered with 400
  const auto [error] = co_await beast_->stream.async_accept(request, result_tuple);
  co_return error;
}

bool Connection::is_open() const {
  return beast_->stream.is_open() && !closing_;
}

std::optional<Fingerprint> Connection::peer_fingerprint() const {
  return beast_->stream.next_layer().peer_fingerprint();
}

bool Connection::is_within_machine() const {
  return beast_->stream.next_layer().is_within_machine();
}

void Connection::limit_messages(std::size_t max_message_bytes) {
  beast_->stream.read_message_max(max_message_bytes);
}

void Connection::write_binary() {
  beast_->stream.binary(true);
}

asio::awaitable<boost::system::result<Message, End>> Connection::read() {
  auto& stream = beast_->stream;
  auto& buffer = beast_->buffer;
  do {
    buffer.clear();
    const auto [error, size] = co_await stream.async_read(buffer, result_tuple);
    if (error) {
      closing_ = true;
      wake_writer();
      if (error != ws::error::closed) co_return End{error};
      co_return End{error, stream.reason().code, stream.reason().reason.c_str()};
    }
  } while (closing_);  // what was on its way when we closed is not for us any more
  co_return Message{{static_cast<const char*>(buffer.cdata().data()), buffer.size()}, stream.got_binary()};
}

void Connection::write(std::function<Payload()> next, std::function<void()> stuck) {
  asio::co_spawn(
      beast_->stream.get_executor(),
      [self = shared_from_this(), next = std::move(next), stuck = std::move(stuck)]() mutable {
        return self->write_all(std::move(next), std::move(stuck));
      },
      asio::detached);
}

asio::awaitable<void> Connection::write_all(std::function<Payload()> next, std::function<void()> stuck) {
  while (!closing_) {
    if (const Payload payload = next()) {
      write_deadline_.expires_after(protocol::write_timeout);
      write_deadline_.async_wait([stuck, self = shared_from_this()](error_code error) {
        if (!error) stuck();
      });
      const auto [error, size] = co_await beast_->stream.async_write(asio::buffer(*payload), result_tuple);
      write_deadline_.cancel();
      if (error) co_return;
    } else {
      outgoing_.expires_at(std::chrono::steady_clock::time_point::max());
      co_await outgoing_.async_wait(result_tuple);
    }
  }
}

void Connection::wake_writer() {
  outgoing_.cancel();
}

void Connection::close(std::uint16_t code, std::string_view reason) {
  if (std::exchange(closing_, true)) return;
  wake_writer();
  if (!beast_->stream.is_open()) return cut();
  cut_after(deadline_, protocol::close_timeout);
  beast_->stream.async_close(ws::close_reason(static_cast<ws::close_code>(code), reason),
                             [self = shared_from_this()](error_code) { self->deadline_.cancel(); });
}

void Connection::cut() {
  closing_ = true;
  wake_writer();
  beast_->resolver.cancel();
  beast_->stream.next_layer().close();
}

/// However little the peer reads or answers, the connection is over by then; whoever waits on it is told.
void Connection::cut_after(asio::steady_timer& timer, std::chrono::seconds time) {
  timer.expires_after(time);
  timer.async_wait([self = shared_from_this()](error_code error) {
    if (!error) self->cut();
  });
}

}  // namespace lectern::websocket
