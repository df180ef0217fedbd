#include "presenter/stage/turn_motion.h"

#include <gtest/gtest.h>

#include <cmath>

#include "tests/unit/stage/test_deck.h"

namespace lectern::stage {
namespace {

using deck::Speed;
using deck::Transition;
using Kind = TurnMotion::Kind;
using namespace std::chrono_literals;

/// Three slides side by side on one background, in a deck whose transition is `slide`.
class Turned : public testing::Test {
 protected:
  Turned() {
    for (auto& slide : deck_.slides) slide.background = {};
  }

  deck::Turn& turn_of(std::size_t slide) { return deck_.slides[slide].turn; }
  TurnMotion turn(std::size_t leaving, std::size_t entering) { return {deck_, leaving, entering}; }

  deck::Deck deck_ = *colored_deck(3, Transition::slide);
};

const Placement in_place;

bool is_gone_by(const Placement& place, double right, double down) {
  return place.opacity == 0 && place.right * right >= right * right && place.down * down >= down * down &&
         (place.right != 0) == (right != 0) && (place.down != 0) == (down != 0);
}

TEST_F(Turned, OneSlidesOutAtTheLeftWhileTheNextSlidesInFromTheRight) {
  const auto motion = turn(0, 1);
  EXPECT_EQ(motion.length(), 800ms);
  EXPECT_EQ(motion.at(0ms).contents.leaving, in_place);
  EXPECT_TRUE(is_gone_by(motion.at(0ms).contents.entering, 1, 0));
  EXPECT_TRUE(is_gone_by(motion.at(800ms).contents.leaving, -1, 0));
  EXPECT_EQ(motion.at(800ms).contents.entering, in_place);
  const Places middle = motion.at(200ms).contents;
  EXPECT_LT(middle.leaving.right, 0);
  EXPECT_GT(middle.entering.right, 0);
  EXPECT_EQ(middle.leaving.opacity + middle.entering.opacity, full);
  EXPECT_EQ(middle.entering.scale, 1);
}

TEST_F(Turned, GoingBackTurnsTheOtherWayRound) {
  const auto motion = turn(1, 0);
  EXPECT_TRUE(is_gone_by(motion.at(0ms).contents.entering, -1, 0));
  EXPECT_TRUE(is_gone_by(motion.at(800ms).contents.leaving, 1, 0));
}

TEST_F(Turned, WithinAStackSlidesMoveUpAndDown) {
  deck_.slides[0].address = {1, 1};
  deck_.slides[1].address = {1, 2};
  EXPECT_TRUE(is_gone_by(turn(0, 1).at(0ms).contents.entering, 0, 1));
  EXPECT_TRUE(is_gone_by(turn(0, 1).at(800ms).contents.leaving, 0, -1));
  EXPECT_TRUE(is_gone_by(turn(1, 0).at(0ms).contents.entering, 0, -1));
}

TEST_F(Turned, OutOfAStackSlidesMoveSideways) {
  deck_.slides[0].address = {1, 1};
  deck_.slides[1].address = {2, 1};
  EXPECT_TRUE(is_gone_by(turn(0, 1).at(0ms).contents.entering, 1, 0));
}

TEST_F(Turned, ConvexAndConcaveAreDrawnAsSlide) {
  const Places slide = turn(0, 1).at(100ms).contents;
  for (const auto transition : {Transition::convex, Transition::concave}) {
    deck_.settings.transition = transition;
    EXPECT_EQ(turn(0, 1).at(100ms).contents, slide);
  }
}

TEST_F(Turned, ZoomGrowsFromAFifthToSixteenTimesAndBack) {
  deck_.settings.transition = Transition::zoom;
  const auto on = turn(0, 1), back = turn(1, 0);
  EXPECT_DOUBLE_EQ(on.at(0ms).contents.entering.scale, 0.2);
  EXPECT_DOUBLE_EQ(on.at(800ms).contents.leaving.scale, 16);
  EXPECT_DOUBLE_EQ(back.at(0ms).contents.entering.scale, 16);
  EXPECT_DOUBLE_EQ(back.at(800ms).contents.leaving.scale, 0.2);
  EXPECT_EQ(on.at(400ms).contents.entering.opacity, std::lround(0.8024 * full)) << "along CSS's ease";
  EXPECT_EQ(on.at(400ms).contents.entering.right, 0);
}

TEST_F(Turned, ASlidesOwnTransitionHoldsForItAlone) {
  turn_of(1) = {.in = Transition::zoom, .out = Transition::zoom, .background = {}, .speed = {}};
  const Places contents = turn(0, 1).at(100ms).contents;
  EXPECT_LT(contents.entering.scale, 1);
  EXPECT_EQ(contents.entering.right, 0);
  EXPECT_EQ(contents.leaving.scale, 1);
  EXPECT_LT(contents.leaving.right, 0);
}

TEST_F(Turned, InIsTheWayFromAheadAndOutTheWayBehindWhicheverWayTheTalkGoes) {
  turn_of(1) = {.in = Transition::zoom, .out = Transition::fade, .background = {}, .speed = {}};
  EXPECT_LT(turn(0, 1).at(100ms).contents.entering.scale, 1);
  EXPECT_LT(turn(1, 0).at(100ms).contents.leaving.scale, 1);
  for (const Placement place :
       {turn(1, 2).at(100ms).contents.leaving, turn(2, 1).at(100ms).contents.entering}) {
    EXPECT_EQ(place.scale, 1);
    EXPECT_EQ(place.right, 0);
    EXPECT_GT(place.opacity, 0);
    EXPECT_LT(place.opacity, full);
  }
}

TEST_F(Turned, ASlideThatSpeaksOfOneWayOnlyFadesTheOther) {
  turn_of(1).in = Transition::zoom;
  const Placement leaving = turn(1, 2).at(100ms).contents.leaving;
  EXPECT_EQ(leaving.right, 0);
  EXPECT_LT(leaving.opacity, full);
}

TEST_F(Turned, WithNoneOneIsThereAtOnceWhileTheOtherMoves) {
  turn_of(1) = {.in = Transition::none, .out = Transition::none, .background = {}, .speed = {}};
  const auto motion = turn(0, 1);
  EXPECT_EQ(motion.kind(), Kind::layers);
  EXPECT_EQ(motion.at(0ms).contents.entering, in_place);
  EXPECT_LT(motion.at(100ms).contents.leaving.right, 0);
  EXPECT_EQ(turn(1, 2).at(0ms).contents.leaving.opacity, 0);
}

TEST_F(Turned, OnlyWhatMovesOrDiffersTakesLayers) {
  EXPECT_EQ(turn(0, 1).kind(), Kind::layers);
  deck_.settings.transition = Transition::zoom;
  EXPECT_EQ(turn(0, 1).kind(), Kind::layers);
  deck_.settings.transition = Transition::fade;
  EXPECT_EQ(turn(0, 1).kind(), Kind::cross_fade);
  deck_.settings.transition = Transition::none;
  EXPECT_EQ(turn(0, 1).kind(), Kind::cut);
}

TEST_F(Turned, TheDecksSpeedHoldsWhereASlideHasNone) {
  deck_.settings.speed = Speed::fast;
  EXPECT_EQ(turn(0, 1).length(), 400ms);
  turn_of(1).speed = Speed::slow;
  EXPECT_EQ(turn(0, 1).length(), 1200ms);
  EXPECT_EQ(turn(0, 1).at(400ms).contents.leaving.opacity, 0) << "at its own speed";
  turn_of(0).speed = turn_of(1).speed = Speed::usual;
  EXPECT_EQ(turn(0, 1).length(), 800ms);
}

TEST_F(Turned, AFadeTakesHalfASecondWhateverTheSpeed) {
  turn_of(1) = {.in = Transition::fade, .out = Transition::fade, .background = {}, .speed = Speed::slow};
  EXPECT_LT(turn(0, 1).at(499ms - 100ms).contents.entering.opacity, full);
  EXPECT_EQ(turn(0, 1).at(500ms).contents.entering, in_place);
}

}  // namespace
}  // namespace lectern::stage
