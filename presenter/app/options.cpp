#include "presenter/app/options.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <charconv>
#include <optional>

#include "common/base/duration.h"
#include "common/base/folders.h"
#include "common/session/state.h"
#include "presenter/certificate/machine.h"
#include "presenter/server/request.h"

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

/// How decks are read, whichever.
void add_reading(CLI::App& app, DeckOptions& deck) {
  const auto pattern = [&](const char* name, std::optional<std::string>& expression, const char* what) {
    app.add_option(name, expression, what)->type_name("REGEX")->group("Deck");
  };
  pattern("--separator", deck.separator, "what lies between two slides (the deck's own)");
  pattern("--vertical-separator", deck.vertical_separator, "what lies between a slide and the one below it");
  pattern("--notes-separator", deck.notes_separator, "where the speaker's notes begin");
  app.add_option("--theme", deck.theme, "a theme's name, or its CSS file (the deck's own)")
      ->type_name("NAME|FILE")
      ->group("Deck");
  app.add_flag("--legible", deck.is_legible, "veil pictures behind text that they make hard to read")
      ->group("Deck");
}

void add_deck(CLI::App& app, DeckOptions& deck) {
  add_reading(app, deck);
  app.add_option("DECK", deck.path, "the deck, a Markdown file or its folder")->type_name("")->required();
}

