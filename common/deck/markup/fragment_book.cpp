#include "common/deck/markup/fragment_book.h"

#include <algorithm>
#include <numeric>
#include <utility>

#include "common/text/text.h"

namespace lectern::deck {

int FragmentBook::add(FragmentMark mark, std::size_t place) {
  entries_.push_back({std::move(mark), place});
  return static_cast<int>(entries_.size());
}

void FragmentBook::add_to(int number, const FragmentMark& more) {
  FragmentMark& known = entry(number).mark;
  if (more.index) known.index = more.index;
  if (!more.notes.empty()) known.notes = more.notes;
  if (more.autoslide) known.autoslide = more.autoslide;
}

void FragmentBook::put_inside(int inner, int outer) {
  const int around = outermost(inner);
  if (around != outermost(outer)) entry(around).outer = outer;
}

int FragmentBook::outermost(int number) {
  while (entry(number).outer != 0) number = entry(number).outer;
  return number;
}

FragmentBook::Steps FragmentBook::finish() const {
  std::vector<std::size_t> order(entries_.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  const auto comes_before = [this](std::size_t a, std::size_t b) {
    const auto& first = entries_[a].mark.index;
    const auto& second = entries_[b].mark.index;
    if (first.has_value() != second.has_value()) return first.has_value();
    return first ? *first < *second : entries_[a].place < entries_[b].place;
  };
  std::stable_sort(order.begin(), order.end(), comes_before);

  Steps steps;
  steps.fragments.resize(entries_.size());
  for (std::size_t i = 0; i < order.size(); ++i) {
    const FragmentMark& mark = entries_[order[i]].mark;
    const bool joins = i > 0 && mark.index && entries_[order[i - 1]].mark.index == mark.index;
    if (!joins) ++steps.step_count;
    steps.fragments[order[i]] = {mark.effect, steps.step_count, entries_[order[i]].outer, mark.autoslide};
    const std::string_view notes = trimmed(mark.notes);
    if (notes.empty()) continue;
    if (steps.notes.empty() || steps.notes.back().step != steps.step_count) {
      steps.notes.push_back({steps.step_count, std::string(notes)});
    } else {
      steps.notes.back().notes.append("\n\n").append(notes);
    }
  }
  return steps;
}

}  // namespace lectern::deck
