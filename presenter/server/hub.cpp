#include "presenter/server/hub.h"

#include <utility>
#include <vector>

namespace lectern::server {

Hub::Hub(engine::Engine& engine)
    : engine_(engine),
      presented_(payload_of(protocol::Presented{engine.presented_revision()})),
      recorded_(payload_of(engine.recorded())) {
  engine.watch([this](const engine::Engine::StatePtr& state) { publish(state); },
               [this](Revision revision) {
                 presented_ = payload_of(protocol::Presented{revision});
                 for (const auto& [id, client] : clients_) client->tell_presented(presented_);
               });
  engine.watch_pointer([this](const session::Pointer& pointer) {
    const Payload payload = payload_of(pointer);
    for (const auto& [id, client] : clients_) client->tell_pointer(payload);
  });
  engine.watch_roster([this](const session::Roster&) { tell_roster(); });
  engine.watch_recorded([this](const session::Recorded& recorded) {
    recorded_ = payload_of(recorded);
    for (const auto& [id, client] : clients_)
      if (session::hears_of_recording(client->role())) client->tell_recorded(recorded_);
  });
  engine.watch_pairing([this](const session::Pairing& pairing) {
    const Payload payload = payload_of(pairing);
    for (const auto& [id, client] : clients_)
      if (session::hears_of_pairing(client->role())) client->tell_pairing(payload);
  });
}

std::optional<protocol::CloseCode> Hub::join(Client& client) {
  if (const auto older = clients_.find(client.id()); older != clients_.end()) {
    const session::Sender& was = older->second->who();
    const bool is_another_device = was.device != 0 && was.device != client.who().device;
    if (was.role > client.role() || is_another_device) return protocol::CloseCode::displaced;
    older->second->close(protocol::CloseCode::displaced);
  }
  if (!has_place_for(client)) return protocol::CloseCode::full;
  clients_.emplace(client.id(), &client);
  if (client.role() == session::Role::follower) {
    ++follower_count_;
    ++followers_[client.peer().network];
  }
  client.tell_state(state_for(client.role()));
  client.tell_presented(presented_);
  if (session::hears_of_recording(client.role())) client.tell_recorded(recorded_);
  if (session::hears_of_pairing(client.role())) client.tell_pairing(payload_of(engine_.pairing()));
  if (engine_.pointer().kind != session::Pointer::Kind::none)
    client.tell_pointer(payload_of(engine_.pointer()));
  engine_.joined(client.who());
  return std::nullopt;
}

bool Hub::has_place_for(const Client& newcomer) const {
  if (clients_.size() >= protocol::max_connections) return false;
  if (newcomer.role() != session::Role::follower) return true;
  const auto of_its_network = followers_.find(newcomer.peer().network);
  return follower_count_ < protocol::max_followers &&
         (newcomer.peer().is_this_machine || of_its_network == followers_.end() ||
          of_its_network->second < protocol::max_followers_of_one_network);
}

void Hub::count_out(const Client& client) {
  if (client.role() != session::Role::follower) return;
  --follower_count_;
  const auto network = followers_.find(client.peer().network);
  if (--network->second == 0) followers_.erase(network);
}

void Hub::leave(Client& client) {
  const auto place = clients_.find(client.id());
  if (place == clients_.end() || place->second != &client) return;
  clients_.erase(place);
  count_out(client);
  engine_.left(client.id());
}

void Hub::expel(DeviceNumber device) {
  std::vector<Client*> expelled;  // each leaves while it is closed
  for (const auto& [id, client] : clients_)
    if (client->who().device == device) expelled.push_back(client);
  for (Client* const client : expelled) client->close(protocol::CloseCode::not_paired);
}

void Hub::end_all() {
  for (const auto& [id, client] : std::exchange(clients_, {})) client->close(protocol::CloseCode::going_away);
}

void Hub::publish(const engine::Engine::StatePtr& state) {
  state_ = state;
  encoded_ = {};
  for (const auto& [id, client] : clients_) client->tell_state(state_for(client->role()));
}

void Hub::tell_roster() {
  std::array<Payload, session::role_count> encoded;
  for (const auto& [id, client] : clients_) {
    if (!session::hears_of_roster(client->role())) continue;
    Payload& payload = encoded[static_cast<std::size_t>(client->role())];
    if (!payload) payload = payload_of(session::project(engine_.roster(), client->role()));
    client->tell_roster(payload);
  }
}

Payload Hub::state_for(session::Role role) {
  Payload& payload = encoded_[static_cast<std::size_t>(role)];
  if (!payload) payload = payload_of(session::project(*state_, role));
  return payload;
}

}  // namespace lectern::server
