#include "presenter/server/websocket_session.h"

#include <spdlog/spdlog.h>

#include <algorithm>
#include <boost/asio/as_tuple.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/beast/websocket/rfc6455.hpp>
#include <utility>

namespace lectern::server {
namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace websocket = beast::websocket;
using protocol::CloseCode;

constexpr auto result_tuple = asio::as_tuple(asio::use_awaitable);

/// A name from outside, for the terminal: what is not plain text in it shows as dots.
std::string printable(std::string name) {
  std::ranges::replace_if(
      name, [](unsigned char c) { return c < ' ' || c == 0x7f; }, '.');
  return name;
}

/// Notes over the limit are cut at a character's start, and say so.
std::string within_limit(const std::string& notes) {
  if (notes.size() <= protocol::max_notes_bytes) return notes;
  static constexpr std::string_view cut_here = "\n\n(These notes are too long to be sent whole.)";
  std::size_t end = protocol::max_notes_bytes - cut_here.size();
  while (end > 0 && (static_cast<unsigned char>(notes[end]) & 0xC0u) == 0x80u) --end;
  return notes.substr(0, end) + std::string(cut_here);
}

}  // namespace

WebSocketSession::WebSocketSession(beast::tcp_stream stream, WaitingRoom::Seat seat, Context& context)
    : socket_(std::move(stream)),
      context_(context),
      seat_(std::move(seat)),
      deadline_(socket_.get_executor()),
      write_deadline_(socket_.get_executor()),
      outgoing_(socket_.get_executor()) {}

asio::awaitable<void> WebSocketSession::run(HttpRequest request, Deadline deadline) {
  seat_.on_displace([this] { close(CloseCode::displaced); });
  close_unless_identified_by(deadline);
  if (co_await handshake(request)) {
    asio::co_spawn(
        socket_.get_executor(), [self = shared_from_this()] { return self->write(); }, asio::detached);
    co_await read();
  }
  context_.hub.leave(*this);
  seat_.leave();
  if (!std::exchange(closing_, true)) deadline_.cancel();  // otherwise it guards the closing handshake
  outgoing_.cancel();
}

asio::awaitable<bool> WebSocketSession::handshake(const HttpRequest& request) {
  beast::get_lowest_layer(socket_).expires_never();  // from here on the WebSocket's own time-outs count
  socket_.set_option(websocket::stream_base::timeout{protocol::close_timeout, protocol::idle_timeout, true});
  socket_.set_option(websocket::stream_base::decorator([](websocket::response_type& response) {
    response.set(beast::http::field::sec_websocket_protocol, protocol::subprotocol);
  }));
  socket_.read_message_max(protocol::max_hello_bytes);
  socket_.binary(true);
  const auto [error] = co_await socket_.async_accept(request, result_tuple);
  co_return !error;
}

asio::awaitable<void> WebSocketSession::read() {
  beast::flat_buffer buffer;
  for (;;) {
    const auto [error, size] = co_await socket_.async_read(buffer, result_tuple);
    if (error) {
      if (identified()) spdlog::info("{} left: {}", name_, error.message());
      co_return;
    }
    if (closing_) {  // what was on its way when we closed is not for us any more
      buffer.clear();
      continue;
    }
    const std::string_view bytes(static_cast<const char*>(buffer.cdata().data()), buffer.size());
    const auto wrong = socket_.got_binary() ? receive(bytes) : CloseCode::malformed;
    if (wrong) co_return close(*wrong);
    buffer.consume(buffer.size());
  }
}

asio::awaitable<void> WebSocketSession::write() {
  while (!closing_) {
    if (const Payload payload = next_outgoing()) {
      cut_after(write_deadline_, protocol::write_timeout);
      const auto [error, size] = co_await socket_.async_write(asio::buffer(*payload), result_tuple);
      write_deadline_.cancel();
      if (error) co_return;
    } else {
      outgoing_.expires_at(Deadline::max());
      co_await outgoing_.async_wait(result_tuple);
    }
  }
}

void WebSocketSession::close_unless_identified_by(Deadline deadline) {
  deadline_.expires_at(deadline);
  deadline_.async_wait([self = weak_from_this()](boost::system::error_code error) {
    const auto session = self.lock();
    if (!error && session && !session->identified()) session->close(CloseCode::hello_expected);
  });
}

