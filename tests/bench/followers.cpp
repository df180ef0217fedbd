#include "tests/bench/followers.h"

#include <poll.h>

#include <chrono>
#include <cstdio>
#include <optional>
#include <stdexcept>
#include <type_traits>

#include "common/protocol/messages.h"
#include "tests/bench/audience.h"
#include "tests/bench/percentile.h"
#include "tests/bench/usage.h"
#include "tests/support/folder.h"
#include "tests/support/presenter.h"
#include "tests/support/wire.h"

namespace lectern::bench {
namespace {

using Clock = Audience::Clock;

constexpr int pace_ms = 150;  // between two presses
constexpr int calm_ms = 1000;
constexpr int slide_count = 30;

double ms_between(Clock::time_point begin, Clock::time_point end) {
  return std::chrono::duration<double, std::milli>(end - begin).count();
}

void wait_ms(int milliseconds) {
  poll(nullptr, 0, milliseconds);
}

/// Milliseconds, but for the last two.
struct Figures {
  std::vector<double> text;        ///< from a press to when the last that then asks has the slide's text
  std::vector<double> half, last;  ///< from a press to when half of the followers, and all, know of it
  std::vector<double> answer, presented;  ///< from a press to what the remote that pressed hears
  double bytes_a_change = 0;              ///< of one follower
  double kilobytes_a_follower = 0;
};

void report(const char* what, const std::vector<double>& values, const char* unit) {
  if (values.empty()) return;
  std::printf("  %-44s p50 %7.2f  p99 %7.2f  min %7.2f  max %7.2f %s  (%zu)\n", what, percentile(values, 0.5),
              percentile(values, 0.99), percentile(values, 0), percentile(values, 1), unit, values.size());
}

void report(const std::string& of, int count, const Figures& figures) {
  std::printf("%s, %d followers   (load %s)\n", of.c_str(), count, load().c_str());
  report("press to half of them knowing", figures.half, "ms");
  report("press to the last of them knowing", figures.last, "ms");
  report("press to the last having its text too", figures.text, "ms");
  report("press to its answer", figures.answer, "ms");
  report("press to presented, as the remote hears it", figures.presented, "ms");
  std::printf("  %-44s     %7.1f bytes\n", "on the wire, of a change to a follower", figures.bytes_a_change);
  std::printf("  %-44s     %7.1f KiB\n", "memory of the server (PSS), a follower",
              figures.kilobytes_a_follower);
  std::fflush(stdout);
}

std::vector<Clock::time_point> arrivals_of_all(Audience& audience) {
  auto arrivals = audience.arrivals();
  if (arrivals.size() < audience.size())
    throw std::runtime_error("of " + std::to_string(audience.size()) + " followers " +
                             std::to_string(arrivals.size()) + " hear of a press");
  return arrivals;
}

void note_arrivals(Figures& figures, Audience& audience, Clock::time_point pressed) {
  const auto arrivals = arrivals_of_all(audience);
  figures.half.push_back(ms_between(pressed, arrivals[arrivals.size() / 2]));
  figures.last.push_back(ms_between(pressed, arrivals.back()));
}

/// Of slides that say about 2 KB.
std::string wordy_deck(int count) {
  std::string text = "---\nrevealOptions:\n  transition: none\n---\n";
  for (int number = 1; number <= count; ++number) {
    text += (number > 1 ? "\n---\n\n## Slide " : "## Slide ") + std::to_string(number) + "\n\n";
    for (int line = 0; line < 20; ++line)
      text += "- What the committee is asked to note, and what follows from it for those whom it concerns\n";
  }
  return text;
}

/// Looked at as cheaply as the comparison's messages are.
template <class Kind>
bool is(std::string_view payload) {
  constexpr std::size_t key = std::is_same_v<Kind, protocol::Slide> ? 2 : 1;  // bytes, of protobuf's field
  static const std::string example = protocol::encode(protocol::ServerMessage(Kind{}));
  return payload.substr(0, key) == std::string_view(example).substr(0, key);
}

/// The slide that it shows, of a deck without stacks.
std::string question_about(std::string_view payload) {
  const auto message = protocol::decode_server_message(payload);
  const auto& state = std::get<session::State>(*message);
  return protocol::encode(protocol::ClientMessage(protocol::DeckRequest{
      state.deck, protocol::SlideAt{static_cast<std::uint32_t>(state.position.slide.h), {}}}));
}

Manners followers_of(std::uint16_t port) {
  return {.port = port,
          .path = std::string(protocol::websocket_path),
          .header_lines = "Sec-WebSocket-Protocol: " + std::string(protocol::subprotocol) + "\r\n",
          .first_said =
              [](int member) {
                const std::string id = "follower-" + std::to_string(member);
                return protocol::encode(
                    protocol::ClientMessage(protocol::Hello{protocol::version, protocol::version, id, id}));
              },
          .has_joined = is<session::State>,
          .is_awaited = is<session::State>,
          .question = question_about,
          .is_answer = is<protocol::Slide>};
}

/// A remote that goes to and fro.
class Driver {
 public:
  Driver(std::uint16_t port, const std::string& id) : wire_(port) {
    wire_.send(test::hello(id));
    welcome_ = *wire_.read_until<protocol::Welcome>();
    state_ = *wire_.read_until<session::State>();
  }

