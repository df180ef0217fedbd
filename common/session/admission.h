// Which commands reach reduce(): each at most once, none too late, none that hangs on one that was refused.
// Pure.
#pragma once

#include <deque>
#include <list>
#include <optional>
#include <string>
#include <unordered_map>
#include <variant>

#include "common/base/ids.h"
#include "common/base/time.h"
#include "common/base/token_bucket.h"
#include "common/session/command.h"
#include "common/session/reduce.h"
#include "common/session/role.h"
#include "common/session/sender.h"

namespace lectern::session {

/// Why a command never came to reduce(). The names are the protocol's words.
enum class Rejection {
  other_epoch,          ///< meant for an earlier run of the presenter
  expired,              ///< waited longer than the client allowed
  predecessor_refused,  ///< the press that it was queued behind was refused, or is not known
  too_old,              ///< its number is below one already answered, and its answer is no longer kept
  not_permitted,        ///< it takes a greater role
  too_many,             ///< this client sends more than there may be in so short a time
};

std::string_view describe(Rejection);

/// A step that starts from wherever the client's command `after` left the show.
struct ChainedStep {
  Direction direction = Direction::next;
  DeckHash deck;
  CommandId after = 0;
  friend bool operator==(const ChainedStep&, const ChainedStep&) = default;
};

/// A command on its way in.
struct Request {
  CommandId id = 0;
  Epoch epoch = 0;
  Instant expires{};  ///< on the presenter's clock
  std::variant<Command, ChainedStep> command;
  friend bool operator==(const Request&, const Request&) = default;
};

/// How many commands one client may send: so many at once, and 20 a second.
inline constexpr int command_burst = 40;
inline constexpr Duration command_interval{50};

/// The final word on one command.
struct Answer {
  CommandId id = 0;
  std::variant<Revision, Refusal, Rejection> outcome;  ///< Revision: accepted; the state's after it

  bool accepted() const { return std::holds_alternative<Revision>(outcome); }
  friend bool operator==(const Answer&, const Answer&) = default;
};

/// The words for a refused answer; empty for an accepted one.
std::string_view describe(const Answer&);

/// Remembers what was answered to whom. A connection that breaks does not forget: the same client comes back
/// with the same id. Memory is bounded: the last kept_answers of each of the last kept_clients.
class Admission {
 public:
  static constexpr std::size_t kept_answers = 64;
  static constexpr std::size_t kept_clients = 256;

  /// Takes a request through reduce(), once: the answer, and in `state` what follows from it. A number that
  /// was answered before gets the same answer again and changes nothing. What the sender's role does not
  /// allow is not remembered: nobody can spoil the numbers of a client whose id they know, nor have one
  /// forgotten.
  Answer decide(const Sender&, const Request&, State& state, const Decks&, Instant now);

  /// Whether this number of the client's was answered before, and the answer is still kept.
  bool has_answered(const ClientId&, CommandId) const;

 private:
  struct Kept {
    Answer answer;
    Position position;  ///< of the state after it
  };
  struct Client {
    ClientId id;
    std::deque<Kept> kept{};  ///< by growing command id
    TokenBucket bucket{command_burst, command_interval};
  };

  Client& client(const ClientId&);

  std::list<Client> clients_;  ///< most recently heard first
  std::unordered_map<ClientId, std::list<Client>::iterator> by_id_;
};

}  // namespace lectern::session
