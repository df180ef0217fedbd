#include "common/session/resume.h"

#include <algorithm>
#include <utility>

namespace lectern::session {
namespace {

/// nullopt: the deck has no such slide any more.
std::optional<Position> found_again(const Position& position, const deck::Deck& deck) {
  if (position.holding == Holding::before) return Position{deck.slides.front().address, 0, position.holding};
  const auto index = deck::find_slide(deck, position.slide);
  if (!index) return std::nullopt;
  const deck::Slide& slide = deck.slides[*index];
  return Position{slide.address, std::clamp(position.step, 0, slide.step_count), position.holding};
}

std::optional<Position> found_again(const std::optional<Position>& position, const deck::Deck& deck) {
  return position ? found_again(*position, deck) : std::nullopt;
}

Position nearest(const Position& position, const deck::Deck& deck) {
  if (const auto found = found_again(position, deck)) return *found;
  const auto after = std::ranges::upper_bound(deck.slides, position.slide, {}, &deck::Slide::address);
  const auto before = after == deck.slides.begin() ? after : std::prev(after);
  return {before->address, 0, position.holding};
}

}  // namespace

State resumed(State state, const std::vector<const deck::Deck*>& decks, const State& left, Instant left_at,
              Duration away) {
  if (left.decks.size() != decks.size() || left.deck_number < 1 || left.deck_number > decks.size())
    return state;
  for (std::size_t i = 0; i < decks.size(); ++i) {
    state.decks[i].position = nearest(left.decks[i].position, *decks[i]);
    state.decks[i].back = found_again(left.decks[i].back, *decks[i]);
  }
  const deck::Deck& shown = *decks[left.deck_number - 1];
  state.revision = left.revision + 1;
  state.deck = shown.hash;
  state.deck_number = left.deck_number;
  state.position = nearest(left.position, shown);
  state.back = found_again(left.back, shown);
  state.black = left.black;
  state.driver = left.driver;
  state.following = left.following;
  state.qa = left.qa;
  if (left.qa.phase == QaTimer::Phase::running) {
    state.qa.spent = elapsed(left.qa, left_at + away);
    state.qa.since = Instant{};
  }
  if (left.frozen) {
    const auto kept = std::ranges::find(decks, left.frozen->deck, &deck::Deck::hash);
    if (kept != decks.end())
      state.frozen = Frozen{state.revision, (*kept)->hash, nearest(left.frozen->position, **kept)};
  }
  return state;
}

}  // namespace lectern::session
