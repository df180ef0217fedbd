#include "common/deck/turn.h"

#include <algorithm>
#include <array>
#include <utility>

#include "common/text/text.h"

namespace lectern::deck {
namespace {

template <class Value, std::size_t count>
std::optional<Value> look_up(const std::array<std::pair<std::string_view, Value>, count>& names,
                             std::string_view name) {
  const auto known = std::ranges::find(names, name, [](const auto& entry) { return entry.first; });
  return known == names.end() ? std::nullopt : std::optional(known->second);
}

}  // namespace

std::optional<Transition> transition_named(std::string_view name) {
  static constexpr std::array<std::pair<std::string_view, Transition>, 6> names = {
      {{"none", Transition::none},
       {"fade", Transition::fade},
       {"slide", Transition::slide},
       {"convex", Transition::convex},
       {"concave", Transition::concave},
       {"zoom", Transition::zoom}}};
  return look_up(names, name);
}

std::optional<Speed> speed_named(std::string_view name) {
  static constexpr std::array<std::pair<std::string_view, Speed>, 3> names = {
      {{"default", Speed::usual}, {"fast", Speed::fast}, {"slow", Speed::slow}}};
  return look_up(names, name);
}

std::string_view read_turn(std::string_view words, Turn& turn) {
  std::string_view unknown;
  while (!(words = trimmed(words)).empty()) {
    const std::string_view word = words.substr(0, words.find_first_of(" \t\n"));
    words.remove_prefix(word.size());
    const bool in_only = word.ends_with("-in");
    const bool out_only = word.ends_with("-out");
    const auto transition = transition_named(word.substr(0, word.size() - (in_only ? 3 : out_only ? 4 : 0)));
    if (!transition) {
      unknown = word;
      continue;
    }
    if (!out_only) turn.in = transition;
    if (!in_only) turn.out = transition;
  }
  return unknown;
}

}  // namespace lectern::deck
