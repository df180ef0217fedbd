#include "presenter/app/options.h"

#include <CLI/CLI.hpp>
#include <charconv>
#include <optional>

namespace lectern::app {
namespace {

constexpr int max_side = 16'384;

std::optional<PixelSize> parse_size(const std::string& text) {
  PixelSize size;
  const char* const end = text.data() + text.size();
  const auto [x, bad_width] = std::from_chars(text.data(), end, size.width);
  if (bad_width != std::errc{} || x == end || (*x != 'x' && *x != 'X')) return std::nullopt;
  const auto [rest, bad_height] = std::from_chars(x + 1, end, size.height);
  if (bad_height != std::errc{} || rest != end) return std::nullopt;
  const auto fits = [](int side) { return side >= 16 && side <= max_side; };
  return fits(size.width) && fits(size.height) ? std::optional(size) : std::nullopt;
}

void add_deck(CLI::App& app, std::filesystem::path& deck) {
  app.add_option("DECK", deck, "the deck, a Markdown file")->required()->type_name("");
}

void add_size(CLI::App& app, PixelSize& size, const std::string& what) {
  app.add_option_function<std::string>(
         "--size",
         [&size](const std::string& text) {
           const auto parsed = parse_size(text);
           if (!parsed)
             throw CLI::ValidationError("--size", "wants WIDTHxHEIGHT in pixels, such as 1920x1080");
           size = *parsed;
         },
         what)
      ->type_name("WxH");
}

}  // namespace

std::variant<Verb, int> parse_command_line(int argc, char** argv) {
  CLI::App app("Shows a Markdown deck on this machine's display and lets remotes drive it.",
               "lectern-presenter");
  app.set_version_flag("--version", "lectern-presenter 0.1.0");
  app.footer("Ctrl+Q, pressed twice, leaves the show. More: docs/deck-language.md, docs/protocol.md");

  Present present;
  bool windowed = false;
  bool headless = false;
  app.add_option("DECK", present.deck, "the deck, a Markdown file")->type_name("");
  auto* windowed_flag = app.add_flag("--windowed", windowed, "show in a window instead of the whole display");
  app.add_flag("--headless", headless, "show on no display at all; remotes work as ever")
      ->excludes(windowed_flag);
  app.add_option("--display", present.stage.display, "the display to use, from 0")->check(CLI::Range(0, 63));
  add_size(app, present.stage.size, "of the window, or of the frames of --headless (1920x1080)");
  app.add_option("--port", present.port, "where remotes connect on this machine; 0 takes a free one (7070)")
      ->check(CLI::Range(0, 65535));

  Render render;
  CLI::App& draw = *app.add_subcommand("render", "draw one slide into a PNG file, as the stage shows it");
  add_deck(draw, render.deck);
  draw.add_option("--slide", render.slide, "address of the slide, such as 3 or 3.2 (1)");
  add_size(draw, render.size, "of the picture (1920x1080)");
  draw.add_option("--out", render.out, "the file to write")->required();

  PrintLayout layout;
  CLI::App& print = *app.add_subcommand("layout", "print where everything lies on every slide, as JSON");
  add_deck(print, layout.deck);
  add_size(print, layout.size, "of the display (1920x1080)");

  try {
    app.parse(argc, argv);
    if (draw.parsed()) return render;
    if (print.parsed()) return layout;
    if (present.deck.empty()) throw CLI::RequiredError("DECK");
  } catch (const CLI::ParseError& stopped) {
    return app.exit(stopped) == 0 ? done : unusable;
  }
  present.stage.output = headless   ? stage::Output::headless
                         : windowed ? stage::Output::windowed
                                    : stage::Output::fullscreen;
  return present;
}

}  // namespace lectern::app
