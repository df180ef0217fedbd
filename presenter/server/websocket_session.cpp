#include "presenter/server/websocket_session.h"

#include <boost/asio/use_awaitable.hpp>
#include <utility>

#include "common/base/log.h"
#include "common/protocol/json.h"
#include "common/text/printable.h"
#include "common/trust/agreement.h"
#include "common/trust/primitives.h"
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

/// By which a client says who it is.
bool introduces(const protocol::ClientMessage& message) {
  return std::holds_alternative<protocol::Hello>(message) ||
         std::holds_alternative<protocol::Pair>(message) || std::holds_alternative<protocol::Prove>(message);
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
  close_unless_identified_at(deadline);
  const boost::system::error_code refused = co_await connection_->accept();
  if (!refused) {
    connection_->take_turns(context_.turns);
    connection_->write([self = shared_from_this()] { return self->next_outgoing(); },
                       [self = shared_from_this()] { self->close(CloseCode::too_slow); });
    co_await read();
  }
  hello_deadline_.reset();
  context_.hub.leave(*this);
  context_.pairing.leave(*this);
  seat_.leave();
}

void WebSocketSession::close_unless_identified_at(Deadline deadline) {
  if (!hello_deadline_) hello_deadline_ = std::make_unique<asio::steady_timer>(connection_->executor());
  hello_deadline_->expires_at(deadline);
  hello_deadline_->async_wait([of = weak_from_this()](boost::system::error_code error) {
    const auto self = of.lock();
    if (!error && self && !self->identified()) self->close(CloseCode::hello_expected);
  });
}

asio::awaitable<void> WebSocketSession::read() {
  for (;;) {
    const auto message = co_await connection_->read();
    if (!message) {
      if (identified() && !closing_) log_info(who_.name + " left: " + message.error().error.message());
      co_return;
    }
    const bool is_ours = message->is_binary == (opener_ || encoding_ == protocol::Encoding::protobuf);
    const auto opened = opener_ && is_ours ? opener_->open(message->bytes) : std::string(message->bytes);
    const auto wrong = is_ours && opened ? receive(*opened) : CloseCode::malformed;
    if (wrong) close(*wrong);
  }
}

