#include "common/deck/changes.h"

#include <algorithm>
#include <deque>
#include <map>
#include <optional>

namespace lectern::deck {
namespace {

constexpr std::size_t most_named = 5;  // slides by number in one sentence

/// Finds for each slide before the edit the one that it is after it.
class Matching {
 public:
  Matching(const Deck& before, const Deck& after)
      : before_(before.slides), after_(after.slides), places_(before_.size()), taken_(after_.size()) {
    match_by([](const Slide& slide) { return slide.id.empty() ? std::string() : slide.id; });
    match_by([](const Slide& slide) { return std::to_string(slide.fingerprint); });
    match_by([](const Slide& slide) { return slide.title; });
    match_between();
  }

  const std::vector<std::optional<std::size_t>>& places() const { return places_; }
  bool is_taken(std::size_t after) const { return taken_[after]; }

 private:
  /// Those that have the same key and no partner yet, in order; an empty key is none.
  template <class Key>
  void match_by(const Key& key) {
    std::map<std::string, std::deque<std::size_t>> free;
    for (std::size_t i = 0; i < after_.size(); ++i)
      if (!taken_[i]) free[key(after_[i])].push_back(i);
    for (std::size_t i = 0; i < before_.size(); ++i) {
      const std::string wanted = key(before_[i]);
      const auto found = free.find(wanted);
      if (places_[i] || wanted.empty() || found == free.end() || found->second.empty()) continue;
      take(i, found->second.front());
      found->second.pop_front();
    }
  }

  /// Behind the partner of the slide before it.
  void match_between() {
    for (std::size_t i = 0; i < before_.size(); ++i) {
      const std::size_t next = i == 0 ? 0 : places_[i - 1] ? *places_[i - 1] + 1 : after_.size();
      if (!places_[i] && next < after_.size() && !taken_[next]) take(i, next);
    }
  }

  void take(std::size_t before, std::size_t after) {
    places_[before] = after;
    taken_[after] = true;
  }

  const std::vector<Slide>& before_;
  const std::vector<Slide>& after_;
  std::vector<std::optional<std::size_t>> places_;
  std::vector<bool> taken_;
};

/// "slide 4", "slides 4 and 7", "12 slides".
std::string slides(const std::vector<std::size_t>& indices) {
  if (indices.size() > most_named) return std::to_string(indices.size()) + " slides";
  std::string text = indices.size() == 1 ? "slide " : "slides ";
  for (std::size_t i = 0; i < indices.size(); ++i) {
    if (i > 0) text += i + 1 == indices.size() ? " and " : ", ";
    text += std::to_string(indices[i] + 1);
  }
  return text;
}

}  // namespace

Changes changes_between(const Deck& before, const Deck& after) {
  const Matching matching(before, after);
  Changes changes;
  Settings settings = before.settings;
  settings.title = after.settings.title;  // the first slide's, mostly
  changes.settings = settings != after.settings;
  changes.places.resize(before.slides.size());
  std::size_t following = after.slides.size() - 1;  // where the next one is that was not removed
  for (std::size_t i = before.slides.size(); i-- > 0;) {
    const auto place = matching.places()[i];
    changes.removed_count += !place;
    changes.places[i] = following = place.value_or(following);
    if (place && before.slides[i].fingerprint != after.slides[*place].fingerprint)
      changes.changed.push_back(*place);
  }
  std::ranges::sort(changes.changed);
  for (std::size_t i = 0; i < after.slides.size(); ++i)
    if (!matching.is_taken(i)) changes.added.push_back(i);
  return changes;
}

std::string describe(const Changes& changes) {
  std::vector<std::string> parts;
  const auto is = [](std::size_t count) { return count == 1 ? " is " : " are "; };
  if (!changes.changed.empty()) parts.push_back(slides(changes.changed) + " changed");
  if (!changes.added.empty()) parts.push_back(slides(changes.added) + is(changes.added.size()) + "new");
  if (changes.removed_count == 1) parts.emplace_back("one slide is gone");
  if (changes.removed_count > 1) parts.push_back(std::to_string(changes.removed_count) + " slides are gone");
  if (changes.settings) parts.emplace_back("the deck's settings changed");
  if (parts.empty()) parts.emplace_back("pictures, the theme or the order of slides changed");
  std::string text;
  for (const std::string& part : parts) text += (text.empty() ? "" : ", ") + part;
  return text;
}

}  // namespace lectern::deck
