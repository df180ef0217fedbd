#include "presenter/journal/moment.h"

#include <gtest/gtest.h>

namespace lectern::journal {
namespace {

TEST(Between, IsTheBootClocksWithinOneBootWhateverBecomesOfTheWallClock) {
  EXPECT_EQ(between({"a", 1000, 900'000}, {"a", 4500, 100}), Duration(3500));
}

TEST(Between, IsTheWallClocksAfterAReboot) {
  EXPECT_EQ(between({"a", 90'000, 100'000}, {"b", 2000, 130'000}), Duration(30'000));
}

TEST(Between, IsNeverNegative) {
  EXPECT_EQ(between({"a", 5000, 0}, {"a", 1000, 0}), Duration(0));
  EXPECT_EQ(between({"a", 0, 5000}, {"b", 0, 1000}), Duration(0));
}

TEST(Between, WithoutBootIdsIsTheWallClocks) {
  EXPECT_EQ(between({"", 1000, 2000}, {"", 9000, 2500}), Duration(500));
}

TEST(PresentMoment, GoesForward) {
  const Moment first = present_moment(), second = present_moment();
  EXPECT_EQ(first.boot, second.boot);
  EXPECT_FALSE(first.boot.empty());
  EXPECT_GE(second.boot_ms, first.boot_ms);
}

}  // namespace
}  // namespace lectern::journal
