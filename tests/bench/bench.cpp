// lectern-bench: what the worst decks cost to read and the frames of turns to compose; how fast the presenter
// starts and follows, and what it costs: these are of the real programs on a real X server with a 1920×1080
// screen, from outside the process.
//
//   lectern-bench [DECK] [--runs N] [--presses N] [--idle SECONDS] [--reading]
#include <CLI/CLI.hpp>
#include <algorithm>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <chrono>
#include <cstdio>
#include <fstream>
#include <sstream>

#include "common/client/client.h"
#include "tests/bench/photographs.h"
#include "tests/bench/reading.h"
#include "tests/bench/turns.h"
#include "tests/support/presenter.h"
#include "tests/support/xvfb.h"

namespace lectern::bench {
namespace {

namespace asio = boost::asio;
using client::Client;
using std::chrono::steady_clock;

constexpr PixelSize screen = {1920, 1080};
constexpr int picture_count = 6;

double ms_since(steady_clock::time_point start) {
  return std::chrono::duration<double, std::milli>(steady_clock::now() - start).count();
}

double percentile(std::vector<double> values, double share) {
  std::ranges::sort(values);
  const auto index = static_cast<std::size_t>(share * static_cast<double>(values.size() - 1) + 0.5);
  return values[index];
}

void report(const char* what, const std::vector<double>& values, const char* unit) {
  std::printf("%-44s p50 %8.1f  p99 %8.1f  min %8.1f  max %8.1f %s  (%zu)\n", what, percentile(values, 0.5),
              percentile(values, 0.99), percentile(values, 0), percentile(values, 1), unit, values.size());
  std::fflush(stdout);
}

void report_ratio(const char* what, const std::vector<double>& values, const std::vector<double>& floor) {
  std::printf("%-44s %8.1f\n", what, percentile(values, 0.5) / percentile(floor, 0.5));
}

test::Presenter start(const std::string& deck, const test::Xvfb& xvfb) {
  return test::Presenter(deck, {"--display", "0"}, xvfb.environment());
}

/// Runs one coroutine on a client of the presenter to its end.
template <class Task>
void with_client(const test::Presenter& presenter, Task task) {
  asio::io_context io(1);
  Client client(io, {.port = presenter.port(), .name = "lectern-bench"});
  asio::co_spawn(io, task(client), [&](const std::exception_ptr& failed) {
    if (failed) std::rethrow_exception(failed);
    client.close();
  });
  io.run();
}

bool on_display(const client::View& view) {
  return view.state && view.outline && view.presented >= view.state->revision;
}

/// From just before exec to the first slide on the display.
double time_start(const std::string& deck, const test::Xvfb& xvfb) {
  const auto begin = steady_clock::now();
  test::Presenter presenter = start(deck, xvfb);
  double ms = 0;
  with_client(presenter, [&](Client& client) -> asio::awaitable<void> {
    co_await client.until(on_display, std::chrono::seconds(30));
    ms = ms_since(begin);
  });
  return ms;
}

/// The floor of a start: a process that loads the same program and does nothing.
double time_empty_start() {
  const auto begin = steady_clock::now();
  test::run({test::presenter_program, "--version"});
  return ms_since(begin);
}

asio::awaitable<void> pause(asio::io_context& io, std::chrono::milliseconds time) {
  asio::steady_timer timer(io, time);
  co_await timer.async_wait(asio::use_awaitable);
}

struct Latencies {
  std::vector<double> presented;   ///< command sent → presented heard
  std::vector<double> round_trip;  ///< the floor: a command that changes nothing, and its answer
};

/// Walks forward at a speaker's fastest pace, so that the neighbours are ready.
asio::awaitable<void> walk(Client& client, int presses, Latencies& latencies) {
  const auto executor = co_await asio::this_coro::executor;
  co_await client.until(on_display, std::chrono::seconds(30));
  for (int press = 0; press < presses; ++press) {
    asio::steady_timer timer(executor, std::chrono::milliseconds(400));
    co_await timer.async_wait(asio::use_awaitable);

    auto begin = steady_clock::now();
    co_await client.press(session::Command(session::SetBlack{false}));
    latencies.round_trip.push_back(ms_since(begin));

    const bool at_end = client.view().state->position.slide == client.view().outline->slides.back().address;
    const client::Press what = at_end ? client::Press(session::Command(session::GoToEnd{session::End::first}))
                                      : client::Press(session::Direction::next);
    begin = steady_clock::now();
    const client::Confirmed confirmed = co_await client.press(what);
    const Revision revision = confirmed.revision;
    co_await client.until([revision](const client::View& view) { return view.presented >= revision; },
                          std::chrono::seconds(10));
    if (!at_end) latencies.presented.push_back(ms_since(begin));
  }
}

double peak_megabytes(pid_t pid) {
  std::ifstream status("/proc/" + std::to_string(pid) + "/status");
  for (std::string line; std::getline(status, line);)
    if (line.starts_with("VmHWM:")) return std::stod(line.substr(6)) / 1024;
  return 0;
}

/// Processor time used so far, seconds (proc(5), fields 14 and 15 of stat).
double cpu_seconds(pid_t pid) {
  std::ifstream file("/proc/" + std::to_string(pid) + "/stat");
  std::stringstream text;
  text << file.rdbuf();
  std::istringstream fields(text.str().substr(text.str().rfind(')') + 2));
  std::string field;
  double ticks = 0;
  for (int number = 3; number <= 15 && fields >> field; ++number)
    if (number >= 14) ticks += std::stod(field);
  return ticks / static_cast<double>(sysconf(_SC_CLK_TCK));
}

void measure(const std::string& deck, int runs, int presses, int idle_seconds) {
  const test::Xvfb xvfb(screen);
  std::vector<double> starts, empty_starts;
  for (int i = 0; i < runs; ++i) {
    starts.push_back(time_start(deck, xvfb));
    empty_starts.push_back(time_empty_start());
  }
  report("exec to first slide presented", starts, "ms");
  report("  floor: exec to exit of --version", empty_starts, "ms");
  report_ratio("  times the floor", starts, empty_starts);

  test::Presenter presenter = start(deck, xvfb);
  Latencies latencies;
  with_client(presenter, [&](Client& client) { return walk(client, presses, latencies); });
  report("command sent to presented, warm", latencies.presented, "ms");
  report("  floor: a command without effect", latencies.round_trip, "ms");
  report_ratio("  times the floor", latencies.presented, latencies.round_trip);
  std::printf("%-44s %8.1f MB\n", "peak memory after the walk", peak_megabytes(presenter.process().pid()));

  asio::io_context io(1);
  const double before = cpu_seconds(presenter.process().pid());
  asio::co_spawn(io, pause(io, std::chrono::seconds(idle_seconds)), [](const std::exception_ptr&) {});
  io.run();
  const double used = cpu_seconds(presenter.process().pid()) - before;
  std::printf("%-44s %8.2f %% of one core over %d s\n", "CPU while a slide stands still",
              100 * used / idle_seconds, idle_seconds);
}

}  // namespace
}  // namespace lectern::bench

int main(int argc, char** argv) {
  CLI::App app("Measures lectern-presenter on an X server of its own.", "lectern-bench");
  std::string deck;
  int runs = 9, presses = 60, idle_seconds = 20;
  app.add_option("DECK", deck, "the deck to present; without it, one of generated 24-megapixel photographs");
  app.add_option("--runs", runs, "starts to measure")->check(CLI::Range(1, 1000));
  app.add_option("--presses", presses, "presses to measure")->check(CLI::Range(1, 100'000));
  app.add_option("--idle", idle_seconds, "seconds to stand still")->check(CLI::Range(1, 3600));
  bool only_reading = false;
  app.add_flag("--reading", only_reading, "measure what decks cost to read, and nothing else");
  CLI11_PARSE(app, argc, argv);
  lectern::bench::measure_reading();
  if (only_reading) return 0;
  lectern::bench::measure_turns();
  if (deck.empty())
    deck = lectern::bench::write_photograph_deck(LECTERN_BIN_DIR "/../bench", lectern::bench::picture_count);
  lectern::bench::measure(deck, runs, presses, idle_seconds);
}