  /// Gives when it was sent.
  Clock::time_point press(Figures& figures) {
    const auto direction = ++id_ % 2 == 1 ? session::Direction::next : session::Direction::previous;
    const session::Request request{id_, welcome_.epoch, welcome_.sent + std::chrono::hours(1),
                                   session::Command(session::Step{direction, state_.deck, state_.position})};
    const auto pressed = Clock::now();
    wire_.send(request);
    std::optional<Revision> accepted;
    for (Revision presented = 0; !accepted || state_.revision < *accepted || presented < *accepted;) {
      const auto message = wire_.read();
      if (!message) throw std::runtime_error("the remote is thrown out");
      if (const auto* answer = std::get_if<protocol::Answer>(&*message)) {
        if (!answer->accepted) throw std::runtime_error("a press is refused: " + answer->message);
        accepted = *answer->accepted;
        figures.answer.push_back(ms_between(pressed, Clock::now()));
      }
      if (const auto* state = std::get_if<session::State>(&*message)) state_ = *state;
      if (const auto* shown = std::get_if<protocol::Presented>(&*message)) presented = shown->revision;
    }
    figures.presented.push_back(ms_between(pressed, Clock::now()));
    return pressed;
  }

 private:
  test::Wire wire_;
  protocol::Welcome welcome_;
  session::State state_;
  CommandId id_ = 0;
};

void measure_followers(int count, int presses) {
  const test::Folder folder;
  test::Presenter presenter(folder.write("slides.md", wordy_deck(slide_count)),
                            {"--headless", "--size", "1920x1080"});
  const std::vector<pid_t> processes = {presenter.process().pid()};
  Figures figures, warm;
  for (Driver first(presenter.port(), "first"); warm.presented.size() < 4; wait_ms(calm_ms))
    first.press(warm);  // so that all that comes next is painted
  const double alone = pss_megabytes(processes);
  Audience audience(followers_of(presenter.port()));
  audience.join(count);
  Driver driver(presenter.port(), "driver");
  wait_ms(calm_ms);
  for (int press = 0; press < presses; ++press) {
    const std::uint64_t before = audience.bytes();
    audience.await();
    const auto pressed = driver.press(figures);
    note_arrivals(figures, audience, pressed);
    wait_ms(pace_ms);
    figures.bytes_a_change += static_cast<double>(audience.bytes() - before) / count / presses;
  }
  wait_ms(calm_ms);
  figures.kilobytes_a_follower = (pss_megabytes(processes) - alone) * 1024 / count;
  if (const auto opened = presenter.remote({"follow", "on"}); opened.exit_code != 0)
    throw std::runtime_error("nobody may follow: " + opened.errors);
  for (int press = 0; press < presses; ++press) {
    wait_ms(pace_ms);
    audience.await(Audience::Curiosity::ask);
    const auto pressed = driver.press(figures);
    figures.text.push_back(ms_between(pressed, arrivals_of_all(audience).back()));
  }
  report("lectern", count, figures);
}

/// Its server, in a network where its port is free.
class Multiplex {
 public:
  static constexpr std::uint16_t port = 1948;