void WebSocketSession::close(CloseCode code) {
  if (std::exchange(closing_, true)) return;
  log_info("closing the connection of " + (identified() ? who_.name : "an unidentified client") + ": " +
           std::string(protocol::describe(code)));
  context_.hub.leave(*this);
  context_.pairing.leave(*this);
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

void WebSocketSession::tell_pairing(Payload pairing) {
  pairing_ = std::move(pairing);
  connection_->wake_writer();
}

void WebSocketSession::tell(const protocol::ServerMessage& message) {
  if (const auto wrong = reply(payload_of(message))) return close(*wrong);
  if (std::holds_alternative<protocol::Asked>(message))
    seat_.leave();  // there are few, and the operator takes time
  // Who was let in has nothing more to do here, but to go.
  if (std::holds_alternative<protocol::Paired>(message))
    close_unless_identified_at(std::chrono::steady_clock::now() + protocol::hello_timeout);
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
websocket::Payload WebSocketSession::next_message() {
  if (auto reading = std::exchange(clock_, std::nullopt)) {
    reading->sent = context_.engine.now();
    return payload_of(*reading)->in(encoding_);
  }
  if (!replies_.empty()) {
    websocket::Payload reply = std::move(replies_.front());
    replies_.erase(replies_.begin());
    unsent_bytes_ -= reply->size();
    return reply;
  }
  for (Payload* newest : {&state_, &presented_, &pointer_, &roster_, &recorded_, &pairing_})
    if (*newest) return std::exchange(*newest, nullptr)->in(encoding_);
  return nullptr;
}

websocket::Payload WebSocketSession::next_outgoing() {
  websocket::Payload message = next_message();
  return message && sealer_ ? std::make_shared<const std::string>(sealer_->seal(*message)) : message;
}

std::optional<CloseCode> WebSocketSession::receive(std::string_view bytes) {
  const auto message = encoding_ == protocol::Encoding::json ? protocol::client_message_from_json(bytes)
                                                             : protocol::decode_client_message(bytes);
  if (!message) return CloseCode::malformed;
  if (identified() == introduces(*message)) return CloseCode::hello_expected;
  return std::visit([&](const auto& kind) { return take(kind); }, *message);
}

std::optional<CloseCode> WebSocketSession::take(const protocol::Hello& hello) {
  if (hello.version_min > protocol::version || hello.version_max < protocol::version)
    return CloseCode::version_unsupported;
  if (claim_ || is_pairing_) return CloseCode::hello_expected;
  if (hello.device != 0) {
    claim_ = std::make_unique<Claim>(Claim{hello,
                                           {trust::random_bytes<32>(), hello.nonce,
                                            peer_.is_secure ? context_.tls.fingerprint() : trust::Digest{}}});
    protocol::Challenge challenge{claim_->meeting.presenter};
    if (peer_.is_secure) challenge.certificate = context_.tls.fingerprint();
    close_unless_identified_at(std::chrono::steady_clock::now() + protocol::prove_timeout);
    return reply(payload_of(challenge));
  }
  return welcome(hello, {hello.client_id, hello.client_name, grant(hello, peer_, context_.operator_token)},
                 {});
}

std::optional<CloseCode> WebSocketSession::take(const protocol::Pair& asked) {
  if (claim_ || std::exchange(is_pairing_, true)) return CloseCode::hello_expected;
  hello_deadline_.reset();  // the desk has its own
  context_.pairing.begin(*this, asked);
  return std::nullopt;
}

std::optional<CloseCode> WebSocketSession::take(const protocol::Prove& said) {
  if (claim_) return prove(said);
  if (!is_pairing_) return CloseCode::hello_expected;
  context_.pairing.prove(*this, said);
  return std::nullopt;
}

/// That it is the device that it claims to be. What is said from now on over plain HTTP is sealed.
std::optional<CloseCode> WebSocketSession::prove(const protocol::Prove& said) {
  const Claim claim = *std::exchange(claim_, nullptr);
  const protocol::Hello& hello = claim.hello;
  const pairing::Device* const device = context_.pairing.find(hello.device);
  if (!device) return CloseCode::not_paired;
  const trust::Agreement agreement = trust::agree(
      trust::view(device->key), trust::hello_transcript(claim.meeting, hello.device, hello.client_id,
                                                        protocol::role_number(hello.role)));
  if (!trust::equal(trust::view(agreement.client_proof), trust::view(said.proof)))
    return CloseCode::not_paired;
  if (!peer_.is_secure) {
    sealer_.emplace(agreement.to_client);
    opener_.emplace(agreement.to_presenter);
    connection_->write_binary();
  }
  return welcome(hello, {hello.client_id, device->name, grant(hello, peer_, *device), device->number},
                 agreement.presenter_proof);
}

std::optional<CloseCode> WebSocketSession::welcome(const protocol::Hello& hello, session::Sender who,
                                                   const std::optional<protocol::Proof>& proof) {
  who.name = printable(who.name.empty() ? "an unnamed remote" : who.name);
  who_ = std::move(who);
  seat_.leave();
  hello_deadline_.reset();
  if (who_.role != session::Role::follower) connection_->hurry();
  connection_->limit_messages(protocol::max_client_message_bytes + (opener_ ? trust::seal_overhead : 0));
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
                                            context_.engine.now(),
                                            proof}));
}

std::optional<CloseCode> WebSocketSession::take(const session::Request& request) {
  return reply(payload_of(protocol::to_wire(context_.engine.decide(who_, request))));
}

std::optional<CloseCode> WebSocketSession::take(const protocol::DeckRequest& request) {
  return reply(context_.deck_parts.look_up(request, who_.role));
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
  if (!next_point_) next_point_ = std::make_unique<asio::steady_timer>(connection_->executor());
  next_point_->expires_after(*points_.due() - now);
  next_point_->async_wait([of = weak_from_this()](boost::system::error_code error) {
    const auto self = of.lock();
    if (!error && self && !self->closing_) self->point();
  });
}

}  // namespace lectern::server
