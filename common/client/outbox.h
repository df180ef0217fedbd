// Commands from press to answer: numbered, given an expiry, sent one after the other, sent again after a
// broken connection, and settled once each. Pure; instants are on the presenter's clock.
#pragma once

#include <deque>
#include <optional>
#include <variant>
#include <vector>

#include "common/base/ids.h"
#include "common/base/time.h"
#include "common/client/view.h"
#include "common/protocol/limits.h"
#include "common/protocol/messages.h"
#include "common/session/admission.h"
#include "common/session/state.h"

namespace lectern::client {

inline constexpr Duration step_patience = std::chrono::seconds(2);      ///< a press of next or previous
inline constexpr Duration command_patience = std::chrono::seconds(10);  ///< anything else

/// What a person asks for. A step is given its start by the outbox.
using Press = std::variant<session::Direction, session::Command>;

using Ticket = std::uint32_t;  ///< names a press until it is settled

/// What became of a press.
struct Settled {
  Ticket ticket = 0;
  Confirmed confirmed;
};

/// One command that moves the show is under way at a time; whatever was pressed after it waits behind it. A
/// step that was pressed before the one before it was settled names that one, and falls with it.
class Outbox {
 public:
  /// A press made while looking at `state`. A step starts from what `state` shows; or, where an earlier move
  /// of ours is not in `state` yet, from wherever that one leaves the show.
  void press(Ticket, const Press&, const session::State& state, Instant now);

  /// What is to be sent now, in order.
  std::vector<session::Request> next();

  void answered(const protocol::Answer&);

  /// The connection is gone: what was sent may never have arrived.
  void disconnected();

  /// A new one is there, to `epoch`. What was meant for another is never sent again.
  void resume(Epoch epoch);

  /// Settles what has waited too long, and what no answer can be hoped for any more.
  void expire(Instant now);
  std::optional<Instant> due() const;  ///< when expire() will next settle something

  /// Settles everything: there will be no more answers.
  void give_up();

  /// What was settled since this was asked last.
  std::vector<Settled> take_settled();

  /// No more may be pressed before something is settled: the presenter takes so many and no more.
  bool is_full() const { return waiting_.size() >= protocol::max_requests_in_flight; }

 private:
  struct Waiting {
    session::Request request;
    Ticket ticket = 0;
    bool moves = false;     ///< the show
    bool is_sent = false;   ///< on this connection
    bool was_sent = false;  ///< on any: it may have happened
  };
  using Place = std::deque<Waiting>::iterator;

  template <class Predicate>
  void drop_where(Predicate is_over, session::Rejection);
  void settle(Place, Confirmed);
  void fall(CommandId with);
  static Instant hopeless_after(const Waiting&);

  Epoch epoch_ = 0;
  CommandId last_id_ = 0;
  CommandId last_move_ = 0;
  std::optional<Revision> last_move_accepted_;  ///< nullopt: last_move_ waits, or it was not accepted
  std::deque<Waiting> waiting_;                 ///< not settled; oldest first
  std::vector<Settled> settled_;
};

}  // namespace lectern::client
