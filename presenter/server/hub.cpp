#include "presenter/server/hub.h"

namespace lectern::server {

Payload payload_of(const protocol::ServerMessage& message) {
  return std::make_shared<const std::string>(protocol::encode(message));
}

Hub::Hub(engine::Engine& engine)
    : presented_(payload_of(protocol::Presented{engine.presented_revision()})),
      outline_(payload_of(protocol::outline_of(engine.deck()))) {
  engine.watch([this](const engine::Engine::StatePtr& state) { publish(state); },
               [this](Revision revision) {
                 presented_ = payload_of(protocol::Presented{revision});
                 for (Client* client : clients_) client->tell_presented(presented_);
               });
}

void Hub::join(Client& client) {
  clients_.insert(&client);
  client.tell_state(state_for(client.role()));
  client.tell_presented(presented_);
}

void Hub::leave(Client& client) {
  clients_.erase(&client);
}

void Hub::end_all() {
  for (Client* client : clients_) client->end();
}

void Hub::publish(const engine::Engine::StatePtr& state) {
  state_ = state;
  encoded_ = {};
  for (Client* client : clients_) client->tell_state(state_for(client->role()));
}

Payload Hub::state_for(session::Role role) {
  Payload& payload = encoded_[static_cast<std::size_t>(role)];
  if (!payload) payload = payload_of(session::project(*state_, role));
  return payload;
}

}  // namespace lectern::server
