// The protocol's messages as plain values, and their bytes. The only place that knows protobuf.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "common/base/fingerprint.h"
#include "common/base/ids.h"
#include "common/base/result.h"
#include "common/base/time.h"
#include "common/deck/deck.h"
#include "common/session/admission.h"
#include "common/session/pairing.h"
#include "common/session/pointer.h"
#include "common/session/project.h"
#include "common/session/recorded.h"
#include "common/session/roster.h"
#include "common/session/state.h"

namespace lectern::protocol {

using Nonce = std::array<std::uint8_t, 32>;
using Proof = std::array<std::uint8_t, 32>;

// From the client.

struct Hello {
  std::uint32_t version_min = 0;
  std::uint32_t version_max = 0;
  ClientId client_id;
  std::string client_name;
  session::Role role = session::Role::follower;
  std::string operator_token{};  ///< of a program on the display machine; empty: it has none
  Epoch epoch = 0;               ///< of the newest state that the client has; 0: it has none
  Revision revision = 0;         ///< likewise
  DeviceNumber device = 0;       ///< that was paired, and will prove it; 0: none
  Nonce nonce{};                 ///< of such a device, for this connection
  friend bool operator==(const Hello&, const Hello&) = default;
};

/// Parts of a deck. Numbers of slides are from 1.
struct WholeOutline {
  friend bool operator==(const WholeOutline&, const WholeOutline&) = default;
};
struct NotesOf {
  std::uint32_t number = 0;
  friend bool operator==(const NotesOf&, const NotesOf&) = default;
};
struct SlideAt {
  std::uint32_t number = 0;
  std::optional<std::uint32_t> step{};  ///< so many are revealed; nullopt: as many as the client may see
  friend bool operator==(const SlideAt&, const SlideAt&) = default;
};
using DeckPart = std::variant<WholeOutline, NotesOf, SlideAt>;

struct DeckRequest {
  DeckHash deck;
  DeckPart part{};
  friend bool operator==(const DeckRequest&, const DeckRequest&) = default;
};

/// Somebody points, in sight of revision `seen`.
struct Point {
  session::Pointer pointer;
  Revision seen = 0;
  friend bool operator==(const Point&, const Point&) = default;
};

/// Asks for the presenter's time.
struct ClockProbe {
  std::int64_t client_sent_ms = 0;  ///< comes back as it is
  friend bool operator==(const ClockProbe&, const ClockProbe&) = default;
};

/// A device asks to be let in, instead of Hello.
struct Pair {
  enum class By { pin, token } by = By::pin;
  std::string name;  ///< for the operator; 1 to max_client_name_bytes
  Nonce nonce{};
  friend bool operator==(const Pair&, const Pair&) = default;
};

/// The answer to Challenge.
struct Prove {
  Proof proof{};
  std::string srp_key{};  ///< by the PIN: A
  friend bool operator==(const Prove&, const Prove&) = default;
};

using ClientMessage = std::variant<Hello, session::Request, DeckRequest, Point, ClockProbe, Pair, Prove>;

// From the presenter.

struct Welcome {
  std::uint32_t version = 0;
  Epoch epoch = 0;
  session::Role role = session::Role::follower;
  std::vector<std::string> features;
  std::uint32_t message_bytes = 0;
  std::uint32_t requests_in_flight = 0;
  Duration idle{};
  Instant sent{};                ///< the presenter's clock, for reading timers and setting expiries
  std::optional<Proof> proof{};  ///< for a paired device: that the presenter knows its key
  friend bool operator==(const Welcome&, const Welcome&) = default;
};

struct Presented {
  Revision revision = 0;
  friend bool operator==(const Presented&, const Presented&) = default;
};

/// The final word on a command as a client reads it; a reason it does not know is still a refusal.
struct Answer {
  CommandId id = 0;
  std::optional<Revision> accepted;
  std::string reason;   ///< where refused: the reason's name in lower case, such as "moved_on"
  std::string message;  ///< where refused: for a person
  friend bool operator==(const Answer&, const Answer&) = default;
};

struct SlideEntry {
  deck::Address address;
  std::string title;
  int step_count = 0;
  bool has_notes = false;
  bool is_counted = true;
  bool is_unseen = false;  ///< by the audience, so that who only follows is not told the title
  friend bool operator==(const SlideEntry&, const SlideEntry&) = default;
};

struct Outline {
  DeckHash deck;
  std::string title;
  std::vector<SlideEntry> slides;
  friend bool operator==(const Outline&, const Outline&) = default;
};

struct StepNotes {
  int step = 1;
  std::string markdown;
  friend bool operator==(const StepNotes&, const StepNotes&) = default;
};

struct Notes {
  DeckHash deck;
  std::uint32_t number = 0;
  std::string markdown;
  std::vector<StepNotes> steps;
  friend bool operator==(const Notes&, const Notes&) = default;
};

/// One slide, to be read and to be seen.
struct Slide {
  DeckHash deck;
  std::uint32_t number = 0;
  std::uint32_t step = 0;
  std::string title;
  std::string html;
  std::string picture;  ///< what it is called; empty: there is none
  friend bool operator==(const Slide&, const Slide&) = default;
};

struct Unavailable {
  DeckHash deck;
  std::uint32_t number = 0;
  std::string message;
  friend bool operator==(const Unavailable&, const Unavailable&) = default;
};

struct ClockReading {
  std::int64_t client_sent_ms = 0;
  Instant received{};  ///< when the presenter read the probe, on its clock
  Instant sent{};      ///< when it wrote this
  friend bool operator==(const ClockReading&, const ClockReading&) = default;
};

/// What a client has to prove itself by.
struct Challenge {
  Nonce nonce{};
  std::optional<Fingerprint> certificate{};  ///< the presenter's; nullopt: not over TLS
  std::string srp_salt{};                    ///< by the PIN; empty otherwise
  std::string srp_key{};                     ///< likewise: B
  friend bool operator==(const Challenge&, const Challenge&) = default;
};

/// A device waits for the operator.
struct Asked {
  Proof proof{};  ///< that the presenter knows the PIN or the token too
  friend bool operator==(const Asked&, const Asked&) = default;
};

struct Paired {
  DeviceNumber device = 0;
  session::Role role = session::Role::follower;
  friend bool operator==(const Paired&, const Paired&) = default;
};

using ServerMessage = std::variant<Welcome, session::State, Presented, Answer, Outline, Notes, Unavailable,
                                   session::Pointer, session::Roster, session::Recorded, ClockReading,
                                   Challenge, Asked, Paired, session::Pairing, Slide>;

/// As the wire numbers it, for proofs.
std::uint8_t role_number(session::Role);

Answer to_wire(const session::Answer&);
Outline outline_of(const deck::Deck&);

/// Of the slide with this number, which the deck must have. What is over max_notes_bytes is cut, and says so.
Notes notes_of(const deck::Deck&, std::uint32_t number);

/// One WebSocket message's payload.
std::string encode(const ClientMessage&);
std::string encode(const ServerMessage&);

/// Fails on anything that is not a whole, valid message: unknown kinds, numbers out of range, text that is
/// not UTF-8. Bounded by the length of `bytes`.
Result<ClientMessage> decode_client_message(std::string_view bytes);
Result<ServerMessage> decode_server_message(std::string_view bytes);

}  // namespace lectern::protocol
