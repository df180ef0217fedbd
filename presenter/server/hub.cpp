#include "presenter/server/hub.h"

#include <utility>

namespace lectern::server {

Payload payload_of(const protocol::ServerMessage& message) {
  return std::make_shared<const std::string>(protocol::encode(message));
}

Hub::Hub(engine::Engine& engine)
    : engine_(engine), presented_(payload_of(protocol::Presented{engine.presented_revision()})) {
  engine.watch([this](const engine::Engine::StatePtr& state) { publish(state); },
               [this](Revision revision) {
                 presented_ = payload_of(protocol::Presented{revision});
                 for (const auto& [id, client] : clients_) client->tell_presented(presented_);
               });
  engine.watch_pointer([this](const session::Pointer& pointer) {
    const Payload payload = payload_of(pointer);
    for (const auto& [id, client] : clients_) client->tell_pointer(payload);
  });
}

bool Hub::join(Client& client) {
  if (const auto older = clients_.extract(client.id())) older.mapped()->close(protocol::CloseCode::displaced);
  if (clients_.size() == protocol::max_connections) return false;
  clients_.emplace(client.id(), &client);
  client.tell_state(state_for(client.role()));
  client.tell_presented(presented_);
  if (engine_.pointer().kind != session::Pointer::Kind::none)
    client.tell_pointer(payload_of(engine_.pointer()));
  return true;
}

void Hub::leave(Client& client) {
  const auto place = clients_.find(client.id());
  if (place != clients_.end() && place->second == &client) clients_.erase(place);
}

void Hub::end_all() {
  for (const auto& [id, client] : std::exchange(clients_, {})) client->close(protocol::CloseCode::going_away);
}

/// That of the deck which is shown is encoded once for all.
Payload Hub::outline(const deck::Deck& deck) const {
  return deck.hash == state_->deck ? outline_ : payload_of(protocol::outline_of(deck));
}

void Hub::publish(const engine::Engine::StatePtr& state) {
  if (!state_ || state_->deck != state->deck) outline_ = payload_of(protocol::outline_of(engine_.deck()));
  state_ = state;
  encoded_ = {};
  for (const auto& [id, client] : clients_) client->tell_state(state_for(client->role()));
}

Payload Hub::state_for(session::Role role) {
  Payload& payload = encoded_[static_cast<std::size_t>(role)];
  if (!payload) payload = payload_of(session::project(*state_, role));
  return payload;
}

}  // namespace lectern::server
