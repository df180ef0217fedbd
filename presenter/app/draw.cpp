#include <iostream>

#include "presenter/app/deck_file.h"
#include "presenter/app/font_folder.h"
#include "presenter/app/report.h"
#include "presenter/app/run.h"
#include "presenter/export/layout_json.h"
#include "presenter/export/png.h"
#include "presenter/stage/slide_painter.h"

namespace lectern::app {

int run(const Render& options) {
  const auto file = load_deck_file(options.deck);
  if (!file) return fail(file.error(), unusable);
  report_diagnostics(*file);
  const auto address = deck::parse_address(options.slide);
  const auto index = address ? deck::find_slide(*file->deck, *address) : std::nullopt;
  if (!index)
    return fail({"the deck has no slide " + options.slide, "name one by its address, such as 3 or 3.2"},
                unusable);

  auto painter = stage::SlidePainter::create(file->folder, font_folder(), file->theme);
  if (!painter) return fail(painter.error(), unavailable);
  const auto written = exporting::write_png(painter->paint(*file->deck, *index, options.size), options.out);
  return written ? done : fail(written.error(), unavailable);
}

int run(const PrintLayout& options) {
  const auto file = load_deck_file(options.deck);
  if (!file) return fail(file.error(), unusable);
  report_diagnostics(*file);
  auto painter = stage::SlidePainter::create(file->folder, font_folder(), file->theme);
  if (!painter) return fail(painter.error(), unavailable);
  std::cout << exporting::layout_json(*file->deck, options.size, *painter) << '\n';
  return done;
}

}  // namespace lectern::app
