#include "common/base/duration.h"

#include <gtest/gtest.h>

namespace lectern {
namespace {

using namespace std::chrono_literals;

TEST(ParseDuration, ReadsHoursMinutesAndSeconds) {
  EXPECT_EQ(parse_duration("15m"), Duration(15min));
  EXPECT_EQ(parse_duration("90s"), Duration(90s));
  EXPECT_EQ(parse_duration("1h30m"), Duration(90min));
  EXPECT_EQ(parse_duration("24h"), Duration(24h));
}

TEST(ParseDuration, ABareNumberIsMinutes) {
  EXPECT_EQ(parse_duration("15"), Duration(15min));
}

TEST(ParseDuration, RefusesTheRest) {
  for (const auto text : {"", "m", "15x", "-5m", "1h30", "1.5m", "25h", "99999999999h", "24h1s", "15m "})
    EXPECT_EQ(parse_duration(text), std::nullopt) << text;
}

TEST(ParseMilliseconds, ReadsWholeNumbersUpToADay) {
  EXPECT_EQ(parse_milliseconds("5000"), Duration(5s));
  EXPECT_EQ(parse_milliseconds("0"), Duration(0));
  EXPECT_EQ(parse_milliseconds("86400000"), Duration(24h));
  for (const auto text : {"", "-1", "5s", "1.5", " 5", "86400001", "99999999999999999999"})
    EXPECT_EQ(parse_milliseconds(text), std::nullopt) << text;
}

TEST(ClockText, ReadsAsAClock) {
  EXPECT_EQ(clock_text(5min), "5:00");
  EXPECT_EQ(clock_text(3723s), "1:02:03");
  EXPECT_EQ(clock_text(-12s), "-0:12");
}

}  // namespace
}  // namespace lectern