void add_slide_number(CLI::App& app, DeckOptions& deck) {
  app.add_flag_function(
         "--slide-number,!--no-slide-number",
         [&deck](std::int64_t wanted_count) { deck.slide_number = wanted_count > 0; },
         "whether each slide shows its number (the deck's own; on in a PDF)")
      ->group("Deck");
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

void add_slot(CLI::App& app, std::optional<Duration>& slot) {
  app.add_option_function<std::string>(
         "--slot",
         [&slot](const std::string& text) {
           slot = parse_duration(text);
           if (!slot) throw CLI::ValidationError("--slot", "wants a time, such as 10m, 90s or 1h30m");
         },
         "the time that the talk has (the deck's own)")
      ->type_name("TIME");
}

/// All slides go into `folder`, which is empty where one is wanted.
void add_render(CLI::App& draw, Render& one, std::filesystem::path& folder) {
  add_deck(draw, one.deck);
  add_slide_number(draw, one.deck);
  add_size(draw, one.size, "of the picture (1920x1080)");
  auto* slide = draw.add_option("--slide", one.slide, "address of the slide, such as 3 or 3.2 (1)");
  auto* out = draw.add_option("--out", one.out, "the file to write");
  auto* all = draw.add_flag("--all")->description("every slide: 001.png and so on");
  auto* out_dir = draw.add_option("--out-dir", folder, "the folder to write them into");
  all->excludes(slide)->excludes(out)->needs(out_dir);
  out_dir->needs(all);
}

void add_export(CLI::App& save, Export& files) {
  add_deck(save, files.deck);
  add_slide_number(save, files.deck);
  add_size(save, files.size, "of the display that the slides are laid out for (1920x1080)");
  save.add_option("--pdf", files.pdf, "the PDF file to write");
  save.add_option("--html", files.html, "the HTML file to write: to read, alone, in any browser");
  save.add_flag("--notes", files.notes,
                "for the speaker: a PDF of upright A4 with the notes, an HTML file that is a show as well");
}

void add_check(CLI::App& look, Check& check) {
  add_deck(look, check.deck);
  look.add_flag("--json", check.json, "say it in JSON");
  look.add_flag("--fix", check.fix, "put right what can be put right safely; the original is kept");
  add_slot(look, check.slot);
  add_size(look, check.size, "of the display (1920x1080)");
  look.footer("Ends with 0 if there is nothing to remark on, 1 if there is, 2 if the deck cannot be read.");
}

/// What follows `install` is the command line of a show.
CLI::App& add_install(CLI::App& service) {
  CLI::App& install =
      *service.add_subcommand("install", "write the service; DECK… and options as for a show");
  install.prefix_command();
  install.footer(
      "Whatever a show may be started with follows: lectern-presenter service install DECK --hold");
  return install;
}

bool takes_a_value(const CLI::App& app, const std::string& argument) {
  const CLI::Option* const option = argument.starts_with("--") ? app.get_option_no_throw(argument) : nullptr;
  return option && option->get_items_expected_max() > 0;
}

/// The show that a service is to run, from its own command line, and that command line with whole paths of
/// the decks.
std::variant<Verb, int> parse_service(const CLI::App& app, std::vector<std::string> arguments) {
  std::string program = "lectern-presenter";
  std::vector<char*> pointers{program.data()};
  for (std::string& argument : arguments) pointers.push_back(argument.data());
  auto parsed = parse_command_line(static_cast<int>(pointers.size()), pointers.data());
  const auto* const verb = std::get_if<Verb>(&parsed);
  if (!verb) return parsed;
  const auto* const asked = std::get_if<Present>(verb);
  if (!asked) {
    app.exit(CLI::ValidationError("service install", "wants decks to present"));
    return unusable;
  }
  const auto whole = [](const std::filesystem::path& path) {
    return std::filesystem::absolute(path).lexically_normal();
  };
  Present show = *asked;
  for (DeckOptions& deck : show.decks) {
    for (std::size_t i = 0; i < arguments.size(); ++i)
      if (arguments[i] == deck.path && !(i > 0 && takes_a_value(app, arguments[i - 1])))
        arguments[i] = whole(arguments[i]).string();
    deck.path = whole(deck.path);
  }
  return InstallService{std::move(show), std::move(arguments)};
}

void add_channel(CLI::App& app, Channel& channel) {
  app.add_option_function<std::vector<std::string>>(
         "--listen",
         [&channel](const std::vector<std::string>& texts) {
           for (const std::string& text : texts) {
             const auto address = parse_host_port(text);
             if (!address || !certificate::is_address(address->host))
               throw CLI::ValidationError(
                   "--listen", "wants an address of this machine, such as 192.168.1.20 or 0.0.0.0:7070");
             channel.addresses.push_back(*address);
           }
         },
         "where devices of the room connect, beside this machine's own programs; 0.0.0.0 is every address")
      ->type_name("ADDRESS[:PORT]")
      ->allow_extra_args(false)
      ->group("Network");
  app.add_flag("--require-tls", channel.requires_tls, "answer nothing but TLS")->group("Network");
  auto* cert = app.add_option("--tls-cert", channel.tls_cert,
                              "a certificate of your own, and those that vouch for it (PEM)")
                   ->type_name("FILE")
                   ->group("Network");
  auto* key = app.add_option("--tls-key", channel.tls_key, "its private key (PEM)")
                  ->type_name("FILE")
                  ->group("Network");
  cert->needs(key);
  key->needs(cert);
  app.add_option("--allow-frame", channel.framing_origin,
                 "whose pages may show the audience's page in a frame, such as https://www.council.example")
      ->check([](const std::string& text) {
        return server::is_origin(text) ? std::string()
                                       : "wants a site such as https://www.council.example, without a path";
      })
      ->needs(cert)
      ->type_name("ORIGIN")
      ->group("Network");
}

/// Returns the subcommand that shows it.
CLI::App& add_certificate(CLI::App& make, MakeCertificate& certificate) {
  make.add_option("--name", certificate.names, "another name or address that devices know this machine by")
      ->check([](const std::string& name) {
        return certificate::is_host_name(name) || certificate::is_address(name)
                   ? std::string()
                   : "wants a name such as lectern.council.example, or an address";
      })
      ->type_name("NAME");
  make.require_subcommand(0, 1);
  return *make.add_subcommand("show", "print its fingerprint, what it is for and when it ends");
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
  DeckOptions reading;
  std::vector<std::filesystem::path> decks;
  add_reading(app, reading);
  app.add_option("DECK", decks, "the decks, Markdown files or their folders; the first is shown")
      ->type_name("")
      ->expected(1, static_cast<int>(session::max_decks));
  add_slide_number(app, reading);
  auto* windowed_flag = app.add_flag("--windowed", windowed, "show in a window instead of the whole display");
  app.add_flag("--headless", headless, "show on no display at all; remotes work as ever")
      ->excludes(windowed_flag);
  app.add_option("--display", present.stage.display,
                 "the display to use, from 0, the primary one (the one of last time, or another than that)")
      ->check(CLI::Range(0, 63));
  app.add_flag_callback(
      "--no-grab", [&] { present.stage.grabs_clicker = false; },
      "leave Page Up and Page Down to the window in front; full screen they are the show's otherwise");
  add_size(app, present.stage.size, "of the window, or of the frames of --headless (1920x1080)");
  app.add_option_function<std::size_t>(
         "--memory", [&](std::size_t megabytes) { present.stage.memory_bytes = megabytes << 20; },
         "megabytes for painted slides and decoded pictures (96)")
      ->check(CLI::Range(16, 4096))
      ->type_name("MB");
  auto* const resume = app.add_flag_callback(
      "--resume", [&] { present.resume = journal::Resume::always; }, "go on where this show ended last time");
  app.add_flag_callback(
         "--fresh", [&] { present.resume = journal::Resume::never; },
         "begin with the first slide, even if the show was cut off within the last half hour")
      ->excludes(resume);
  app.add_flag("--watch", present.watch, "show edits of the deck at once; without it they wait for Ctrl+R");
  app.add_flag("--hold", present.hold,
               "begin with title, logo and date; the first press shows the first slide");
  app.add_option_function<std::string>(
         "--follow",
         [&present](const std::string& word) {
           present.following = {true, word == "whole"};
         },
         "begin with the audience's own page open: on, for what has been on the stage; whole, once the show "
         "is over "
         "for all of the deck too")
      ->check(CLI::IsMember({"on", "whole"}))
      ->type_name("WHAT");
  app.add_option("--port", present.port, "where remotes connect on this machine; 0 takes a free one (7070)")
      ->check(CLI::Range(0, 65535));
  add_channel(app, present.channel);

  Render render;
  std::filesystem::path folder;
  CLI::App& draw =
      *app.add_subcommand("render", "draw one slide, or all, into PNG files as the stage shows them");
  add_render(draw, render, folder);
  Export files;
  CLI::App& save = *app.add_subcommand("export", "write the deck as a PDF or HTML file");
  add_export(save, files);
  PrintLayout layout;
  CLI::App& print = *app.add_subcommand("layout", "print where everything lies on every slide, as JSON");
  add_deck(print, layout.deck);
  add_size(print, layout.size, "of the display (1920x1080)");
  Check check;
  CLI::App& look = *app.add_subcommand("check", "find what would go wrong in front of an audience");
  add_check(look, check);
  CLI::App& service = *app.add_subcommand(
      "service", "present whenever you log in, and go on after a crash: install or remove it");
  service.require_subcommand(1);
  CLI::App& install = add_install(service);
  const CLI::App& remove = *service.add_subcommand("remove", "take the service away again");
  MakeCertificate certificate;
  CLI::App& vouch = *app.add_subcommand(
      "certificate", "make an authority for this machine's certificate, which phones can be told to trust");
  CLI::App& show = add_certificate(vouch, certificate);

  try {
    app.parse(argc, argv);
    if (install.parsed()) return parse_service(app, install.remaining());
    if (draw.parsed() && !folder.empty()) return RenderAll{render.deck, render.size, folder};
    if (draw.parsed() && render.out.empty()) throw CLI::RequiredError("--out");
    if (draw.parsed()) return render;
    if (save.parsed() && files.pdf.empty() && files.html.empty()) throw CLI::RequiredError("--pdf or --html");
    if (save.parsed()) return files;
    if (print.parsed()) return layout;
    if (look.parsed()) return check;
    if (remove.parsed()) return RemoveService{};
    if (show.parsed()) return ShowCertificate{};
    if (vouch.parsed()) return certificate;
    if (decks.empty()) throw CLI::RequiredError("DECK");
  } catch (const CLI::ParseError& stopped) {
    return app.exit(stopped) == 0 ? done : unusable;
  }
  for (std::filesystem::path& deck : decks) {
    reading.path = std::move(deck);
    present.decks.push_back(reading);
  }
  present.stage.output = headless   ? stage::Output::headless
                         : windowed ? stage::Output::windowed
                                    : stage::Output::fullscreen;
  if (const auto state = state_folder(); !present.stage.display && !state.empty())
    present.stage.display_file = state / "display";
  return present;
}

}  // namespace lectern::app
