#include "common/typeset/sheet.h"

#include <algorithm>

namespace lectern::typeset {

Rect united(const Rect& a, const Rect& b) {
  if (a.width <= 0 || a.height <= 0) return b;
  if (b.width <= 0 || b.height <= 0) return a;
  const double left = std::min(a.x, b.x), top = std::min(a.y, b.y);
  return {left, top, std::max(a.x + a.width, b.x + b.width) - left,
          std::max(a.y + a.height, b.y + b.height) - top};
}

void Sheet::add_part(const Mark& begin, int fragment) {
  if (fragment == 0) return;
  FragmentPart part{begin.ink, ink.size(), fragment};
  for (std::size_t i = begin.box; i < boxes.size(); ++i)
    part.box = united(part.box, {boxes[i].x, boxes[i].y, boxes[i].width, boxes[i].height});
  parts.push_back(part);
}

}  // namespace lectern::typeset
