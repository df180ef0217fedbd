#include "common/client/clock_estimate.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <random>

namespace lectern::client {
namespace {

/// A presenter whose clock is ahead by `truth`.
ClockSample exchange(Instant asked, Duration truth, Duration there, Duration back) {
  const Instant received = asked + truth + there;
  return {asked, received, received, asked + there + back};
}

TEST(ClockEstimate, KnowsNothingBeforeTheFirstSample) {
  EXPECT_EQ(ClockEstimate().ahead(), Duration::zero());
}

TEST(ClockEstimate, ASampleIsReadInItsMiddle) {
  ClockEstimate estimate;
  estimate.take(exchange(Instant(Duration(50)), Duration(1000), Duration(20), Duration(20)));
  EXPECT_EQ(estimate.ahead(), Duration(1000));
  EXPECT_EQ(estimate.error_bound(), Duration(20));
}

TEST(ClockEstimate, TheTimeThatThePresenterTookIsNotOnTheWay) {
  ClockEstimate estimate;
  estimate.take(
      {Instant(Duration(0)), Instant(Duration(1010)), Instant(Duration(1510)), Instant(Duration(520))});
  EXPECT_EQ(estimate.ahead(), Duration(1000));
  EXPECT_EQ(estimate.error_bound(), Duration(10));
}

TEST(ClockEstimate, TheLeastRoundTripWins) {
  ClockEstimate estimate;
  estimate.take(exchange(Instant(Duration(0)), Duration(1000), Duration(180), Duration(20)));
  estimate.take(exchange(Instant(Duration(300)), Duration(1000), Duration(25), Duration(23)));
  estimate.take(exchange(Instant(Duration(600)), Duration(1000), Duration(30), Duration(170)));
  EXPECT_EQ(estimate.ahead(), Duration(1002)) << "25 ms there, 20 ms back";
}

TEST(ClockEstimate, OldSamplesCountNoLonger) {
  ClockEstimate estimate;
  estimate.take(exchange(Instant(Duration(0)), Duration(1000), Duration(0), Duration(0)));
  for (std::size_t i = 0; i < ClockEstimate::kept_samples; ++i)
    estimate.take(exchange(Instant(Duration(100)), Duration(1010), Duration(5), Duration(5)));
  EXPECT_EQ(estimate.ahead(), Duration(1010));
}

TEST(ClockEstimate, OnABadNetworkEightSamplesAreEnough) {
  // 100 ms ± 80 ms each way.
  constexpr Duration truth(-123'456);
  for (unsigned seed = 0; seed < 200; ++seed) {
    std::mt19937 random(seed);
    const auto delay = [&] { return Duration(20 + static_cast<int>(random() % 161)); };
    ClockEstimate estimate;
    for (int i = 0; i < 8; ++i) estimate.take(exchange(Instant(Duration(i * 400)), truth, delay(), delay()));
    EXPECT_LE(estimate.ahead() - truth, Duration(50)) << seed;
    EXPECT_GE(estimate.ahead() - truth, Duration(-50)) << seed;
  }
}

RC_GTEST_PROP(ClockEstimate, TheTruthIsWithinTheBound,
              (int truth, const std::vector<std::uint16_t>& delays)) {
  ClockEstimate estimate;
  for (std::size_t i = 1; i < delays.size(); ++i)
    estimate.take(
        exchange(Instant(Duration(i * 10)), Duration(truth), Duration(delays[i - 1]), Duration(delays[i])));
  RC_PRE(delays.size() > 1);
  RC_ASSERT(estimate.ahead() - Duration(truth) <= estimate.error_bound() + Duration(1));
  RC_ASSERT(Duration(truth) - estimate.ahead() <= estimate.error_bound() + Duration(1));
}

}  // namespace
}  // namespace lectern::client
