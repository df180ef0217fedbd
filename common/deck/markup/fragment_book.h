// The fragments of one slide, numbered as they are read, put into steps at the end.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "common/deck/deck.h"

namespace lectern::deck {

/// What an element's author says about its being a fragment.
struct FragmentMark {
  Effect effect = Effect::fade_in;
  std::optional<int> index{};           ///< data-fragment-index
  std::string notes{};                  ///< data-notes
  std::optional<Duration> autoslide{};  ///< data-autoslide
};

/// reveal.js's order: fragments with an index by index, those with the same in one step; then the others as
/// they stand, each a step.
class FragmentBook {
 public:
  /// `place` orders those without an index. Returns the fragment's number, from 1.
  int add(FragmentMark mark, std::size_t place);
  /// More is said about a fragment that is known already; its effect stays.
  void add_to(int number, const FragmentMark& more);
  /// `inner` is in `outer` too, which no block or item will show. Elements end from the inside out.
  void put_inside(int inner, int outer);

  struct Steps {
    std::vector<Fragment> fragments;
    int step_count = 0;
    std::vector<StepNotes> notes;
  };
  Steps finish() const;

 private:
  struct Entry {
    FragmentMark mark;
    std::size_t place = 0;
    int outer = 0;
  };
  Entry& entry(int number) { return entries_[static_cast<std::size_t>(number) - 1]; }
  int outermost(int number);

  std::vector<Entry> entries_;
};

}  // namespace lectern::deck
