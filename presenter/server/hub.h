// Every identified client, and what all of them are told: encoded once a role, shared by all who have it.
#pragma once

#include <array>
#include <map>
#include <string>

#include "common/protocol/limits.h"
#include "common/protocol/messages.h"
#include "common/session/project.h"
#include "common/session/sender.h"
#include "presenter/engine/engine.h"
#include "presenter/server/parcel.h"
#include "presenter/server/peer.h"

namespace lectern::server {

/// What the hub tells a client. State and signals only replace what was not sent yet: a slow reader gets the
/// newest, not everything.
class Client {
 public:
  virtual ~Client() = default;
  virtual const session::Sender& who() const = 0;
  const ClientId& id() const { return who().client; }
  session::Role role() const { return who().role; }
  virtual const Peer& peer() const = 0;
  virtual void tell_state(Payload) = 0;
  virtual void tell_presented(Payload) = 0;
  virtual void tell_pointer(Payload) = 0;
  virtual void tell_roster(Payload) = 0;
  virtual void tell_recorded(Payload) = 0;
  virtual void tell_pairing(Payload) = 0;
  virtual void close(protocol::CloseCode) = 0;  ///< it has left by then
};

/// Lives on the engine thread.
class Hub {
 public:
  explicit Hub(engine::Engine&);

  /// The client is told the newest state and every signal that there is, at once and from now on, until it
  /// leaves. Who comes back takes the place of their older connection, which may not have noticed yet that it
  /// is broken; but not that of a greater role or of another device, which they have not proven to be.
  /// Followers leave some places free for who may do more, and those of one network some for others. nullopt:
  /// it has joined.
  std::optional<protocol::CloseCode> join(Client&);
  void leave(Client&);

  /// Ends every connection of a device that is not paired any more.
  void expel(DeviceNumber);

  /// Tells all clients that the presenter ends.
  void end_all();

 private:
  bool has_place_for(const Client&) const;
  void count_out(const Client&);
  void publish(const engine::Engine::StatePtr&);
  void tell_roster();
  Payload state_for(session::Role);

  engine::Engine& engine_;
  engine::Engine::StatePtr state_;
  /// Of state_, by role; null: nobody of that role has asked yet.
  std::array<Payload, session::role_count> encoded_;
  Payload presented_;
  Payload recorded_;
  std::map<ClientId, Client*> clients_;
  std::map<std::string, std::size_t> followers_;  ///< how many, by their network; none is 0
  std::size_t follower_count_ = 0;
};

}  // namespace lectern::server
