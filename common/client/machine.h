// What a client does, decided without a socket or a clock: it is told what happens and says what to do.
// Pure: the same events at the same instants always have the same effects.
#pragma once

#include <cstdint>
#include <optional>
#include <random>
#include <string>
#include <variant>
#include <vector>

#include "common/base/result.h"
#include "common/base/time.h"
#include "common/client/backoff.h"
#include "common/client/clock_estimate.h"
#include "common/client/deck_cache.h"
#include "common/client/device_key.h"
#include "common/client/outbox.h"
#include "common/client/probing.h"
#include "common/client/view.h"
#include "common/protocol/messages.h"

namespace lectern::client {

// What happens.

/// The connection that was asked for is there.
struct Opened {
  trust::Nonce nonce{};     ///< drawn for it
  trust::Digest channel{};  ///< SHA-256 of the certificate that was shown; zeros without TLS
};

struct Received {
  protocol::ServerMessage message;
};

/// Something came that is no message.
struct Garbled {};

/// There is no connection any more, or there never was one.
struct Lost {
  Error error;
  std::uint16_t close_code = 0;  ///< that the presenter gave; 0: it gave none
};

/// Somebody presses. The ticket is theirs to choose, each once.
struct Pressed {
  Ticket ticket = 0;
  Press what;
};
struct Pointed {
  session::Pointer pointer;
};
struct NotesWanted {
  NotesOf which;
};

/// Another network, or a computer that slept: what was tried in vain may work by now, and what worked may
/// not.
struct Nudged {};

/// due() has come.
struct Woken {};

/// Nobody needs the client any more.
struct Closed {};

using Event =
    std::variant<Opened, Received, Garbled, Lost, Pressed, Pointed, NotesWanted, Nudged, Woken, Closed>;

// What is to be done.

/// Make a connection: answered by Opened or Lost.
struct Connect {};

struct Send {
  protocol::ClientMessage message;
};

/// End the connection, or the attempt to make one. The machine wants to hear no more of it.
struct Disconnect {};

/// Settled: tell who pressed.
using Effect = std::variant<Connect, Send, Disconnect, Settled>;

struct Identity {
  ClientId id;
  std::string name;  ///< for the presenter's operator; at most max_client_name_bytes
  session::Role role = session::Role::controller;
  std::optional<DeviceKey> device = {};  ///< where it was paired with that presenter
};

class Machine {
 public:
  /// `seed` spreads the waits between attempts.
  Machine(Identity, std::uint32_t seed);

  /// Instants never go back. The first step connects, whatever it is.
  std::vector<Effect> step(const Event&, Instant now);

  /// When to step with Woken, where nothing happens before; nullopt: there is nothing to wait for.
  std::optional<Instant> due() const;

  const View& view() const { return view_; }

  /// What NotesWanted brought; nullopt: nothing yet.
  std::optional<Result<protocol::Notes>> notes(const NotesOf& which) const { return decks_.notes(which); }

 private:
  enum class Phase {
    waiting,     ///< for retry_at_
    connecting,  ///< for Opened or Lost
    greeting,    ///< Hello was sent; for Welcome, a device for Challenge before, until welcome_by_
    welcomed,
    over,
  };

  void take(const Opened&);
  void take(const Received&);
  void take(const Garbled&);
  void take(const Lost&);
  void take(const Pressed&);
  void take(const Pointed&);
  void take(const NotesWanted&);
  void take(const Nudged&);
  void take(const Woken&) {}
  void take(const Closed&);

  void take(const protocol::Welcome&);
  void take(const protocol::Challenge&);
  void take(const protocol::Asked&) { take(Garbled{}); }
  void take(const protocol::Paired&) { take(Garbled{}); }
  void take(const session::Pairing&);
  void take(const session::State&);
  void take(const session::Roster&);
  void take(const protocol::Presented&);
  void take(const protocol::Answer&);
  void take(const protocol::Outline&);
  void take(const protocol::Notes&);
  void take(const protocol::Slide&) {}
  void take(const protocol::Unavailable&);
  void take(const session::Pointer&);
  void take(const protocol::ClockReading&);
  void take(const session::Recorded&);

  void look_at_time();
  void lose(const Error&, std::uint16_t close_code);
  void end();
  void tend_outbox();
  void give_up(const Error&, std::uint16_t close_code);
  void measured(const ClockSample&);
  void send(protocol::ClientMessage);
  Instant presenter_now() const { return now_ + view_.presenter_ahead; }

  Identity identity_;
  std::mt19937 random_;
  Instant now_{};  ///< of the step under way
  std::vector<Effect> effects_;

  Phase phase_ = Phase::waiting;
  Backoff backoff_;
  Instant retry_at_{};
  Instant hello_sent_{};
  Opened opened_;                                 ///< the connection under way
  std::optional<trust::Digest> presenter_proof_;  ///< that Welcome must bring
  Instant welcome_by_{};
  bool has_state_ = false;          ///< on this connection
  bool is_nudged_ = false;          ///< since the attempt under way began
  std::optional<Probing> probing_;  ///< while welcomed

  View view_;
  Outbox outbox_;
  DeckCache decks_;
  Epoch epoch_ = 0;      ///< that was welcomed to last
  ClockEstimate clock_;  ///< of it
};

}  // namespace lectern::client
