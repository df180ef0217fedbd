#include "common/protocol/messages.h"

#include <google/protobuf/stubs/logging.h>

#include <algorithm>

#include "common/protocol/convert.h"
#include "common/protocol/limits.h"

namespace lectern::protocol {
namespace {

// Protobuf would print a line for every string that is not UTF-8, for as long as a peer likes to send them.
[[maybe_unused]] auto* const protobufs_own_log = google::protobuf::SetLogHandler(nullptr);

// Each message kind: how it is put into its envelope, and how it is taken out.

void put(v1::ClientMessage& envelope, const Hello& hello) {
  v1::Hello& out = *envelope.mutable_hello();
  out.set_version_min(hello.version_min);
  out.set_version_max(hello.version_max);
  out.set_client_id(hello.client_id);
  out.set_client_name(hello.client_name);
  out.set_role(role_to_proto(hello.role));
  out.set_operator_token(hello.operator_token);
  out.set_epoch(hello.epoch);
  out.set_revision(hello.revision);
  out.set_device(hello.device);
  if (hello.device != 0) out.set_nonce(bytes_of(hello.nonce));
}

void put(v1::ClientMessage& envelope, const session::Request& request) {
  *envelope.mutable_command() = to_proto(request);
}

void put(v1::ClientMessage& envelope, const DeckRequest& request) {
  v1::DeckRequest& out = *envelope.mutable_deck_request();
  out.set_deck(request.deck);
  std::visit(Overload{[&](const WholeOutline&) { out.mutable_outline(); },
                      [&](const NotesOf& notes) { out.mutable_notes()->set_number(notes.number); },
                      [&](const SlideAt& slide) {
                        out.mutable_slide()->set_number(slide.number);
                        if (slide.step) out.mutable_slide()->set_step(*slide.step);
                      }},
             request.part);
}

void put(v1::ClientMessage& envelope, const Point& point) {
  *envelope.mutable_point()->mutable_pointer() = to_proto(point.pointer);
  envelope.mutable_point()->set_seen(point.seen);
}

void put(v1::ClientMessage& envelope, const ClockProbe& probe) {
  envelope.mutable_clock_probe()->set_client_sent_ms(probe.client_sent_ms);
}

void put(v1::ClientMessage& envelope, const Pair& pair) {
  v1::Pair& out = *envelope.mutable_pair();
  out.set_by(pair.by == Pair::By::pin ? v1::Pair::BY_PIN : v1::Pair::BY_TOKEN);
  out.set_name(pair.name);
  out.set_nonce(bytes_of(pair.nonce));
}

void put(v1::ClientMessage& envelope, const Prove& prove) {
  envelope.mutable_prove()->set_proof(bytes_of(prove.proof));
  envelope.mutable_prove()->set_srp_key(prove.srp_key);
}

std::optional<ClientMessage> take(const v1::Hello& in) {
  const auto role = role_from_proto(in.role());
  const auto nonce = in.device() == 0 ? Nonce{} : bytes_from(in.nonce());
  if (!role || !nonce || !is_client_id(in.client_id()) || in.client_name().size() > max_client_name_bytes ||
      in.version_min() > in.version_max())
    return std::nullopt;
  return Hello{in.version_min(),    in.version_max(), in.client_id(), in.client_name(), *role,
               in.operator_token(), in.epoch(),       in.revision(),  in.device(),      *nonce};
}

std::optional<ClientMessage> take(const v1::Pair& in) {
  const auto nonce = bytes_from(in.nonce());
  const bool is_by_pin = in.by() == v1::Pair::BY_PIN;
  if (!nonce || (!is_by_pin && in.by() != v1::Pair::BY_TOKEN) || !is_device_name(in.name()))
    return std::nullopt;
  return Pair{is_by_pin ? Pair::By::pin : Pair::By::token, in.name(), *nonce};
}

std::optional<ClientMessage> take(const v1::Prove& in) {
  const auto proof = bytes_from(in.proof());
  if (!proof || in.srp_key().size() > max_srp_key_bytes) return std::nullopt;
  return Prove{*proof, in.srp_key()};
}

std::optional<ClientMessage> take(const v1::DeckRequest& in) {
  switch (in.part_case()) {
    case v1::DeckRequest::kOutline:
      return DeckRequest{in.deck(), WholeOutline{}};
    case v1::DeckRequest::kNotes:
      return DeckRequest{in.deck(), NotesOf{in.notes().number()}};
    case v1::DeckRequest::kSlide: {
      SlideAt slide{in.slide().number()};
      if (in.slide().has_step()) slide.step = in.slide().step();
      return DeckRequest{in.deck(), slide};
    }
    default:
      return std::nullopt;
  }
}

std::optional<ClientMessage> take(const v1::Point& in) {
  const auto pointer = from_proto(in.pointer());
  if (!pointer) return std::nullopt;
  return Point{*pointer, in.seen()};
}

std::optional<ClientMessage> take(const v1::ClientMessage& envelope) {
  switch (envelope.kind_case()) {
    case v1::ClientMessage::kHello:
      return take(envelope.hello());
    case v1::ClientMessage::kCommand:
      return from_proto(envelope.command());
    case v1::ClientMessage::kDeckRequest:
      return take(envelope.deck_request());
    case v1::ClientMessage::kPoint:
      return take(envelope.point());
    case v1::ClientMessage::kClockProbe:
      return ClockProbe{envelope.clock_probe().client_sent_ms()};
    case v1::ClientMessage::kPair:
      return take(envelope.pair());
    case v1::ClientMessage::kProve:
      return take(envelope.prove());
    case v1::ClientMessage::KIND_NOT_SET:
      return std::nullopt;
  }
  return std::nullopt;
}

void put(v1::ServerMessage& envelope, const Welcome& welcome) {
  v1::Welcome& out = *envelope.mutable_welcome();
  out.set_version(welcome.version);
  out.set_epoch(welcome.epoch);
  out.set_role(role_to_proto(welcome.role));
  out.mutable_features()->Add(welcome.features.begin(), welcome.features.end());
  out.mutable_limits()->set_message_bytes(welcome.message_bytes);
  out.mutable_limits()->set_requests_in_flight(welcome.requests_in_flight);
  out.mutable_limits()->set_idle_ms(static_cast<std::uint32_t>(welcome.idle.count()));
  out.set_sent_ms(to_wire_ms(welcome.sent));
  if (welcome.proof) out.set_proof(bytes_of(*welcome.proof));
}

void put(v1::ServerMessage& envelope, const session::State& state) {
  *envelope.mutable_state() = to_proto(state);
}
void put(v1::ServerMessage& envelope, const Answer& answer) {
  *envelope.mutable_answer() = to_proto(answer);
}
void put(v1::ServerMessage& envelope, const Outline& outline) {
  *envelope.mutable_outline() = to_proto(outline);
}

void put(v1::ServerMessage& envelope, const Presented& presented) {
  envelope.mutable_presented()->set_revision(presented.revision);
}

void put(v1::ServerMessage& envelope, const Notes& notes) {
  *envelope.mutable_notes() = to_proto(notes);
}

void put(v1::ServerMessage& envelope, const Slide& slide) {
  *envelope.mutable_slide() = to_proto(slide);
}

void put(v1::ServerMessage& envelope, const Unavailable& unavailable) {
  envelope.mutable_unavailable()->set_deck(unavailable.deck);
  envelope.mutable_unavailable()->set_number(unavailable.number);
  envelope.mutable_unavailable()->set_message(unavailable.message);
}

void put(v1::ServerMessage& envelope, const session::Pointer& pointer) {
  *envelope.mutable_pointer() = to_proto(pointer);
}

void put(v1::ServerMessage& envelope, const session::Roster& roster) {
  *envelope.mutable_roster() = to_proto(roster);
}

void put(v1::ServerMessage& envelope, const ClockReading& reading) {
  envelope.mutable_clock_reading()->set_client_sent_ms(reading.client_sent_ms);
  envelope.mutable_clock_reading()->set_received_ms(to_wire_ms(reading.received));
  envelope.mutable_clock_reading()->set_sent_ms(to_wire_ms(reading.sent));
}

void put(v1::ServerMessage& envelope, const session::Recorded& recorded) {
  envelope.mutable_recorded()->set_revision(recorded.revision);
  envelope.mutable_recorded()->set_problem(recorded.problem);
}

void put(v1::ServerMessage& envelope, const Challenge& challenge) {
  v1::Challenge& out = *envelope.mutable_challenge();
  out.set_nonce(bytes_of(challenge.nonce));
  if (challenge.certificate) out.set_certificate(bytes_of(*challenge.certificate));
  out.set_srp_salt(challenge.srp_salt);
  out.set_srp_key(challenge.srp_key);
}

void put(v1::ServerMessage& envelope, const Asked& asked) {
  envelope.mutable_asked()->set_proof(bytes_of(asked.proof));
}

void put(v1::ServerMessage& envelope, const Paired& paired) {
  envelope.mutable_paired()->set_device(paired.device);
  envelope.mutable_paired()->set_role(role_to_proto(paired.role));
}

void put(v1::ServerMessage& envelope, const session::Pairing& pairing) {
  *envelope.mutable_pairing() = to_proto(pairing);
}

std::optional<ServerMessage> take(const v1::Challenge& in) {
  const auto nonce = bytes_from(in.nonce());
  const auto certificate = bytes_from(in.certificate());
  if (!nonce || (!certificate && !in.certificate().empty())) return std::nullopt;
  return Challenge{*nonce, certificate, in.srp_salt(), in.srp_key()};
}

std::optional<ServerMessage> take(const v1::Asked& in) {
  const auto proof = bytes_from(in.proof());
  if (!proof) return std::nullopt;
  return Asked{*proof};
}

std::optional<ServerMessage> take(const v1::Paired& in) {
  const auto role = role_from_proto(in.role());
  if (!role || in.device() == 0) return std::nullopt;
  return Paired{in.device(), *role};
}

std::optional<ServerMessage> take(const v1::Welcome& in) {
  const auto role = role_from_proto(in.role());
  const auto proof = bytes_from(in.proof());
  if (!role || in.epoch() == 0 || (!proof && !in.proof().empty())) return std::nullopt;
  return Welcome{in.version(),
                 in.epoch(),
                 *role,
                 {in.features().begin(), in.features().end()},
                 in.limits().message_bytes(),
                 in.limits().requests_in_flight(),
                 Duration(in.limits().idle_ms()),
                 from_wire_ms(in.sent_ms()),
                 proof};
}

std::optional<ServerMessage> take(const v1::ServerMessage& envelope) {
  switch (envelope.kind_case()) {
    case v1::ServerMessage::kWelcome:
      return take(envelope.welcome());
    case v1::ServerMessage::kState:
      return from_proto(envelope.state());
    case v1::ServerMessage::kPresented:
      return Presented{envelope.presented().revision()};
    case v1::ServerMessage::kAnswer:
      return from_proto(envelope.answer());
    case v1::ServerMessage::kOutline:
      return from_proto(envelope.outline());
    case v1::ServerMessage::kNotes:
      return from_proto(envelope.notes());
    case v1::ServerMessage::kSlide:
      return from_proto(envelope.slide());
    case v1::ServerMessage::kUnavailable:
      return Unavailable{envelope.unavailable().deck(), envelope.unavailable().number(),
                         envelope.unavailable().message()};
    case v1::ServerMessage::kPointer:
      return from_proto(envelope.pointer());
    case v1::ServerMessage::kRoster:
      return from_proto(envelope.roster());
    case v1::ServerMessage::kClockReading:
      return ClockReading{envelope.clock_reading().client_sent_ms(),
                          from_wire_ms(envelope.clock_reading().received_ms()),
                          from_wire_ms(envelope.clock_reading().sent_ms())};
    case v1::ServerMessage::kRecorded:
      return session::Recorded{envelope.recorded().revision(), envelope.recorded().problem()};
    case v1::ServerMessage::kChallenge:
      return take(envelope.challenge());
    case v1::ServerMessage::kAsked:
      return take(envelope.asked());
    case v1::ServerMessage::kPaired:
      return take(envelope.paired());
    case v1::ServerMessage::kPairing:
      return from_proto(envelope.pairing());
    case v1::ServerMessage::KIND_NOT_SET:
      return std::nullopt;
  }
  return std::nullopt;
}

template <class Envelope, class Message>
std::string encode_as(const Message& message) {
  Envelope envelope;
  std::visit([&](const auto& kind) { put(envelope, kind); }, message);
  return envelope.SerializeAsString();
}

template <class Envelope, class Message>
Result<Message> decode_as(std::string_view bytes) {
  Envelope envelope;
  if (bytes.size() <= max_server_message_bytes &&
      envelope.ParseFromArray(bytes.data(), static_cast<int>(bytes.size())))
    if (std::optional<Message> message = take(envelope)) return *std::move(message);
  return Error{"not a message of this protocol", "check that both sides speak " + std::string(subprotocol)};
}

}  // namespace

bool is_client_id(std::string_view text) {
  return !text.empty() && text.size() <= max_client_id_bytes &&
         std::ranges::all_of(text, [](char c) { return c >= ' ' && c <= '~'; });
}

bool is_device_name(std::string_view text) {
  return !text.empty() && text.size() <= max_client_name_bytes;
}

std::uint8_t role_number(session::Role role) {
  return static_cast<std::uint8_t>(role_to_proto(role));
}

std::string encode(const ClientMessage& message) {
  return encode_as<v1::ClientMessage>(message);
}
std::string encode(const ServerMessage& message) {
  return encode_as<v1::ServerMessage>(message);
}

Result<ClientMessage> decode_client_message(std::string_view bytes) {
  return decode_as<v1::ClientMessage, ClientMessage>(bytes);
}

Result<ServerMessage> decode_server_message(std::string_view bytes) {
  return decode_as<v1::ServerMessage, ServerMessage>(bytes);
}

}  // namespace lectern::protocol
