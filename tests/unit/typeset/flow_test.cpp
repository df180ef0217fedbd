#include "common/typeset/flow.h"

#include <gtest/gtest.h>

namespace lectern::typeset {
namespace {

TEST(Flow, MarginsThatMeetBecomeTheLargerOfThem) {
  Flow flow(0);
  flow.advance(100);
  flow.margin(20);
  flow.margin(50);
  flow.margin(30);
  EXPECT_EQ(flow.settle(), 150);
}

TEST(Flow, SettlingTwiceAddsNoSecondMargin) {
  Flow flow(10);
  flow.margin(20);
  EXPECT_EQ(flow.settle(), 30);
  EXPECT_EQ(flow.settle(), 30);
  flow.margin(20);
  EXPECT_EQ(flow.settle(), 30);
  flow.margin(25);
  EXPECT_EQ(flow.settle(), 35);
}

TEST(Flow, EndsWithTheLastMarginAndItsBottomDoesNot) {
  Flow flow(0);
  flow.advance(100);
  flow.margin(20);
  EXPECT_EQ(flow.bottom(), 100);
  EXPECT_EQ(flow.end(), 120);
}

TEST(Flow, ABlockBeginsBelowTheJointMarginOfItsFirstContent) {
  Flow flow(0);
  flow.advance(100);
  const std::size_t outer = flow.mark();
  flow.margin(20);
  const std::size_t inner = flow.mark();
  flow.margin(30);
  flow.advance(10);
  flow.advance(10);
  EXPECT_EQ(flow.top_since(outer), 130);
  EXPECT_EQ(flow.top_since(inner), 130);
}

TEST(Flow, ABlockOfNothingBeginsWhereItWouldHave) {
  Flow flow(0);
  flow.advance(100);
  flow.margin(20);
  EXPECT_EQ(flow.top_since(flow.mark()), 120);
}

TEST(Flow, LettersThatHangOverReachFurtherWithoutMovingWhatFollows) {
  Flow flow(0);
  flow.advance(50, 3);
  EXPECT_EQ(flow.bottom(), 50);
  EXPECT_EQ(flow.reached(), 53);
}

}  // namespace
}  // namespace lectern::typeset
