#include "common/session/timer.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace lectern::session {
namespace {

using std::chrono::minutes;
using std::chrono::seconds;
using Phase = QaTimer::Phase;

constexpr Instant start{Duration(1000)};
constexpr QaTimer five_minutes{Phase::running, minutes(5), Duration::zero(), start};

TEST(Timer, CountsDownFromTheLimit) {
  EXPECT_EQ(remaining(five_minutes, start), minutes(5));
  EXPECT_EQ(remaining(five_minutes, start + minutes(2)), minutes(3));
}

TEST(Timer, GoesBelowZeroInOvertime) {
  EXPECT_EQ(remaining(five_minutes, start + minutes(6)), -minutes(1));
}

TEST(Timer, StandsStillWhilePaused) {
  constexpr QaTimer paused{Phase::paused, minutes(5), minutes(2), Instant{}};
  EXPECT_EQ(remaining(paused, start), minutes(3));
  EXPECT_EQ(remaining(paused, start + minutes(60)), minutes(3));
}

TEST(Timer, IgnoresATimeBeforeItsAnchor) {
  EXPECT_EQ(elapsed(five_minutes, Instant{}), Duration::zero());
}

TEST(Timer, ShowsEachSecondForOneSecond) {
  EXPECT_EQ(shown_seconds(five_minutes, start), seconds(300));
  EXPECT_EQ(shown_seconds(five_minutes, start + Duration(999)), seconds(300));
  EXPECT_EQ(shown_seconds(five_minutes, start + Duration(1000)), seconds(299));
  EXPECT_EQ(shown_seconds(five_minutes, start + minutes(5)), seconds(0));
  EXPECT_EQ(shown_seconds(five_minutes, start + minutes(5) + Duration(999)), seconds(0));
  EXPECT_EQ(shown_seconds(five_minutes, start + minutes(5) + Duration(1000)), seconds(-1));
}

RC_GTEST_PROP(Timer, ShowsTheSameUntilItsNextChange, ()) {
  const QaTimer timer{Phase::running, Duration(*rc::gen::inRange(1, 100'000)),
                      Duration(*rc::gen::inRange(0, 50'000)), start};
  const Instant now = start + Duration(*rc::gen::inRange(0, 200'000));
  const Instant change = next_change(timer, now);
  RC_ASSERT(change > now);
  RC_ASSERT(change <= now + seconds(1));
  RC_ASSERT(shown_seconds(timer, change - Duration(1)) == shown_seconds(timer, now));
  RC_ASSERT(shown_seconds(timer, change) == shown_seconds(timer, now) - seconds(1));
}

}  // namespace
}  // namespace lectern::session
