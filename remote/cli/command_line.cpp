#include "remote/cli/command_line.h"

#include <unistd.h>

#include <CLI/CLI.hpp>
#include <charconv>

#include "common/base/duration.h"
#include "common/base/fingerprint.h"
#include "common/base/host_port.h"

namespace lectern::cli {
namespace {

using session::Command;

void parse_host(const std::string& text, client::Options& presenter) {
  const auto found = parse_host_port(text);
  if (!found) throw CLI::ValidationError("--host", "wants HOST:PORT, such as 127.0.0.1:7070");
  presenter.host = found->host;
  if (presenter.host == "localhost") presenter.host = protocol::loopback;
  if (found->port) presenter.port = *found->port;
}

void read_fingerprint(const std::string& text, client::Options& presenter) {
  presenter.fingerprint = parse_fingerprint(text);
  if (!presenter.fingerprint)
    throw CLI::ValidationError("--fingerprint",
                               "wants the 64 digits that lectern-presenter certificate show prints");
}

/// "12" is a number, "3.2" an address, all else words of a title.
Verb parse_target(const std::string& text) {
  const auto address = deck::parse_address(text);
  if (!address) return GoToWords{text};
  if (text.find('.') != std::string::npos) return Press{Command(session::GoTo{*address})};
  return GoToNumber{static_cast<std::size_t>(address->h)};
}

std::uint32_t parse_number(const std::string& text, const std::string& wanted) {
  std::uint32_t number = 0;
  const char* const end = text.data() + text.size();
  const auto [rest, wrong] = std::from_chars(text.data(), end, number);
  if (wrong != std::errc{} || rest != end) throw CLI::ValidationError("NUMBER", wanted);
  return number;
}
std::uint32_t parse_deck(const std::string& text) {
  return parse_number(text, "wants a deck's number, such as 2; lectern-remote decks lists them");
}
DeviceNumber parse_device(const std::string& text) {
  return parse_number(text, "wants a device's number, such as 3; lectern-remote pairing list shows them");
}

Duration parse_time(const std::string& text) {
  const auto time = parse_duration(text);
  if (!time) throw CLI::ValidationError("TIME", "wants a time such as 15m, 90s or 1h30m, at most 24h");
  return *time;
}

std::string our_name() {
  char host[HOST_NAME_MAX + 1] = {};
  gethostname(host, sizeof host - 1);
  return ("lectern-remote on " + std::string(host)).substr(0, protocol::max_client_name_bytes);
}

/// Subcommands that set what to do.
class Commands {
 public:
  explicit Commands(Verb& verb) : verb_(verb) {}

  void add(CLI::App& app, const std::string& name, const std::string& what, Verb verb) {
    app.add_subcommand(name, what)->callback([this, verb] { verb_ = verb; });
  }

  /// One that takes an argument; `read` throws CLI::ValidationError on a wrong one.
  void add(CLI::App& app, const std::string& name, const std::string& what, const std::string& argument,
           std::function<Verb(const std::string&)> read) {
    CLI::App& command = *app.add_subcommand(name, what);
    command
        .add_option_function<std::string>(
            argument, [this, read = std::move(read)](const std::string& text) { verb_ = read(text); }, "")
        ->required()
        ->type_name("");
  }

