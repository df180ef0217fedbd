#include "presenter/export/pdf.h"

#include <algorithm>
#include <cerrno>
#include <string>

#include "common/base/new_file.h"
#include "common/typeset/pdf.h"
#include "presenter/export/complete_pdf.h"
#include "presenter/export/notes_pages.h"
#include "presenter/images/encode.h"

namespace lectern::exporting {
namespace {

namespace fs = std::filesystem;

constexpr double page_side = 960;  // points, of the longer side: 13⅓ inches, as other programs make slides

void add_slide_page(const deck::Deck& deck, std::size_t slide_index, PixelSize display,
                    stage::SlidePainter& painter, typeset::Pdf& pdf) {
  const double scale = page_side / std::max(display.width, display.height);
  pdf.begin_page(scale * display.width, scale * display.height,
                 deck::to_string(deck.slides[slide_index].address));
  pdf.set_display(0, 0, scale, display);
  painter.paint(deck, slide_index, pdf);
}

/// Slides below the first of a stack come below it.
void add_outline(const deck::Deck& deck, typeset::Pdf& pdf) {
  int top = 0;
  for (const deck::Slide& slide : deck.slides) {
    const std::string name = deck::to_string(slide.address);
    const std::string title = slide.title.empty() ? "Slide " + name : slide.title;
    const int entry = pdf.add_to_outline(title, name, slide.address.v > 1 ? top : 0);
    if (slide.address.v <= 1) top = entry;
  }
}

typeset::PdfOptions options_for(const deck::Deck& deck) {
  return {.title = deck.settings.title,
          .author = deck.settings.author,
          .encode = images::encode_photograph,
          .page_of = [&deck](std::string_view href) {
            const auto index = deck::linked_slide(deck, href);
            return index ? deck::to_string(deck.slides[*index].address) : std::string();
          }};
}

}  // namespace

Result<Outcome> write_pdf(const deck::Deck& deck, stage::SlidePainter& painter, Pages pages,
                          PixelSize display, const fs::path& path, const Progress& progress) {
  auto file = NewFile::beside(path);
  if (!file) return file.error();
  const NewFile drawn(file->path().string() + ".pages");
  if (!drawn.is_open()) return write_failure(path, errno);

  int error = 0;
  typeset::Pdf pdf(
      [&](std::string_view bytes) {
        if (error == 0 && !drawn.write(bytes)) error = errno;
        return error == 0;
      },
      options_for(deck));
  for (std::size_t i = 0; i < deck.slides.size(); ++i) {
    if (pages == Pages::notes) {
      add_notes_pages(deck, i, display, painter, pdf);
    } else {
      add_slide_page(deck, i, display, painter, pdf);
    }
    if (error != 0) return write_failure(path, error);
    if (progress && progress(i + 1, deck.slides.size()) == Go::stop) return Outcome::stopped;
  }
  add_outline(deck, pdf);
  const bool is_drawn = pdf.finish();
  if (error != 0) return write_failure(path, error);
  if (!is_drawn)
    return Error{path.string() + " cannot be drawn", "export a part of the deck to find the slide"};
  if (const auto completed = complete_pdf(drawn.path(), {deck.settings.language, pdf.elements()}, *file);
      !completed)
    return completed.error();
  if (const auto replaced = file->replace(); !replaced) return replaced.error();
  return Outcome::written;
}

}  // namespace lectern::exporting
