// Slides into files.
#include <filesystem>
#include <iomanip>
#include <iostream>

#include "presenter/app/deck_file.h"
#include "presenter/app/font_folder.h"
#include "presenter/app/interruption.h"
#include "presenter/app/progress_line.h"
#include "presenter/app/report.h"
#include "presenter/app/run.h"
#include "presenter/export/html_page.h"
#include "presenter/export/pdf.h"
#include "presenter/export/png.h"
#include "presenter/images/picture_source.h"

namespace lectern::app {
namespace {

exporting::Progress show_on(ProgressLine& line, const Interruption& interruption) {
  return [&](std::size_t done, std::size_t all) {
    line.show(done, all);
    return interruption.has_come() ? exporting::Go::stop : exporting::Go::on;
  };
}

/// An interruption that stopped it ends the program by itself.
int exit_code(const Result<exporting::Outcome>& outcome) {
  return outcome ? done : fail(outcome.error(), unavailable);
}

/// Reads the deck and has `write` make one file of it.
int export_deck(const DeckOptions& deck, auto write) {
  const auto file = load_deck_file(deck);
  if (!file) return fail(file.error(), unusable);
  report_diagnostics(*file);
  auto painter = stage::SlidePainter::create(file->folder, font_folder(), file->theme);
  if (!painter) return fail(painter.error(), unavailable);
  const Interruption interruption;
  const auto outcome = [&] {
    ProgressLine line("drawn");
    return write(*file->deck, *painter, show_on(line, interruption));
  }();
  return exit_code(outcome);
}

int export_pdf(const Export& options) {
  DeckOptions deck = options.deck;
  deck.slide_number = deck.slide_number.value_or(true);
  const auto pages = options.notes ? exporting::Pages::notes : exporting::Pages::slides;
  return export_deck(deck, [&](const auto& read, auto& painter, const auto& progress) {
    return exporting::write_pdf(read, painter, pages, options.size, options.pdf, progress);
  });
}

/// The file may be for sending: says how large it is.
int export_html(const Export& options) {
  const auto kind = options.notes ? exporting::HtmlKind::show : exporting::HtmlKind::document;
  std::size_t slide_count = 0;
  const int code = export_deck(options.deck, [&](const auto& read, auto& painter, const auto& progress) {
    slide_count = read.slides.size();
    return exporting::write_html(read, painter, kind, options.size, options.html, progress);
  });
  std::error_code error;
  const auto bytes = std::filesystem::file_size(options.html, error);
  if (code == done && !error)
    std::cout << options.html.string() << ": " << slide_count << (slide_count == 1 ? " slide, " : " slides, ")
              << std::fixed << std::setprecision(1) << static_cast<double>(bytes) / 1e6 << " MB\n";
  return code;
}

}  // namespace

int run(const RenderAll& options) {
  const auto file = load_deck_file(options.deck);
  if (!file) return fail(file.error(), unusable);
  report_diagnostics(*file);
  const auto pictures =
      images::cached_pictures(images::pictures_below(file->folder),
                              std::make_shared<images::PictureCache>(stage::picture_cache_bytes));
  const auto make_painter = [&] { return stage::SlidePainter::create(font_folder(), file->theme, pictures); };
  const Interruption interruption;
  const auto outcome = [&] {
    ProgressLine line("drawn");
    return exporting::write_pngs(*file->deck, make_painter, options.size, options.folder,
                                 show_on(line, interruption));
  }();
  return exit_code(outcome);
}

int run(const Export& options) {
  if (!options.pdf.empty())
    if (const int code = export_pdf(options); code != done) return code;
  return options.html.empty() ? done : export_html(options);
}

}  // namespace lectern::app
