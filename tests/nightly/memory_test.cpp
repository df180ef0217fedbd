// A long show of photographs against the memory that it may take.
#include <gtest/gtest.h>
#include <poll.h>

#include <cstdio>

#include "tests/bench/photographs.h"
#include "tests/bench/usage.h"
#include "tests/support/presenter.h"
#include "tests/support/wire.h"

namespace lectern {
namespace {

constexpr int slide_count = 500;
constexpr double budget_megabytes = 96;       // of --memory, as it is by itself
constexpr double of_its_own_megabytes = 104;  // the program, its fonts, and what is being decoded

/// Once it has painted what it may need next, which is when it has used no processor time for a moment.
double megabytes_of(test::Presenter& presenter) {
  constexpr int moment_ms = 50;
  constexpr int patience = 20;
  const auto processes = bench::with_descendants({presenter.process().pid()});
  double used = 0;
  for (int look = 0; look < patience && used != bench::cpu_seconds(processes); ++look) {
    used = bench::cpu_seconds(processes);
    poll(nullptr, 0, moment_ms);
  }
  return bench::pss_megabytes(processes);
}

TEST(Memory, FiveHundredSlidesWithAPhotographEachStayInsideTheBudget) {
  const std::string deck = bench::write_long_photograph_deck(LECTERN_BIN_DIR "/../bench/long", slide_count);
  test::Presenter presenter(deck, {"--headless", "--size", "1920x1080"});
  test::Wire wire(presenter.port());
  wire.send(test::hello("walker"));
  const auto welcome = wire.read_until<protocol::Welcome>();
  auto state = wire.read_until<session::State>();
  ASSERT_TRUE(welcome && state);
  double most = 0;
  for (int slide = 2; slide <= slide_count; ++slide) {
    wire.send(session::Request{
        static_cast<CommandId>(slide), welcome->epoch, welcome->sent + std::chrono::hours(1),
        session::Command(session::Step{session::Direction::next, state->deck, state->position})});
    state = wire.read_until<session::State>();
    ASSERT_TRUE(state && state->position.slide.h == slide);
    while (wire.read_until<protocol::Presented>()->revision < state->revision) {
    }
    const double now = megabytes_of(presenter);
    most = std::max(most, now);
    if (slide % 100 == 0) std::printf("slide %d: %.0f MB, at most %.0f MB\n", slide, now, most);
  }
  EXPECT_LT(most, budget_megabytes + of_its_own_megabytes);
}

}  // namespace
}  // namespace lectern
