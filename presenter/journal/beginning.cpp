#include "presenter/journal/beginning.h"

#include <utility>

#include "common/session/resume.h"
#include "common/text/text.h"

namespace lectern::journal {
namespace {

/// "40 seconds", "1 minute", "26 hours".
std::string in_words(Duration time) {
  using std::chrono::duration_cast, std::chrono::hours, std::chrono::minutes, std::chrono::seconds;
  const auto words = [](auto count, const std::string& unit) {
    return std::to_string(count) + ' ' + unit + (count == 1 ? "" : "s");
  };
  if (time < minutes(2)) return words(duration_cast<seconds>(time).count(), "second");
  if (time < hours(2)) return words(duration_cast<minutes>(time).count(), "minute");
  return words(duration_cast<hours>(time).count(), "hour");
}

/// "slide 4", or "slide 4 of “Roads”" where there are several decks.
std::string place_of(const session::State& state, const std::vector<const deck::Deck*>& decks) {
  const deck::Deck& deck = *decks[state.deck_number - 1];
  const auto index = deck::find_slide(deck, state.position.slide);
  const std::string slide = "slide " + std::to_string(index.value_or(0) + 1);
  return decks.size() == 1 ? slide : slide + " of " + in_quotes(deck::listed_title(deck));
}

}  // namespace

Beginning begin_show(session::State fresh, const std::vector<const deck::Deck*>& decks,
                     const std::optional<Entry>& left, const Moment& now, Resume wanted) {
  if (!left || wanted == Resume::never) return {std::move(fresh), {}};
  const Duration away = between(left->written, now);
  const auto resumed = session::resumed(fresh, decks, left->state, left->at, away);
  const std::string where = place_of(resumed, decks) + ", where it stood " + in_words(away) + " ago";
  const bool is_recent = away <= resumed_within;
  if (wanted == Resume::always || (is_recent && !left->is_closed))
    return {resumed, "the show goes on with " + where + "; --fresh begins anew", true};
  if (is_recent) return {std::move(fresh), "the show begins anew; --resume goes on with " + where};
  return {std::move(fresh), {}};
}

}  // namespace lectern::journal
