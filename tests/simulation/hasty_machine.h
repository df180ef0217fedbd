// A client of somebody else's making, which keeps to the protocol and to nothing more: it waits for no
// answer, and sends a step that hangs on the command before it although that one may be refused.
#pragma once

#include <deque>
#include <optional>
#include <utility>
#include <vector>

#include "common/client/machine.h"

namespace lectern::simulation {

/// Is told and says what client::Machine is told and says.
class HastyMachine {
 public:
  explicit HastyMachine(client::Identity identity) : identity_(std::move(identity)) {}

  std::vector<client::Effect> step(const client::Event&, Instant now);
  std::optional<Instant> due() const { return connect_at_; }
  const client::View& view() const { return view_; }

 private:
  struct Waiting {
    client::Ticket ticket = 0;
    session::Request request;
  };

  void take(const client::Opened&);
  void take(const client::Lost&);
  void take(const client::Received&);
  void take(const client::Pressed&);
  void take(const protocol::Welcome&);
  void take(const session::State& state) { view_.state = state; }
  void take(const protocol::Answer&);
  template <class Other>
  void take(const Other&) {}

  /// A command, or a step from wherever it would have to start.
  decltype(session::Request::command) command_of(const client::Press&) const;
  void send(protocol::ClientMessage message) { effects_.push_back(client::Send{std::move(message)}); }

  const client::Identity identity_;
  Instant now_{};
  std::optional<Instant> connect_at_ = Instant{};  ///< nullopt: it has, or tries
  bool is_welcome_ = false;
  client::View view_;
  CommandId last_id_ = 0;
  std::deque<Waiting> waiting_;  ///< for an answer; oldest first
  std::vector<client::Effect> effects_;
};

}  // namespace lectern::simulation