  Multiplex()
      : process_({"node", "--openssl-legacy-provider",
                  LECTERN_SOURCE_DIR "/build/npm/node_modules/reveal-multiplex/index.js"}) {
    while (const auto line = process_.read_line())
      if (line->find("running on port") != std::string::npos) return;
    throw std::runtime_error("reveal-multiplex does not start (./dev bench installs it): " +
                             process_.errors());
  }

  pid_t pid() const { return process_.pid(); }

 private:
  test::Process process_;
};

/// The secret of a show, and what it is called, as the server gives them to whoever asks.
struct Token {
  std::string secret, id;
};

std::string value_of(const std::string& json, const std::string& key) {
  const std::size_t begin = json.find("\"" + key + "\":\"") + key.size() + 4;
  return json.substr(begin, json.find('"', begin) - begin);
}

Token token() {
  const std::string url = "http://127.0.0.1:" + std::to_string(Multiplex::port) + "/token";
  const std::string json = test::run({"curl", "--silent", "--fail", url}).output;
  return {value_of(json, "secret"), value_of(json, "socketId")};
}

/// socket.io 2 over a WebSocket alone: engine.io's 0 opens and 2 asks whether anybody is there; 40 has
/// connected, 42 is an event.
Manners multiplexed() {
  return {.port = Multiplex::port,
          .path = "/socket.io/?EIO=3&transport=websocket",
          .first_said = [](int) { return std::string(); },
          .has_joined = [](std::string_view payload) { return payload.starts_with("40"); },
          .is_awaited = [](std::string_view payload) { return payload.starts_with("42"); },
          .kept_up_by = "2"};
}

/// What reveal.js's master says at a slide change.
std::string change(const Token& token, int slide) {
  return R"(42["multiplex-statechanged",{"state":{"indexh":)" + std::to_string(slide) +
         R"(,"indexv":0,"paused":false,"overview":false},"secret":")" + token.secret + R"(","socketId":")" +
         token.id + R"("}])";
}

void measure_multiplex(int count, int presses) {
  const Multiplex server;
  const Token show = token();
  const std::vector<pid_t> processes = {server.pid()};
  Audience master(multiplexed());
  master.join(1);
  wait_ms(calm_ms);
  const double alone = pss_megabytes(processes);
  Audience audience(multiplexed());
  audience.join(count);
  wait_ms(calm_ms);
  Figures figures;
  for (int press = 0; press < presses; ++press) {
    const std::uint64_t before = audience.bytes();
    audience.await();
    const auto pressed = Clock::now();
    master.say(change(show, press % slide_count));
    note_arrivals(figures, audience, pressed);
    wait_ms(pace_ms);
    figures.bytes_a_change += static_cast<double>(audience.bytes() - before) / count / presses;
  }
  wait_ms(calm_ms);
  figures.kilobytes_a_follower = (pss_megabytes(processes) - alone) * 1024 / count;
  report("reveal.js's multiplex", count, figures);
}

}  // namespace

void measure_followers(const std::vector<int>& counts, int presses) {
  for (const int count : counts) measure_followers(count, presses);
}

void measure_multiplex(const std::vector<int>& counts, int presses) {
  for (const int count : counts) measure_multiplex(count, presses);
}

}  // namespace lectern::bench
