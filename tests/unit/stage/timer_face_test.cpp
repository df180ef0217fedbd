#include "presenter/stage/timer_face.h"

#include <gtest/gtest.h>

namespace lectern::stage {
namespace {

using namespace std::chrono_literals;
using session::QaTimer;

constexpr Instant start{1h};

TimerFace face(Duration limit, Duration elapsed, QaTimer::Phase phase = QaTimer::Phase::running) {
  const QaTimer timer = phase == QaTimer::Phase::running ? QaTimer{phase, limit, 0ms, start}
                                                         : QaTimer{phase, limit, elapsed, Instant{}};
  return timer_face(timer, start + elapsed).value();
}

TEST(TimerFace, IsNotThereWhileTheTimerIsOff) {
  EXPECT_FALSE(timer_face({}, start));
}

TEST(TimerFace, CountsDownInMinutesAndSeconds) {
  EXPECT_EQ(face(5min, 0ms), (TimerFace{"5:00", false, false}));
  EXPECT_EQ(face(5min, 1s), (TimerFace{"4:59", false, false}));
  EXPECT_EQ(face(15min, 0ms).text, "15:00");
  EXPECT_EQ(face(5min, 4min + 59s), (TimerFace{"0:01", false, false}));
}

TEST(TimerFace, ShowsHoursOnlyWhereThereAreAny) {
  EXPECT_EQ(face(1h, 0ms).text, "1:00:00");
  EXPECT_EQ(face(1h, 1s).text, "59:59");
  EXPECT_EQ(face(24h, 0ms).text, "24:00:00");
}

TEST(TimerFace, CountsUpInOvertime) {
  EXPECT_EQ(face(5min, 5min), (TimerFace{"0:00", true, false}));
  EXPECT_EQ(face(5min, 5min + 12s), (TimerFace{"+0:12", true, false}));
  EXPECT_EQ(face(5min, 2h).text, "+1:55:00");
}

TEST(TimerFace, SaysThatItIsPaused) {
  EXPECT_EQ(face(5min, 1min, QaTimer::Phase::paused), (TimerFace{"4:00", false, true}));
}

}  // namespace
}  // namespace lectern::stage
