#include "presenter/server/websocket_session.h"

#include <boost/asio/this_coro.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <utility>

#include "common/base/log.h"
#include "common/protocol/json.h"
#include "common/text/printable.h"
#include "presenter/server/grant.h"

namespace lectern::server {
namespace {

namespace asio = boost::asio;
using protocol::CloseCode;

/// Of who comes back: what they have missed.
std::string knowing(const protocol::Hello& hello, const session::State& newest) {
  if (hello.epoch == 0) return {};
  if (hello.epoch != newest.epoch) return ", back from another run of the presenter";
  return ", back from revision " + std::to_string(hello.revision) + " at " + std::to_string(newest.revision);
}

}  // namespace

WebSocketSession::WebSocketSession(std::shared_ptr<websocket::Connection> connection,
                                   protocol::Encoding encoding, Peer peer, WaitingRoom::Seat seat,
                                   Context& context)
    : connection_(std::move(connection)),
      encoding_(encoding),
      peer_(std::move(peer)),
      context_(context),
      seat_(std::move(seat)) {}

asio::awaitable<void> WebSocketSession::run(Deadline deadline) {
  seat_.on_displace([this] { close(CloseCode::displaced); });
  const auto executor = co_await asio::this_coro::executor;
  next_point_.emplace(executor);
  asio::steady_timer hello_deadline(executor, deadline);
  hello_deadline.async_wait([of = weak_from_this()](boost::system::error_code error) {
    const auto self = of.lock();
    if (!error && self && !self->identified()) self->close(CloseCode::hello_expected);
  });
  const boost::system::error_code refused = co_await connection_->accept();
  if (!refused) {
    connection_->write([self = shared_from_this()] { return self->next_outgoing(); },
                       [self = shared_from_this()] { self->close(CloseCode::too_slow); });
    co_await read();
  }
  context_.hub.leave(*this);
  seat_.leave();
}

asio::awaitable<void> WebSocketSession::read() {
  for (;;) {
    const auto message = co_await connection_->read();
    if (!message) {
      if (identified() && !closing_) log_info(who_.name + " left: " + message.error().error.message());
      co_return;
    }
    const bool is_ours = message->is_binary == (encoding_ == protocol::Encoding::protobuf);
    const auto wrong = is_ours ? receive(message->bytes) : CloseCode::malformed;
    if (wrong) close(*wrong);
  }
}

void WebSocketSession::close(CloseCode code) {
  if (std::exchange(closing_, true)) return;
  log_info("closing the connection of " + (identified() ? who_.name : "an unidentified client") + ": " +
           std::string(protocol::describe(code)));
  context_.hub.leave(*this);
  seat_ = context_.closing_room.enter(peer_.network, [this] { connection_->cut(); });
  connection_->close(static_cast<std::uint16_t>(code), protocol::describe(code));
}

void WebSocketSession::tell_state(Payload state) {
  state_ = std::move(state);
  connection_->wake_writer();
}

void WebSocketSession::tell_presented(Payload presented) {
  presented_ = std::move(presented);
  connection_->wake_writer();
}

void WebSocketSession::tell_pointer(Payload pointer) {
  pointer_ = std::move(pointer);
  connection_->wake_writer();
}

void WebSocketSession::tell_roster(Payload roster) {
  roster_ = std::move(roster);
  connection_->wake_writer();
}

void WebSocketSession::tell_recorded(Payload recorded) {
  recorded_ = std::move(recorded);
  connection_->wake_writer();
}

std::optional<CloseCode> WebSocketSession::reply(const Payload& payload) {
  if (replies_.size() == protocol::max_requests_in_flight) return CloseCode::too_many_requests;
  if (unsent_bytes_ >= protocol::max_unsent_bytes) return CloseCode::too_slow;
  replies_.push_back(payload->in(encoding_));
  unsent_bytes_ += replies_.back()->size();
  connection_->wake_writer();
  return std::nullopt;
}

/// The time, which must not wait; replies in the order of the requests; then the newest state, what was
/// presented of it, and the other signals.
websocket::Payload WebSocketSession::next_outgoing() {
  if (auto reading = std::exchange(clock_, std::nullopt)) {
    reading->sent = context_.engine.now();
    return payload_of(*reading)->in(encoding_);
  }
  if (!replies_.empty()) {
    websocket::Payload reply = std::move(replies_.front());
    replies_.pop_front();
    unsent_bytes_ -= reply->size();
    return reply;
  }
  for (Payload* newest : {&state_, &presented_, &pointer_, &roster_, &recorded_})
    if (*newest) return std::exchange(*newest, nullptr)->in(encoding_);
  return nullptr;
}

std::optional<CloseCode> WebSocketSession::receive(std::string_view bytes) {
  const auto message = encoding_ == protocol::Encoding::json ? protocol::client_message_from_json(bytes)
                                                             : protocol::decode_client_message(bytes);
  if (!message) return CloseCode::malformed;
  if (identified() == std::holds_alternative<protocol::Hello>(*message)) return CloseCode::hello_expected;
  return std::visit([&](const auto& kind) { return take(kind); }, *message);
}

std::optional<CloseCode> WebSocketSession::take(const protocol::Hello& hello) {
  if (hello.version_min > protocol::version || hello.version_max < protocol::version)
    return CloseCode::version_unsupported;

  who_ = {hello.client_id, printable(hello.client_name.empty() ? "an unnamed remote" : hello.client_name),
          grant(hello, peer_, context_.operator_token)};
  seat_.leave();
  connection_->limit_messages(protocol::max_client_message_bytes);
  if (const auto refused = context_.hub.join(*this)) return refused;
  log_info(who_.name + " joined as " + std::string(session::to_word(who_.role)) +
           knowing(hello, *context_.engine.state()));

  return reply(payload_of(protocol::Welcome{protocol::version,
                                            context_.engine.state()->epoch,
                                            who_.role,
                                            {},
                                            protocol::max_client_message_bytes,
                                            protocol::max_requests_in_flight,
                                            protocol::idle_timeout,
                                            context_.engine.now()}));
}

std::optional<CloseCode> WebSocketSession::take(const session::Request& request) {
  return reply(payload_of(protocol::to_wire(context_.engine.decide(who_, request))));
}

std::optional<CloseCode> WebSocketSession::take(const protocol::DeckRequest& request) {
  return reply(look_up(request));
}

std::optional<CloseCode> WebSocketSession::take(const protocol::Point& wanted) {
  points_.put(wanted);
  point();
  return std::nullopt;
}

std::optional<CloseCode> WebSocketSession::take(const protocol::ClockProbe& probe) {
  clock_ = protocol::ClockReading{probe.client_sent_ms, context_.engine.now(), {}};
  connection_->wake_writer();
  return std::nullopt;
}

/// What comes too soon waits for its time.
void WebSocketSession::point() {
  const Instant now = context_.engine.now();
  if (const auto due = points_.take(now)) context_.engine.point(due->pointer, due->seen, who_);
  if (!points_.due()) return;
  next_point_->expires_after(*points_.due() - now);
  next_point_->async_wait([of = weak_from_this()](boost::system::error_code error) {
    const auto self = of.lock();
    if (!error && self && !self->closing_) self->point();
  });
}

Payload WebSocketSession::look_up(const protocol::DeckRequest& request) const {
  const deck::Deck* const deck = context_.engine.find(request.deck);
  const auto unavailable = [&](std::string why) {
    return payload_of(protocol::Unavailable{request.deck, request.notes_of.value_or(0), std::move(why)});
  };
  if (!deck) return unavailable("another deck is being shown now");
  if (!request.notes_of) return context_.hub.outline(*deck);
  if (!session::may_read_notes(who_.role))
    return unavailable("notes are for the speaker and whom they let read them");
  if (*request.notes_of < 1 || *request.notes_of > deck->slides.size())
    return unavailable("the deck has no such slide");
  return payload_of(protocol::notes_of(*deck, *request.notes_of));
}

}  // namespace lectern::server
