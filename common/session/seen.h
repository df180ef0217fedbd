// What the audience has seen of the decks, which is what they may look back at. Pure.
#pragma once

#include <cstddef>
#include <optional>
#include <unordered_map>

#include "common/session/state.h"

namespace lectern::session {

/// Goes by the slides' texts, so that what was seen stays seen when another part of its deck is edited, or
/// another deck is opened and left again.
class Seen {
 public:
  /// `shown` is the deck that on_stage() names. What black or the holding slide hides is not seen.
  void look(const State&, const deck::Deck& shown);

  /// Of a show that goes on after it was cut off, what lies before its place counts as seen: what really was,
  /// nobody has written down.
  void look_back(const State&, const deck::Deck& shown);

  /// How many of its steps were revealed at most; nullopt: it was never up.
  std::optional<int> steps_of(const deck::Slide&) const;

 private:
  std::unordered_map<std::size_t, int> steps_;  ///< by fingerprint
};

/// How many steps of a slide whoever follows may see revealed; nullopt: they may not see it.
std::optional<int> steps_for_followers(const State&, const Seen&, const deck::Slide&);

}  // namespace lectern::session
