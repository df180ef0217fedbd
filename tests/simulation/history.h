// What happened in one simulated meeting, as somebody who sees everything would write it down.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "common/base/time.h"
#include "common/client/view.h"
#include "common/protocol/messages.h"
#include "common/session/admission.h"
#include "common/session/state.h"

namespace lectern::simulation {

using StatePtr = std::shared_ptr<const session::State>;

/// Somebody pressed.
struct Pressed {
  ClientId client;
  session::Request request;
  Duration at{};           ///< of the world
  Duration clock_error{};  ///< of what the client took for the presenter's clock
};

/// A client sent a command, for the first time or again.
struct Sent {
  ClientId client;
  session::Request request;
};

/// A command came to the presenter, for the first time or again.
struct Decided {
  ClientId client;
  session::Request request;
  session::Answer answer;
  Instant at{};     ///< on the presenter's clock
  Duration when{};  ///< of the world
  StatePtr before, after;
};

/// A client was told what became of its command.
struct Told {
  ClientId client;
  Epoch epoch = 0;  ///< that the connection was to
  protocol::Answer answer;
};

/// Somebody was told what became of their press.
struct Settled {
  ClientId client;
  CommandId id = 0;
  client::Confirmed confirmed;
};

/// One life of the presenter.
struct Run {
  Duration began{};  ///< of the world: the zero of its clock
  StatePtr first;
  std::optional<session::State> left;  ///< what it went on from
  std::vector<StatePtr> published;     ///< after `first`
  std::vector<Decided> decided;
  Revision recorded = 0;  ///< the newest that it was told of

  Epoch epoch() const { return first->epoch; }
};

/// What a client shows when all is quiet again.
struct Shown {
  ClientId client;
  std::optional<session::State> state;
  bool waits_for_an_answer = false;
};

struct History {
  std::vector<Run> runs;
  std::vector<Pressed> pressed;
  std::vector<Sent> sent;
  std::vector<Told> told;
  std::vector<Settled> settled;
  std::vector<Shown> shown;
};

}  // namespace lectern::simulation
