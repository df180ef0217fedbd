#include "tests/bench/remote.h"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <chrono>
#include <cstdio>
#include <vector>

#include "common/client/client.h"
#include "tests/bench/percentile.h"
#include "tests/support/presenter.h"
#include "tests/support/xvfb.h"

namespace lectern::bench {
namespace {

namespace asio = boost::asio;
using client::Client;
using std::chrono::steady_clock;

constexpr PixelSize screen{1920, 1080};
constexpr std::chrono::milliseconds pace(400);  // so that the neighbours are ready
constexpr std::chrono::seconds patience(30);

double ms_since(steady_clock::time_point start) {
  return std::chrono::duration<double, std::milli>(steady_clock::now() - start).count();
}

void report(const char* what, const std::vector<double>& values) {
  std::printf("%-42s p50 %8.1f  p99 %8.1f  min %8.1f  max %8.1f ms  (%zu)\n", what, percentile(values, 0.5),
              percentile(values, 0.99), percentile(values, 0), percentile(values, 1), values.size());
  std::fflush(stdout);
}

bool on_display(const client::View& view) {
  return view.state && view.outline && view.presented >= view.state->revision;
}

struct Latencies {
  std::vector<double> presented;   ///< command sent → presented heard
  std::vector<double> round_trip;  ///< the floor: a command that changes nothing, and its answer
};

asio::awaitable<void> walk(Client& client, int presses, Latencies& latencies) {
  asio::steady_timer timer(co_await asio::this_coro::executor);
  co_await client.until(on_display, patience);
  for (int press = 0; press < presses; ++press) {
    timer.expires_after(pace);
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
                          patience);
    if (!at_end) latencies.presented.push_back(ms_since(begin));
  }
}

}  // namespace

void measure_remote(const std::string& deck, int presses) {
  const test::Xvfb xvfb(screen);
  const test::Presenter presenter(deck, {"--display", "0"}, xvfb.environment());
  asio::io_context io(1);
  Client client(io, {.port = presenter.port(), .name = "lectern-bench"});
  Latencies latencies;
  asio::co_spawn(io, walk(client, presses, latencies), [&](const std::exception_ptr& failed) {
    if (failed) std::rethrow_exception(failed);
    client.close();
  });
  io.run();
  report("command sent to presented, warm", latencies.presented);
  report("  floor: a command without effect", latencies.round_trip);
}

}  // namespace lectern::bench