 private:
  Verb& verb_;
};

void add_timer(CLI::App& app, Commands& commands) {
  CLI::App& timer = *app.add_subcommand("timer", "the Q&A timer on the stage");
  timer.require_subcommand(1);
  commands.add(timer, "start", "start it with this much time, such as 15m", "TIME",
               [](const std::string& text) { return Press{Command(session::StartTimer{parse_time(text)})}; });
  commands.add(timer, "pause", "stop the clock for a while", Press{Command(session::PauseTimer{})});
  commands.add(timer, "resume", "let it run on", Press{Command(session::ResumeTimer{})});
  commands.add(timer, "reset", "take it off the stage", Press{Command(session::ResetTimer{})});
  commands.add(timer, "add", "give more time, such as 1m", "TIME",
               [](const std::string& text) { return Press{Command(session::AddTime{parse_time(text)})}; });
  commands.add(timer, "take", "take time away, such as 1m", "TIME",
               [](const std::string& text) { return Press{Command(session::AddTime{-parse_time(text)})}; });
}

/// A device by its number, and a word about it.
void add_about_device(CLI::App& app, Verb& verb, const std::string& name, const std::string& what,
                      const std::string& word,
                      std::function<session::PairingCommand(DeviceNumber, const std::string&)> read) {
  CLI::App& command = *app.add_subcommand(name, what);
  const auto number = std::make_shared<std::string>();
  const auto said = std::make_shared<std::string>();
  command.add_option("NUMBER", *number, "")->required()->type_name("");
  command.add_option(word, *said, "")->required()->type_name("");
  command.callback([&verb, number, said, read = std::move(read)] {
    verb = ManagePairing{read(parse_device(*number), *said)};
  });
}

session::Role parse_role(const std::string& text) {
  const auto role = session::role_of(text);
  if (!role) throw CLI::ValidationError("ROLE", "wants follower, notes, timer, controller or operator");
  return *role;
}

std::string parse_device_name(const std::string& text) {
  if (text.empty() || text.size() > protocol::max_client_name_bytes)
    throw CLI::ValidationError("NAME", "wants a name of at most 64 bytes");
  return text;
}

void add_pairing(CLI::App& app, Commands& commands, Call& call) {
  using namespace session;
  Verb& verb = call.verb;
  CLI::App& pair = *app.add_subcommand("pair",
                                       "ask the operator at --host to let this device in, by the PIN, or the "
                                       "text of the code, on their screen");
  pair.callback([&verb] { verb = Pair{}; });
  pair.add_option_function<std::string>(
          "--name", [&call](const std::string& name) { call.presenter.name = parse_device_name(name); },
          "what the operator will know it by (lectern-remote on this machine)")
      ->type_name("NAME");

  CLI::App& pairing = *app.add_subcommand("pairing", "which devices may come in");
  pairing.require_subcommand(1);
  CLI::App& open = *pairing.add_subcommand("open", "let devices ask for three minutes, and see who does");
  const auto how = std::make_shared<session::OpenPairing>();
  open.callback([&verb, how] { verb = OpenPairing{*how}; });
  open.add_flag("--on-stage", how->is_on_stage,
                "show the code on the stage too, while the holding slide before the start is up");
  open.add_option("--address", how->address, "of this machine, that the code leads to (the first)")
      ->type_name("ADDRESS");
  commands.add(pairing, "close", "let no more ask", ManagePairing{ClosePairing{}});
  commands.add(pairing, "list", "who asks, and who is let in", ShowPairing{});
  add_about_device(pairing, verb, "accept",
                   "let one in that asks, as ROLE: follower, notes, timer or controller", "ROLE",
                   [](DeviceNumber number, const std::string& role) {
                     return AcceptDevice{number, parse_role(role)};
                   });
  commands.add(pairing, "decline", "turn one away that asks", "NUMBER",
               [](const std::string& number) { return ManagePairing{DeclineDevice{parse_device(number)}}; });
  commands.add(pairing, "revoke", "put one out that was let in", "NUMBER",
               [](const std::string& number) { return ManagePairing{RevokeDevice{parse_device(number)}}; });
  add_about_device(pairing, verb, "rename", "call one something else", "NAME",
                   [](DeviceNumber number, const std::string& name) {
                     return RenameDevice{number, parse_device_name(name)};
                   });
  commands.add(pairing, "pin", "let one in again in sessions to come", "NUMBER",
               [](const std::string& number) {
                 return ManagePairing{PinDevice{parse_device(number), true}};
               });
  commands.add(pairing, "unpin", "let one in no longer than this session", "NUMBER",
               [](const std::string& number) {
                 return ManagePairing{PinDevice{parse_device(number), false}};
               });
}

void add_goto(CLI::App& app, Verb& verb) {
  CLI::App& command =
      *app.add_subcommand("goto", "jump to a slide by number (12), address (3.2) or words of its title")
           ->alias("go");
  command
      .add_option_function<std::vector<std::string>>(
          "SLIDE",
          [&verb](const std::vector<std::string>& words) {
            std::string text;
            for (const std::string& word : words) text += (text.empty() ? "" : " ") + word;
            verb = parse_target(text);
          },
          "")
      ->required()
      ->type_name("");
}

/// One that is put on or off.
template <class Switch>
void add_switch(CLI::App& app, Verb& verb, const std::string& name, const std::string& what) {
  CLI::App& command = *app.add_subcommand(name, what);
  command.callback([&verb] {
    if (!std::holds_alternative<Switch>(verb)) verb = Switch{};
  });
  command
      .add_option_function<std::string>(
          "ON_OR_OFF", [&verb](const std::string& text) { verb = Switch{text == "on"}; },
          "on or off; without it, the other of what it is")
      ->check(CLI::IsMember({"on", "off"}))
      ->type_name("");
}

float parse_part(const std::string& text) {
  float part = 0;
  const char* const end = text.data() + text.size();
  const auto [rest, wrong] = std::from_chars(text.data(), end, part);
  if (wrong != std::errc{} || rest != end || !(part >= 0 && part <= 1))
    throw CLI::ValidationError("X Y", "wants two numbers from 0 to 1, such as 0.5 0.25, or off");
  return part;
}

constexpr const char* pointer_sizes =
    "a spotlight's radius, 0.05 to 0.5 of the height, or a zoom's factor, 1.25 to 4";

struct PointWords {
  std::string x, y;
  session::Pointer::Kind kind = session::Pointer::Kind::laser;
  std::optional<float> size;
};

PointAt parse_point(const PointWords& words) {
  if (words.x == "off" && words.y.empty()) return {};
  const session::Pointer pointer{words.kind, parse_part(words.x), parse_part(words.y),
                                 words.size.value_or(session::sizes_of(words.kind).usual)};
  if (!session::is_valid(pointer))
    throw CLI::ValidationError("--size", std::string("wants ") + pointer_sizes);
  return {pointer};
}

void add_point(CLI::App& app, Verb& verb) {
  using Kind = session::Pointer::Kind;
  static const std::map<std::string, Kind> kinds = {
      {"laser", Kind::laser}, {"spotlight", Kind::spotlight}, {"zoom", Kind::zoom}};
  const auto words = std::make_shared<PointWords>();
  CLI::App& command = *app.add_subcommand("point", "point at the stage; point off ends it");
  command.add_option("X", words->x, "from the left, 0 to 1 of the width")->required()->type_name("");
  command.add_option("Y", words->y, "from the top, 0 to 1 of the height")->type_name("");
  command.add_option("--as", words->kind, "laser, spotlight or zoom (laser)")
      ->transform(CLI::CheckedTransformer(kinds))
      ->type_name("KIND");
  command.add_option("--size", words->size, pointer_sizes)->type_name("NUMBER");
  command.callback([words, &verb] { verb = parse_point(*words); });
}

Verb parse_following(const std::string& word) {
  return Press{Command(session::SetFollowing{{word != "off", word == "whole"}})};
}

void add_verbs(CLI::App& app, Commands& commands, Verb& verb) {
  commands.add(app, "status", "where the show stands", ShowStatus{});
  commands.add(app, "next", "one step on", Press{session::Direction::next});
  commands.add(app, "previous", "one step back", Press{session::Direction::previous});
  add_goto(app, verb);
  commands.add(app, "first", "jump to the first slide",
               Press{Command(session::GoToEnd{session::End::first})});
  commands.add(app, "last", "jump to the last slide", Press{Command(session::GoToEnd{session::End::last})});

  commands.add(app, "back", "jump to where the show was before the last jump",
               Press{Command(session::GoBack{})});
  add_switch<Black>(app, verb, "black", "make the stage black, or bring the slide back");
  add_switch<Freeze>(app, verb, "freeze", "keep the slide that is up whatever comes, or no longer");
  add_switch<Hold>(app, verb, "hold", "put the holding slide up for a pause, or take it away");
  add_point(app, verb);
  commands.add(app, "decks", "all decks of the session, by number", ShowDecks{});
  commands.add(app, "open", "another of the decks, where it was left", "NUMBER",
               [](const std::string& text) { return Press{Command(session::OpenDeck{parse_deck(text)})}; });
  commands.add(app, "apply", "show the deck as it was edited since it was opened", ShowEdit{});
  commands.add(app, "display", "move the stage to the next display of its machine",
               Press{Command(session::MoveStage{})});
  commands.add(app, "notes", "the speaker notes of the slide on the stage", ShowNotes{});
  commands.add(app, "outline", "all slides", ShowOutline{});
  commands.add(app, "take-over", "drive from now on", Press{Command(session::TakeOver{})});
  commands.add(app, "hand-over", "let somebody else drive, by name; who lists them", "NAME",
               [](const std::string& text) { return HandOverTo{text}; });
  commands.add(app, "lock", "let nobody move the show but who drives, and the operator",
               Press{Command(session::SetLock{true})});
  commands.add(app, "unlock", "let everybody move it again who may", Press{Command(session::SetLock{false})});
  app.add_subcommand(
         "follow",
         "let the audience read along in their browsers: on, what has been on the stage; whole, once the "
         "show is over all of the deck too; off, nothing")
      ->add_option_function<std::string>("WHAT",
                                         [&verb](const std::string& word) { verb = parse_following(word); })
      ->check(CLI::IsMember({"on", "whole", "off"}))
      ->required()
      ->type_name("");
  commands.add(app, "who", "who is connected", ShowRoster{});
  commands.add(app, "watch", "a line for every change, until interrupted", Watch{});
}

}  // namespace

std::variant<Call, int> parse_command_line(int argc, char** argv) {
  Call call;
  call.presenter.name = our_name();
  call.presenter.role = session::Role::operator_;  // or the most that the presenter lets us be
  bool json = false;

  CLI::App app(
      "Drives a lectern-presenter, shows its notes and runs the Q&A timer. Alone it lists the presenters of "
      "this "
      "network.",
      "lectern-remote");
  app.set_version_flag("--version", "lectern-remote 0.1.0");
  app.require_subcommand(0, 1);
  call.verb = ListPresenters{};
  app.fallthrough();
  const CLI::Option* const host =
      app.add_option_function<std::string>(
             "--host", [&](const std::string& text) { parse_host(text, call.presenter); },
             "where the presenter is (127.0.0.1:7070)")
          ->type_name("HOST:PORT");
  app.add_option_function<std::string>(
         "--fingerprint", [&](const std::string& text) { read_fingerprint(text, call.presenter); },
         "of the presenter's certificate: speak TLS, with that presenter alone")
      ->type_name("DIGITS");
  app.add_flag("--json", json, "answer with JSON, for scripts");
  app.footer(
      "Exit codes: 0 done and on the display (unless it is frozen), 1 refused, 2 wrong command line, 3 no "
      "presenter, 4 not "
      "confirmed.");

  Commands commands(call.verb);
  add_verbs(app, commands, call.verb);
  add_timer(app, commands);
  add_pairing(app, commands, call);

  try {
    app.parse(argc, argv);
    if (std::holds_alternative<ListPresenters>(call.verb) && host->count() > 0)
      throw CLI::RequiredError("what to do there, such as status,");
  } catch (const CLI::ParseError& stopped) {
    return app.exit(stopped) == 0 ? done : unusable;
  }
  call.format = json ? Format::json : Format::text;
  return call;
}

}  // namespace lectern::cli
