// What clients ask for of the decks: outline, notes and slides, each as far as a role may have it.
#pragma once

#include <cstdint>
#include <map>
#include <tuple>

#include "common/protocol/messages.h"
#include "common/session/role.h"
#include "common/session/seen.h"
#include "presenter/engine/engine.h"
#include "presenter/server/parcel.h"
#include "presenter/server/pictures.h"

namespace lectern::server {

/// Written once for all who ask for the same. Lives on the engine thread, as the engine does.
class DeckParts {
 public:
  /// Without `pictures`, which outlive this, slides have none. A show that goes on was seen up to where it
  /// stands.
  DeckParts(engine::Engine&, Pictures* pictures, bool goes_on = false);

  /// What was asked for, or why it is not to be had.
  Payload look_up(const protocol::DeckRequest&, session::Role);

 private:
  /// A slide's number, so many of its steps, and its picture, which is another once the stage has another
  /// shape.
  using View = std::tuple<DeckHash, std::uint32_t, int, std::string>;

  Payload part(const deck::Deck&, const protocol::WholeOutline&, session::Role);
  Payload part(const deck::Deck&, const protocol::NotesOf&, session::Role);
  Payload part(const deck::Deck&, const protocol::SlideAt&, session::Role);

  /// nullopt: they may not see it.
  std::optional<int> most_steps(const deck::Slide&, session::Role) const;

  engine::Engine& engine_;
  Pictures* const pictures_;
  engine::Engine::StatePtr state_;
  session::Seen seen_;
  std::map<std::pair<DeckHash, bool>, Payload> outlines_;  ///< true: for who only follows; as of state_
  std::map<View, Payload> slides_;
};

}  // namespace lectern::server
