#include "common/typeset/masked_runs.h"

#include <algorithm>
#include <cmath>
#include <type_traits>
#include <utility>

namespace lectern::typeset {
namespace {

/// Pango splits a run where a fragment begins or ends, because the list of its attributes changes there.
int fragment_at(const std::vector<FragmentSpan>& spans, int index) {
  const auto after = std::upper_bound(spans.begin(), spans.end(), index,
                                      [](int at, const FragmentSpan& span) { return at < span.begin; });
  if (after == spans.begin() || index >= (after - 1)->end) return 0;
  return (after - 1)->fragment;
}

PangoAttribute* foreground(const Color& color) {
  const auto units = [](double share) { return static_cast<guint16>(std::lround(share * 65535)); };
  return pango_attr_foreground_new(units(color.red), units(color.green), units(color.blue));
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

MaskedRuns::MaskedRuns(const TextInk& ink, const std::function<bool(int)>& is_shown, const RunLook& look) {
  for_each_run(ink, [&](PangoGlyphItem* run, const Rect&) {
    if (!is_shown(fragment_at(ink.spans, run->item->offset))) return hide(run);
    if (look.is_struck || look.color) change(run, look);
  });
}

MaskedRuns::~MaskedRuns() {
  for (Saved& saved : saved_) {
    for (std::size_t i = 0; i < saved.glyphs.size(); ++i)
      saved.run->glyphs->glyphs[i].glyph = saved.glyphs[i];
    saved.run->item->analysis.extra_attrs = saved.attributes;
    g_slist_free(saved.changed);
    std::ranges::for_each(saved.more, pango_attribute_destroy);
  }
}

void MaskedRuns::hide(PangoGlyphItem* run) {
  Saved saved{run, {}, run->item->analysis.extra_attrs};
  for (int i = 0; i < run->glyphs->num_glyphs; ++i) {
    saved.glyphs.push_back(run->glyphs->glyphs[i].glyph);
    run->glyphs->glyphs[i].glyph = PANGO_GLYPH_EMPTY;
  }
  run->item->analysis.extra_attrs = nullptr;
  saved_.push_back(std::move(saved));
}

/// Of two attributes of a kind the later counts.
void MaskedRuns::change(PangoGlyphItem* run, const RunLook& look) {
  Saved saved{run, {}, run->item->analysis.extra_attrs};
  saved.changed = g_slist_copy(saved.attributes);
  const auto add = [&](PangoAttribute* attribute) {
    saved.changed = g_slist_append(saved.changed, attribute);
    saved.more.push_back(attribute);
  };
  if (look.is_struck) add(pango_attr_strikethrough_new(TRUE));
  if (look.color) add(foreground(*look.color));
  run->item->analysis.extra_attrs = saved.changed;
  saved_.push_back(std::move(saved));
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
