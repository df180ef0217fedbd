#include "common/typeset/masked_runs.h"

#include <algorithm>
#include <type_traits>

namespace lectern::typeset {
namespace {

/// Pango splits a run where a fragment begins or ends, because the list of its attributes changes there.
int fragment_at(const std::vector<FragmentSpan>& spans, int index) {
  const auto after = std::upper_bound(spans.begin(), spans.end(), index,
                                      [](int at, const FragmentSpan& span) { return at < span.begin; });
  if (after == spans.begin() || index >= (after - 1)->end) return 0;
  return (after - 1)->fragment;
}

/// Calls `take` with each run, and with where it stands.
template <class Take>
void for_each_run(const TextInk& ink, Take take) {
  const GSList* line = pango_layout_get_lines_readonly(ink.layout.get());
  for (const Point& start : ink.starts) {
    double x = start.x;
    for (const GSList* each = static_cast<PangoLayoutLine*>(line->data)->runs; each; each = each->next) {
      auto* run = static_cast<PangoGlyphItem*>(each->data);
      PangoRectangle extents;
      pango_glyph_string_extents(run->glyphs, run->item->analysis.font, nullptr, &extents);
      const double width = pango_units_to_double(pango_glyph_string_get_width(run->glyphs));
      take(run, Rect{x, start.y + pango_units_to_double(extents.y - run->y_offset), width,
                     pango_units_to_double(extents.height)});
      x += width;
    }
    line = line->next;
  }
}

}  // namespace

MaskedRuns::MaskedRuns(const TextInk& ink, const std::function<bool(int)>& is_shown, bool is_struck) {
  for_each_run(ink, [&](PangoGlyphItem* run, const Rect& place) {
    if (!is_shown(fragment_at(ink.spans, run->item->offset))) return hide(run);
    bounds_ = united(bounds_, place);
    if (is_struck) strike(run);
  });
}

MaskedRuns::~MaskedRuns() {
  for (Saved& saved : saved_) {
    for (std::size_t i = 0; i < saved.glyphs.size(); ++i)
      saved.run->glyphs->glyphs[i].glyph = saved.glyphs[i];
    saved.run->item->analysis.extra_attrs = saved.attributes;
    if (!saved.added) continue;
    pango_attribute_destroy(static_cast<PangoAttribute*>(saved.added->data));
    g_slist_free_1(saved.added);
  }
}

void MaskedRuns::hide(PangoGlyphItem* run) {
  Saved saved{run, {}, run->item->analysis.extra_attrs, nullptr};
  for (int i = 0; i < run->glyphs->num_glyphs; ++i) {
    saved.glyphs.push_back(run->glyphs->glyphs[i].glyph);
    run->glyphs->glyphs[i].glyph = PANGO_GLYPH_EMPTY;
  }
  run->item->analysis.extra_attrs = nullptr;
  saved_.push_back(std::move(saved));
}

void MaskedRuns::strike(PangoGlyphItem* run) {
  GSList* old = run->item->analysis.extra_attrs;
  GSList* added = g_slist_prepend(old, pango_attr_strikethrough_new(TRUE));
  run->item->analysis.extra_attrs = added;
  saved_.push_back({run, {}, old, added});
}

Rect united(const Rect& a, const Rect& b) {
  if (a.width <= 0 || a.height <= 0) return b;
  if (b.width <= 0 || b.height <= 0) return a;
  const double left = std::min(a.x, b.x), top = std::min(a.y, b.y);
  return {left, top, std::max(a.x + a.width, b.x + b.width) - left,
          std::max(a.y + a.height, b.y + b.height) - top};
}

Rect bounds_of(const TextInk& ink) {
  Rect all;
  for_each_run(ink, [&](PangoGlyphItem*, const Rect& place) { all = united(all, place); });
  return all;
}

Rect bounds_of(const Ink& ink) {
  return std::visit(
      []<class Kind>(const Kind& one) {
        if constexpr (std::is_same_v<Kind, TextInk>) {
          return bounds_of(one);
        } else {
          return one.rect;
        }
      },
      ink);
}

}  // namespace lectern::typeset
