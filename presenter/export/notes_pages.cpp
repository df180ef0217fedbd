#include "presenter/export/notes_pages.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <string>
#include <utility>
#include <vector>

namespace lectern::exporting {
namespace {

// Points.
constexpr double page_width = 595, page_height = 842;
constexpr double margin = 42;
constexpr double gap = 16;  // between the slide and its notes
constexpr double column_width = page_width - 2 * margin;
constexpr double hang = 10;                               // of a list's markers
constexpr double most_slide_height = 0.45 * page_height;  // of a display that stands upright

/// Dark on white, in a size for reading at a lectern.
typeset::Theme paper() {
  typeset::Theme theme;
  theme.background = typeset::rgb(0xffffff);
  theme.text = theme.heading = typeset::rgb(0x111111);
  theme.link = typeset::rgb(0x1a4f9c);
  theme.code = typeset::rgb(0x111111);
  theme.code_ground = typeset::rgb(0xf0f0f0);
  theme.quote_ground = typeset::rgb(0x000000, 0.05);
  theme.text_family = theme.heading_family = "Open Sans";
  theme.text_pixels = 13;
  theme.line_height = 1.4;
  theme.block_margin = 7;
  theme.code_em = 0.9;
  theme.heading_em = {1.5, 1.3, 1.15, 1, 1, 1};
  theme.heading_weight = 700;
  theme.heading_margin_above = 8;
  theme.heading_margin_below = 4;
  return theme;
}

deck::Block heading(std::string text) {
  deck::TextRun run;
  run.text = std::move(text);
  return {deck::Heading{4, {std::move(run)}}};
}

/// What is to be said from the start, then from each step on.
deck::Blocks notes_of(const deck::Slide& slide) {
  deck::Blocks blocks = deck::read_markdown(slide.notes);
  for (const deck::StepNotes& step : slide.step_notes) {
    blocks.push_back(heading("Step " + std::to_string(step.step)));
    std::ranges::move(deck::read_markdown(step.notes), std::back_inserter(blocks));
  }
  return blocks;
}

/// A part of the page on which a display's pixel is a point.
void use(typeset::Pdf& pdf, double top) {
  pdf.set_display(
      margin - hang, top, 1,
      {static_cast<int>(hang + column_width), static_cast<int>(std::ceil(page_height - margin - top))});
}

/// Puts the slide on the page; its height there.
double add_slide(const deck::Deck& deck, std::size_t slide_index, PixelSize display,
                 stage::SlidePainter& painter, typeset::Pdf& pdf) {
  const double scale = std::min(column_width / display.width, most_slide_height / display.height);
  pdf.set_display(margin + (column_width - scale * display.width) / 2, margin, scale, display);
  painter.paint(deck, slide_index, pdf);
  return scale * display.height;
}

}  // namespace

void add_notes_pages(const deck::Deck& deck, std::size_t slide_index, PixelSize display,
                     stage::SlidePainter& painter, typeset::Pdf& pdf) {
  const deck::Slide& slide = deck.slides[slide_index];
  const typeset::Theme theme = paper();
  typeset::Typesetter& typesetter = painter.typesetter();
  pdf.begin_page(page_width, page_height, deck::to_string(slide.address));
  double top = margin + add_slide(deck, slide_index, display, painter, pdf) + gap;

  const typeset::Layout column = typesetter.column(notes_of(slide), theme, hang, column_width);
  const typeset::Layout again = typesetter.column(
      {heading(deck::to_string(slide.address) + " · " + slide.title)}, theme, hang, column_width);
  const double again_height = typeset::Typesetter::page_ends(again, page_height, page_height).back();
  const double later_top = margin + again_height + gap;
  double begin = 0;
  for (const double end :
       typeset::Typesetter::page_ends(column, page_height - margin - top, page_height - margin - later_top)) {
    if (begin > 0 || top == later_top) {
      pdf.begin_page(page_width, page_height, "");
      use(pdf, margin);
      typesetter.draw_stretch(again, theme, 0, again_height, pdf);
    }
    use(pdf, top);
    typesetter.draw_stretch(column, theme, begin, end, pdf);
    begin = end;
    top = later_top;
  }
}

}  // namespace lectern::exporting
