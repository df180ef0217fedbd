#include "presenter/check/check.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include <cstdlib>
#include <iostream>

#include "common/base/log.h"
#include "presenter/app/deck_file.h"
#include "presenter/app/font_folder.h"
#include "presenter/app/progress_line.h"
#include "presenter/app/report.h"
#include "presenter/app/run.h"
#include "presenter/check/fix.h"
#include "presenter/check/report.h"
#include "presenter/check/terminal.h"

namespace lectern::app {
namespace {

constexpr int usual_width = 100;  // where there is no terminal to ask

int terminal_width() {
  winsize size{};
  const bool is_known = ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0;
  return is_known ? size.ws_col : usual_width;
}

/// https://no-color.org
check::Colors colors() {
  const char* unwanted = std::getenv("NO_COLOR");
  const bool is_wanted = isatty(STDOUT_FILENO) != 0 && (!unwanted || *unwanted == '\0');
  return is_wanted ? check::Colors::ansi : check::Colors::none;
}

/// Rewrites the deck where that is safe, and says so.
Result<void> fix(const DeckOptions& options) {
  const auto deck = open_deck(options);
  if (!deck) return deck.error();
  const auto fixed = check::fix(deck->bytes, deck->beside, deck->folder);
  if (!fixed) return fixed.error();
  if (fixed->done.empty()) return {};
  const auto original = check::replace_file(deck->path, fixed->bytes);
  if (!original) return original.error();
  for (const std::string& what : fixed->done)
    std::cerr << check::printable(deck->path.string() + ": " + what) << '\n';
  std::cerr << check::printable("What was there before is in " + original->string()) << '\n';
  return {};
}

}  // namespace

int run(const Check& options) {
  log_nothing();  // a picture that cannot be read is a finding, not a warning
  auto file = load_deck_file(options.deck);
  if (file && options.fix) {
    if (const auto fixed = fix(options.deck); !fixed) return fail(fixed.error(), unavailable);
    file = load_deck_file(options.deck);
  }
  if (!file) return fail(file.error(), unusable);

  const check::Source source(*file->deck, file->text);
  auto findings = [&] {
    ProgressLine line("checked");
    return check::check({*file->deck, file->text, file->diagnostics, file->folder, font_folder(),
                         options.size, options.slot, file->theme},
                        [&](std::size_t done, std::size_t all) { line.show(done, all); });
  }();
  if (!findings) return fail(findings.error(), unavailable);

  const check::Report report{file->path.string(), *file->deck, source, *std::move(findings)};
  std::cout << (options.json ? check::to_json(report) + "\n"
                             : check::to_text(report, colors(), terminal_width()))
            << std::flush;
  return report.findings.empty() ? done : found;
}

}  // namespace lectern::app
