// Commands from press to answer: numbered, given an expiry, chained, sent again after a broken connection.
// Pure.
#pragma once

#include <deque>
#include <optional>
#include <variant>
#include <vector>

#include "common/base/ids.h"
#include "common/base/time.h"
#include "common/protocol/limits.h"
#include "common/protocol/messages.h"
#include "common/session/admission.h"
#include "common/session/state.h"

namespace lectern::client {

inline constexpr Duration step_patience = std::chrono::seconds(2);      ///< a press of next or previous
inline constexpr Duration command_patience = std::chrono::seconds(10);  ///< anything else

/// What a person asks for. A step is given its start by the outbox.
using Press = std::variant<session::Direction, session::Command>;

class Outbox {
 public:
  /// The request for a press made while looking at `state`. A step starts from what `state` shows; or, where
  /// an earlier step of ours is not in `state` yet, from wherever that one left the show.
  session::Request press(const Press&, const session::State& state, Instant presenter_now);

  /// Takes an answer in. False: no such request was waiting (a second answer to the same one).
  bool answered(const protocol::Answer&);

  /// After reconnecting to `epoch`: drops what was meant for another epoch or is too late, and gives what to
  /// send again, in order.
  std::vector<session::Request> resume(Epoch epoch, Instant presenter_now);

  /// Drops what no answer can be hoped for any more.
  void expire(Instant presenter_now);

  /// When expire() will next drop something, on the presenter's clock; nullopt: nothing waits.
  std::optional<Instant> due() const;

  /// Whether `id` was pressed, not answered and not dropped.
  bool waits(CommandId id) const;

  /// No more may be pressed before something is answered: the presenter takes so many and no more.
  bool is_full() const { return waiting_.size() >= protocol::max_requests_in_flight; }

 private:
  CommandId last_id_ = 0;
  std::deque<session::Request> waiting_;  ///< sent, not answered; oldest first
  std::optional<Revision>
      last_accepted_;  ///< where the newest command was; nullopt: not answered, or refused
};

}  // namespace lectern::client
