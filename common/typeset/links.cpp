#include "common/typeset/links.h"

#include <algorithm>
#include <cmath>

namespace lectern::typeset {
namespace {

double place_in(PangoLayoutLine* line, int index) {
  int x = 0;
  pango_layout_line_index_to_x(line, index, FALSE, &x);
  return pango_units_to_double(x);
}

void add_areas(const TextInk& ink, std::vector<LinkArea>& areas) {
  const GSList* each = pango_layout_get_lines_readonly(ink.layout.get());
  for (const Point& start : ink.starts) {
    auto* line = static_cast<PangoLayoutLine*>(each->data);
    each = each->next;
    PangoRectangle extents;
    pango_layout_line_get_extents(line, nullptr, &extents);
    for (const LinkSpan& link : ink.links) {
      const int begin = std::max(link.begin, line->start_index);
      const int end = std::min(link.end, line->start_index + line->length);
      if (begin >= end) continue;
      const double from = place_in(line, begin), to = place_in(line, end);
      areas.push_back({link.href,
                       {start.x + std::min(from, to), start.y + pango_units_to_double(extents.y),
                        std::abs(to - from), pango_units_to_double(extents.height)}});
    }
  }
}

}  // namespace

std::vector<LinkArea> link_areas(const Sheet& sheet) {
  std::vector<LinkArea> areas;
  for (const Ink& ink : sheet.ink)
    if (const auto* text = std::get_if<TextInk>(&ink); text && !text->links.empty()) add_areas(*text, areas);
  return areas;
}

}  // namespace lectern::typeset
