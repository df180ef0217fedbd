// Every identified client, and what all of them are told: encoded once a role, shared by all who have it.
#pragma once

#include <array>
#include <memory>
#include <set>
#include <string>

#include "common/protocol/messages.h"
#include "common/session/project.h"
#include "presenter/engine/engine.h"

namespace lectern::server {

/// One message's bytes, ready to be written to any number of clients.
using Payload = std::shared_ptr<const std::string>;
Payload payload_of(const protocol::ServerMessage&);

/// What the hub tells a client. Both only replace what was not sent yet: a slow reader gets the newest, not
/// everything.
class Client {
 public:
  virtual ~Client() = default;
  virtual session::Role role() const = 0;
  virtual void tell_state(Payload) = 0;
  virtual void tell_presented(Payload) = 0;
  virtual void end() = 0;  ///< the presenter ends
};

/// Lives on the engine thread.
class Hub {
 public:
  explicit Hub(engine::Engine&);

  /// The client is told the newest state and what was presented, at once and from now on, until it leaves.
  void join(Client&);
  void leave(Client&);
  std::size_t size() const { return clients_.size(); }

  /// The deck's outline, for whoever asks.
  const Payload& outline() const { return outline_; }

  /// Tells all clients that the presenter ends.
  void end_all();

 private:
  void publish(const engine::Engine::StatePtr&);
  Payload state_for(session::Role);

  engine::Engine::StatePtr state_;
  std::array<Payload, 2> encoded_;  ///< of state_, by role; null: nobody of that role has asked yet
  Payload presented_;
  Payload outline_;
  std::set<Client*> clients_;
};

}  // namespace lectern::server