void WebSocketSession::close(CloseCode code) {
  if (std::exchange(closing_, true)) return;
  outgoing_.cancel();
  spdlog::info("closing the connection of {}: {}", identified() ? name_ : "an unidentified client",
               protocol::describe(code));
  if (!socket_.is_open()) return beast::get_lowest_layer(socket_).close();
  const websocket::close_reason reason(static_cast<websocket::close_code>(code),
                                       std::string(protocol::describe(code)));
  cut_after(deadline_, protocol::close_timeout);
  socket_.async_close(reason,
                      [self = shared_from_this()](boost::system::error_code) { self->deadline_.cancel(); });
}

/// However little the peer reads or answers, the connection is over by then; whoever waits on it is told.
void WebSocketSession::cut_after(asio::steady_timer& timer, std::chrono::seconds time) {
  timer.expires_after(time);
  timer.async_wait([self = shared_from_this()](boost::system::error_code error) {
    if (!error) beast::get_lowest_layer(self->socket_).close();
  });
}

void WebSocketSession::tell_state(Payload state) {
  state_ = std::move(state);
  outgoing_.cancel();
}

void WebSocketSession::tell_presented(Payload presented) {
  presented_ = std::move(presented);
  outgoing_.cancel();
}

std::optional<CloseCode> WebSocketSession::reply(Payload payload) {
  if (replies_.size() == protocol::max_requests_in_flight) return CloseCode::too_many_requests;
  replies_.push_back(std::move(payload));
  outgoing_.cancel();
  return std::nullopt;
}

/// Replies in the order of the requests, then the newest state, then what was presented of it.
Payload WebSocketSession::next_outgoing() {
  if (!replies_.empty()) {
    Payload reply = std::move(replies_.front());
    replies_.pop_front();
    return reply;
  }
  return state_ ? std::exchange(state_, nullptr) : std::exchange(presented_, nullptr);
}

std::optional<CloseCode> WebSocketSession::receive(std::string_view bytes) {
  const auto message = protocol::decode_client_message(bytes);
  if (!message) return CloseCode::malformed;
  if (identified() == std::holds_alternative<protocol::Hello>(*message)) return CloseCode::hello_expected;
  return std::visit([&](const auto& kind) { return take(kind); }, *message);
}

std::optional<CloseCode> WebSocketSession::take(const protocol::Hello& hello) {
  if (hello.version_min > protocol::version || hello.version_max < protocol::version)
    return CloseCode::version_unsupported;
  if (context_.hub.size() >= protocol::max_connections) return CloseCode::full;

  client_ = hello.client_id;
  name_ = printable(hello.client_name.empty() ? hello.client_id : hello.client_name);
  role_ = hello.role;  // only this machine can connect, so whoever asks may drive
  seat_.leave();
  deadline_.cancel();
  socket_.read_message_max(protocol::max_client_message_bytes);
  spdlog::info("{} joined as {}", name_, role_ == session::Role::driver ? "driver" : "follower");

  const auto overflow = reply(payload_of(protocol::Welcome{protocol::version,
                                                           context_.engine.state()->epoch,
                                                           role_,
                                                           {},
                                                           protocol::max_client_message_bytes,
                                                           protocol::max_requests_in_flight,
                                                           protocol::idle_timeout,
                                                           context_.engine.now()}));
  context_.hub.join(*this);
  return overflow;
}

std::optional<CloseCode> WebSocketSession::take(const session::Request& request) {
  return reply(payload_of(protocol::to_wire(context_.engine.decide(client_, request, role_))));
}

std::optional<CloseCode> WebSocketSession::take(const protocol::DeckRequest& request) {
  return reply(look_up(request));
}

Payload WebSocketSession::look_up(const protocol::DeckRequest& request) const {
  const deck::Deck& deck = context_.engine.deck();
  const auto unavailable = [&](std::string why) {
    return payload_of(protocol::Unavailable{request.deck, request.notes_of.value_or(0), std::move(why)});
  };
  if (request.deck != deck.hash) return unavailable("another deck is being shown now");
  if (!request.notes_of) return context_.hub.outline();
  if (role_ != session::Role::driver) return unavailable("notes are for drivers only");
  if (*request.notes_of < 1 || *request.notes_of > deck.slides.size())
    return unavailable("the deck has no such slide");
  return payload_of(
      protocol::Notes{deck.hash, *request.notes_of, within_limit(deck.slides[*request.notes_of - 1].notes)});
}

}  // namespace lectern::server
