#include "common/websocket/connection.h"

#include <array>
#include <boost/asio/as_tuple.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/connect.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/beast/websocket/rfc6455.hpp>
#include <boost/beast/websocket/stream.hpp>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "common/protocol/limits.h"
#include "common/websocket/upgrade.h"

namespace lectern::websocket {

namespace asio = boost::asio;
namespace ws = boost::beast::websocket;
using boost::beast::role_type;
using boost::system::error_code;

constexpr auto result_tuple = asio::as_tuple(asio::use_awaitable);

constexpr std::size_t read_by_client = 16 * 1024;  // bytes at once: an outline may be long
constexpr std::size_t read_by_server = 128;        // of thousands of connections, each

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

/// Of a whole message, unmasked as a server's is (RFC 6455 §5.2).
struct FrameHeader {
  FrameHeader() = default;
  FrameHeader(bool is_binary, std::size_t payload) {
    const std::size_t wide = payload < 126 ? 0 : payload <= 0xffff ? 2 : 8;
    bytes[0] = static_cast<std::uint8_t>(0x80 | (is_binary ? 2 : 1));
    bytes[1] = static_cast<std::uint8_t>(wide == 0 ? payload : wide == 2 ? 126 : 127);
    for (std::size_t i = 0; i < wide; ++i)
      bytes[2 + i] = static_cast<std::uint8_t>(payload >> 8 * (wide - 1 - i) & 0xff);
    size = 2 + wide;
  }

  std::array<std::uint8_t, 10> bytes{};
  std::size_t size = 0;
};

ws::stream_base::timeout timeouts(std::chrono::seconds handshake) {
  return {handshake, protocol::idle_timeout, /*keep_alive_pings=*/true};
}

}  // namespace

struct Connection::Beast {
  Beast(ByteStream bytes, std::size_t at_once, HttpRequest request = {})
      : stream(std::move(bytes)),
        some(at_once),
        resolver(stream.get_executor()),
        upgrade(std::move(request)) {}

  ws::stream<ByteStream, /*deflateSupported=*/false> stream;
  std::vector<char> some;  ///< of a message
  std::string message;
  asio::ip::tcp::resolver resolver;
  HttpRequest upgrade;
};

Connection::Connection(const asio::any_io_executor& executor, std::size_t max_message_bytes)
    : Connection(std::make_unique<Beast>(ByteStream(executor), read_by_client), max_message_bytes,
                 protocol::Encoding::protobuf) {}

Connection::Connection(Upgrade upgrade, std::size_t max_message_bytes)
    : Connection(
          std::make_unique<Beast>(std::move(upgrade.stream), read_by_server, std::move(upgrade.request)),
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
  std::string& message = beast_->message;
  do {
    if (message.capacity() > beast_->some.size()) message = {};  // most are small, and of followers few come
    message.clear();
    do {
      const auto [error, size] = co_await stream.async_read_some(asio::buffer(beast_->some), result_tuple);
      if (error) {
        closing_ = true;
        wake_writer();
        if (turns_) end_writing();
        if (error != ws::error::closed) co_return End{error};
        co_return End{error, stream.reason().code, stream.reason().reason.c_str()};
      }
      message.append(beast_->some.data(), size);
    } while (!stream.is_message_done());
  } while (closing_);  // what was on its way when we closed is not for us any more
  co_return Message{message, stream.got_binary()};
}

void Connection::write(std::function<Payload()> next, std::function<void()> stuck) {
  next_ = std::move(next);
  stuck_ = std::move(stuck);
  if (turns_) {
    beast_->stream.next_layer().on_can_send([of = weak_from_this()] {
      const auto self = of.lock();
      if (!self) return;
      self->write_deadline_.cancel();
      self->wake_writer();
    });
    return wake_writer();
  }
  asio::co_spawn(
      beast_->stream.get_executor(), [self = shared_from_this()] { return self->write_all(); },
      asio::detached);
}

asio::awaitable<void> Connection::write_all() {
  while (!closing_) {
    if (const Payload payload = next_()) {
      begin_write_deadline();
      const auto [error, size] = co_await beast_->stream.async_write(asio::buffer(*payload), result_tuple);
      write_deadline_.cancel();
      if (error) break;
    } else {
      outgoing_.expires_at(std::chrono::steady_clock::time_point::max());
      co_await outgoing_.async_wait(result_tuple);
    }
  }
  end_writing();
}

void Connection::begin_write_deadline() {
  write_deadline_.expires_after(protocol::write_timeout);
  write_deadline_.async_wait([self = shared_from_this()](error_code error) {
    if (!error && self->stuck_) std::exchange(self->stuck_, nullptr)();
  });
}

/// Whoever gives us what to write may hold us.
void Connection::end_writing() {
  write_deadline_.cancel();
  next_ = nullptr;
  stuck_ = nullptr;
}

void Connection::wake_writer() {
  if (!turns_) {
    outgoing_.cancel();
  } else if (next_ && !std::exchange(is_waiting_for_turn_, true)) {
    turns_->wait_for_one(shared_from_this(), is_urgent_);
  }
}

void Connection::take_turn() {
  is_waiting_for_turn_ = false;
  const auto& stream = beast_->stream;  // not open any more once the peer has closed
  while (!closing_ && next_ && stream.is_open() && stream.next_layer().can_send() && write_some()) {
  }
}

/// Past Beast, which would wait for each by itself; its own frames come before or after. False: there is
/// nothing more to write just now.
bool Connection::write_some() {
  constexpr std::size_t most = ByteStream::max_pieces / 2;
  std::array<Payload, most> payloads;
  std::array<FrameHeader, most> headers;
  std::array<asio::const_buffer, 2 * most> pieces;
  std::size_t count = 0;
  while (count < most && (payloads[count] = next_())) {
    headers[count] = FrameHeader(beast_->stream.binary(), payloads[count]->size());
    pieces[2 * count] = asio::buffer(headers[count].bytes.data(), headers[count].size);
    pieces[2 * count + 1] = asio::buffer(*payloads[count]);
    ++count;
  }
  if (count == 0) return false;
  const bool all = beast_->stream.next_layer().send({pieces.data(), 2 * count});
  if (!all) begin_write_deadline();
  return all && count == most;
}

asio::any_io_executor Connection::executor() const {
  return beast_->stream.get_executor();
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
