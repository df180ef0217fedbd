// Slides and notes on the pages of a PDF file.
#include <algorithm>
#include <utility>

#include "common/typeset/block.h"
#include "common/typeset/layout_content.h"
#include "common/typeset/links.h"
#include "common/typeset/masked_runs.h"
#include "common/typeset/pdf_drawing.h"
#include "common/typeset/slide_number.h"
#include "common/typeset/steps.h"
#include "common/typeset/tags.h"

namespace lectern::typeset {
namespace {

constexpr std::size_t max_column_bytes = deck::max_slide_bytes;
constexpr double line_share =
    0.8;  // of a line's height, in which its letters are; lines may overlap a little

/// From top to bottom of what no end of a page may cut: a line of text, a picture.
struct Extension {
  double top = 0, bottom = 0;
};

std::vector<Extension> extensions_of(const Sheet& sheet) {
  std::vector<Extension> all;
  for (const Ink& ink : sheet.ink) {
    if (const auto* text = std::get_if<TextInk>(&ink)) {
      const GSList* line = pango_layout_get_lines_readonly(text->layout.get());
      for (const Point& start : text->starts) {
        PangoRectangle extents;
        pango_layout_line_get_extents(static_cast<PangoLayoutLine*>(line->data), nullptr, &extents);
        const double height = pango_units_to_double(extents.height),
                     middle = start.y + pango_units_to_double(extents.y) + height / 2;
        all.push_back({middle - line_share * height / 2, middle + line_share * height / 2});
        line = line->next;
      }
    } else if (!std::holds_alternative<FillInk>(ink)) {
      const Rect rect = bounds_of(ink);
      all.push_back({rect.y, rect.y + rect.height});
    }
  }
  std::ranges::sort(all, {}, &Extension::top);
  return all;
}

void add_links(const Sheet& sheet, Pdf::Drawing& drawing) {
  for (const LinkArea& link : link_areas(sheet)) drawing.add_link(link.href, link.rect);
}

}  // namespace

void Typesetter::draw(const Layout& layout, const Theme& theme, Pdf& pdf) {
  const Layout::Content& content = *layout.content_;
  Pdf::Drawing& drawing = pdf.drawing();
  cairo_t* cairo = drawing.cairo.get();
  cairo_save(cairo);
  const Transformation& t = content.transformation;
  cairo_translate(cairo, t.x, t.y);
  cairo_scale(cairo, t.scale, t.scale);
  {
    Tags tags(cairo, content.sheet, t, drawing.elements);
    draw_at_step(cairo, content.sheet, theme, content.fragments, content.step_count, Excerpt(),
                 [&](std::size_t ink_index) { tags.enter(ink_index); });
  }
  add_links(content.sheet, drawing);
  cairo_restore(cairo);
}

void Typesetter::draw_number(std::string_view number, Pdf& pdf) {
  draw_slide_number(pdf.drawing().cairo.get(), *fonts_, number, pdf.drawing().display);
}

Layout Typesetter::column(const deck::Blocks& blocks, const Theme& theme, double left, double width) {
  const PictureLookup no_pictures;
  Setting setting{.fonts = *fonts_,
                  .theme = theme,
                  .pictures = no_pictures,
                  .picture_max_height = width,
                  .bytes_left = max_column_bytes};
  Surroundings surroundings;
  surroundings.text.font = {
      .family = theme.text_family, .pixels = theme.text_pixels, .weight = theme.text_weight};
  surroundings.text.line_height = theme.text_pixels * theme.line_height;
  surroundings.text.align = deck::Align::left;
  Stack stack(setting, blocks, surroundings);
  auto content = std::make_unique<Layout::Content>();
  Flow flow(0);
  stack.place(content->sheet, flow, left, width);
  return Layout(std::move(content));
}

std::vector<double> Typesetter::page_ends(const Layout& column, double first_height, double height) {
  std::vector<double> ends;
  double begin = 0, end = 0;  // of the page; the end is where it may be cut so far
  double reached = 0;
  double room = first_height;
  for (const Extension& next : extensions_of(column.content_->sheet)) {
    if (next.top >= reached) end = (reached + next.top) / 2;  // nothing lies on both sides of it
    reached = std::max(reached, next.bottom);
    while (reached - begin > room) {
      // What is higher than a page is cut all the same; an empty first page is one too small for its first
      // line.
      const bool is_cuttable = end > begin || (ends.empty() && room < height);
      ends.push_back(is_cuttable ? std::min(end, begin + room) : begin + room);
      begin = ends.back();
      room = height;
    }
  }
  ends.push_back(reached);
  return ends;
}

void Typesetter::draw_stretch(const Layout& column, const Theme& theme, double begin, double end, Pdf& pdf) {
  if (begin >= end) return;
  const Sheet& sheet = column.content_->sheet;
  Pdf::Drawing& drawing = pdf.drawing();
  cairo_t* cairo = drawing.cairo.get();
  cairo_save(cairo);
  cairo_rectangle(cairo, 0, 0, drawing.display.width, end - begin);
  cairo_clip(cairo);
  cairo_translate(cairo, 0, -begin);
  {
    Tags tags(cairo, sheet, column.content_->transformation, drawing.elements);
    for (std::size_t i = 0; i < sheet.ink.size(); ++i) {
      const Rect bounds = bounds_of(sheet.ink[i]);
      if (bounds.y >= end || bounds.y + bounds.height <= begin) continue;
      tags.enter(i);
      draw_one(cairo, sheet.ink[i], theme);
    }
  }
  for (const LinkArea& link : link_areas(sheet))
    if (link.rect.y >= begin && link.rect.y < end) drawing.add_link(link.href, link.rect);
  cairo_restore(cairo);
}

}  // namespace lectern::typeset
