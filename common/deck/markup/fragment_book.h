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
  std::optional<int> index{};  ///< data-fragment-index
  std::string notes{};         ///< data-notes
};

/// reveal.js's order: fragments with an index by index, those with the same in one step; then the others as
/// they stand, each a step.
class FragmentBook {
 public:
  /// `place` orders those without an index. Returns the fragment's number, from 1.
  int add(FragmentMark mark, std::size_t place);
  /// More is said about a fragment that is known already.
  void set_index(int number, int index) { entry(number).mark.index = index; }
  void set_notes(int number, std::string notes) { entry(number).mark.notes = std::move(notes); }

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
  };
  Entry& entry(int number) { return entries_[static_cast<std::size_t>(number) - 1]; }

  std::vector<Entry> entries_;
};

}  // namespace lectern::deck
