#include "common/base/pace.h"

#include <gtest/gtest.h>

namespace lectern {
namespace {

constexpr Duration interval{33};

TEST(Pace, PassesTheFirstOnAtOnce) {
  Pace<int> pace(interval);
  EXPECT_FALSE(pace.take(Instant{}));
  EXPECT_FALSE(pace.due());
  pace.put(1);
  EXPECT_EQ(pace.take(Instant{}), 1);
}

TEST(Pace, OfThoseThatComeTooSoonTheNewestWaits) {
  Pace<int> pace(interval);
  pace.put(1);
  const Instant first{Duration(100)};
  pace.take(first);
  for (int value = 2; value <= 9; ++value) {
    pace.put(value);
    EXPECT_FALSE(pace.take(first + Duration(value)));
  }
  EXPECT_EQ(pace.due(), first + interval);
  EXPECT_EQ(pace.take(first + interval), 9);
  EXPECT_FALSE(pace.due()) << "the others are gone";
}

TEST(Pace, AThousandASecondAreThirty) {
  Pace<int> pace(interval);
  int taken_count = 0;
  for (int ms = 0; ms < 1000; ++ms) {
    pace.put(ms);
    if (pace.take(Instant(Duration(ms)))) ++taken_count;
  }
  EXPECT_EQ(taken_count, 31);
}

}  // namespace
}  // namespace lectern
