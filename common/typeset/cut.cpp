#include "common/typeset/cut.h"

#include <algorithm>
#include <utility>

namespace lectern::typeset {
namespace {

/// Takes off the ink what lies below `bottom`; false: nothing is left of it.
struct Trim {
  double bottom;
  int& line_count;

  bool operator()(TextInk& ink) const {
    const auto first = std::ranges::find_if(ink.starts, [&](const Point& start) { return start.y > bottom; });
    if (ink.paint != Paint::marker) line_count += static_cast<int>(ink.starts.end() - first);
    ink.starts.erase(first, ink.starts.end());
    return !ink.starts.empty();
  }
  bool operator()(auto& ink) const { return trim(ink.rect); }

  bool trim(Rect& rect) const {
    rect.height = std::min(rect.height, bottom - rect.y);
    return rect.height > 0;
  }
};

}  // namespace

Cut cut_off(Sheet& sheet, double bottom) {
  Cut cut{bottom, 0};
  const auto is_above = [&](double at) { return at <= bottom; };
  if (std::ranges::any_of(sheet.breaks, is_above)) {
    cut.height = 0;
    for (const double at : sheet.breaks)
      if (is_above(at)) cut.height = std::max(cut.height, at);
  }
  const Trim trim{cut.height, cut.line_count};

  std::vector<Ink> kept;
  std::vector<std::size_t> places;  // of each ink among those that are kept
  for (Ink& ink : sheet.ink) {
    places.push_back(kept.size());
    if (std::visit(trim, ink)) kept.push_back(std::move(ink));
  }
  places.push_back(kept.size());
  sheet.ink = std::move(kept);
  for (FragmentPart& part : sheet.parts) {
    part.begin = places[part.begin];
    part.end = places[part.end];
  }
  std::erase_if(sheet.boxes, [&](const Box& box) { return box.y >= cut.height; });
  for (Box& box : sheet.boxes) box.height = std::min(box.height, cut.height - box.y);
  return cut;
}

}  // namespace lectern::typeset
