#include "common/typeset/placeholder.h"

#include <utility>

namespace lectern::typeset {
namespace {

constexpr double text_em = 0.5;  // of the slide's text
constexpr double padding = 12;
constexpr int max_lines = 3;

}  // namespace

void place_placeholder(Sheet& sheet, Setting& setting, const std::string& alternative, const Rect& rect) {
  sheet.ink.emplace_back(OutlineInk{rect});
  const double room = rect.width - 2 * padding;
  if (alternative.empty() || room <= 0 || rect.height <= 2 * padding) return;

  TextInk ink{
      .layout = setting.fonts.set(folded(alternative), {.family = setting.theme.text_family,
                                                        .pixels = setting.theme.text_pixels * text_em}),
      .starts = {},
      .paint = Paint::faint};
  pango_layout_set_width(ink.layout.get(), static_cast<int>(room * PANGO_SCALE));
  pango_layout_set_wrap(ink.layout.get(), PANGO_WRAP_WORD_CHAR);
  pango_layout_set_ellipsize(ink.layout.get(), PANGO_ELLIPSIZE_END);
  pango_layout_set_height(ink.layout.get(), -max_lines);

  PangoRectangle all;
  pango_layout_get_extents(ink.layout.get(), nullptr, &all);
  double top = rect.y + (rect.height - static_cast<double>(all.height) / PANGO_SCALE) / 2;
  for (const GSList* line = pango_layout_get_lines_readonly(ink.layout.get()); line; line = line->next) {
    PangoRectangle extents;
    pango_layout_line_get_extents(static_cast<PangoLayoutLine*>(line->data), nullptr, &extents);
    const double width = static_cast<double>(extents.width) / PANGO_SCALE;
    const double ascent = -static_cast<double>(extents.y) / PANGO_SCALE;
    ink.starts.push_back({rect.x + (rect.width - width) / 2, top + ascent});
    top += static_cast<double>(extents.height) / PANGO_SCALE;
  }
  sheet.ink.emplace_back(std::move(ink));
}

}  // namespace lectern::typeset
