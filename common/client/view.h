// What a client knows of its presenter, and what it is told of its own presses.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>

#include "common/base/time.h"
#include "common/protocol/messages.h"

namespace lectern::client {

enum class Link {
  connecting,
  connected,  ///< Welcome and the first state are here
  waiting,    ///< the last attempt failed or the connection broke; the next attempt comes by itself
  refused,  ///< the presenter does not understand us; trying again would change nothing, so nothing is tried
};

/// What the client knows. Kept over a broken connection, as the last that was known.
struct View {
  Link link = Link::connecting;
  std::string trouble;  ///< why `waiting` or `refused`, for a person; empty while connected
  std::optional<session::State> state;
  std::uint32_t connection_count = 0;                ///< connections that came to a state
  Revision presented = 0;                            ///< 0: nothing yet in this epoch
  session::Pointer pointer;                          ///< on the stage, whoever points
  std::uint32_t pointer_count = 0;                   ///< pointers that were told
  ClientId client;                                   ///< our own
  DeviceNumber device = 0;                           ///< that we are, where we were paired
  session::Role role = session::Role::follower;      ///< that the presenter grants us
  std::optional<session::Roster> roster;             ///< nullopt: not told (yet), as a follower never is
  std::optional<session::Pairing> pairing;           ///< nullopt: not told (yet), as only the operator is
  session::Recorded recorded;                        ///< by the presenter, for its next start
  Duration presenter_ahead{};                        ///< presenter's clock − ours
  std::shared_ptr<const protocol::Outline> outline;  ///< of state->deck; null until it is here
};

/// What became of a press.
enum class Outcome {
  accepted,
  refused,
  unconfirmed,  ///< no answer: the connection broke, or it took too long
};
struct Confirmed {
  Outcome outcome = Outcome::unconfirmed;
  Revision revision = 0;  ///< where accepted
  std::string reason;     ///< where refused: the protocol's word
  std::string message;    ///< where not accepted, for a person
};

}  // namespace lectern::client
