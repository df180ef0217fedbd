// What backgrounds do while one slide goes and another comes.
#include <gtest/gtest.h>

#include "presenter/stage/turn_motion.h"
#include "tests/unit/stage/test_deck.h"

namespace lectern::stage {
namespace {

using deck::Speed;
using deck::Transition;
using Kind = TurnMotion::Kind;
using namespace std::chrono_literals;

/// Three slides side by side, each on a background of its own, in a deck whose transition is `slide`.
class TurnedBackgrounds : public testing::Test {
 protected:
  TurnMotion turn(std::size_t leaving, std::size_t entering) { return {deck_, leaving, entering}; }
  Places at(Duration since, std::size_t leaving = 0, std::size_t entering = 1) {
    return turn(leaving, entering).at(since).backgrounds;
  }
  deck::Background& background_of(std::size_t slide) { return deck_.slides[slide].background; }

  static void expect_at(const Placement& place, double right, double down) {
    EXPECT_DOUBLE_EQ(place.right, right);
    EXPECT_DOUBLE_EQ(place.down, down);
    EXPECT_EQ(place.opacity, full);
  }

  deck::Deck deck_ = *colored_deck(3, Transition::slide);
};

const Placement there;
const Places changed{{.opacity = 0}, there};

TEST_F(TurnedBackgrounds, EqualOnesRest) {
  background_of(0) = background_of(1);
  deck_.settings.background_transition = Transition::slide;
  EXPECT_EQ(at(0ms), changed);
  EXPECT_EQ(turn(0, 1).length(), 800ms) << "the contents'";
}

TEST_F(TurnedBackgrounds, FadeWhereNobodySpeaksOfThemAtTheDecksSpeed) {
  deck_.slides[0].turn.speed = deck_.slides[1].turn.speed = Speed::fast;
  EXPECT_EQ(at(0ms), (Places{there, {.opacity = 0}}));
  EXPECT_LT(at(400ms).entering.opacity, full);
  EXPECT_EQ(at(800ms).entering, there);
  EXPECT_EQ(turn(0, 1).length(), 800ms);
  deck_.settings.speed = Speed::slow;
  EXPECT_EQ(turn(0, 1).length(), 1200ms);
}

TEST_F(TurnedBackgrounds, SlideBesideEachOther) {
  deck_.settings.background_transition = Transition::slide;
  expect_at(at(0ms).leaving, 0, 0);
  expect_at(at(0ms).entering, 1, 0);
  expect_at(at(800ms).leaving, -1, 0);
  EXPECT_EQ(at(800ms).entering, there);
  const Places middle = at(100ms);
  EXPECT_DOUBLE_EQ(middle.entering.right - middle.leaving.right, 1) << "nothing is seen between them";
  expect_at(at(0ms, 1, 0).entering, -1, 0);
}

TEST_F(TurnedBackgrounds, WithinAStackTheySlideUpAndDown) {
  deck_.settings.background_transition = Transition::concave;
  deck_.slides[0].address = {1, 1};
  deck_.slides[1].address = {1, 2};
  expect_at(at(0ms).entering, 0, 1);
  expect_at(at(800ms).leaving, 0, -1);
}

TEST_F(TurnedBackgrounds, ZoomAsContentsDo) {
  deck_.settings.background_transition = Transition::zoom;
  EXPECT_DOUBLE_EQ(at(0ms).entering.scale, 0.2);
  EXPECT_EQ(at(0ms).entering.opacity, 0);
  const Placement leaving = at(400ms).leaving;
  EXPECT_GT(leaving.scale, 8);
  EXPECT_LT(leaving.opacity, full / 2);
}

TEST_F(TurnedBackgrounds, ASlidesOwnTransitionHoldsForItsOwn) {
  deck_.slides[1].turn.background = Transition::slide;
  expect_at(at(0ms).leaving, 0, 0);
  expect_at(at(800ms).leaving, 0, 0);
  expect_at(at(0ms).entering, 1, 0);
  expect_at(at(800ms, 1, 2).leaving, -1, 0);
  EXPECT_EQ(at(0ms, 1, 2).entering, there) << "it is seen as the other moves away";
}

TEST_F(TurnedBackgrounds, ASlideWithoutOneRestsBehind) {
  deck_.settings.background_transition = Transition::slide;
  background_of(0) = {};
  expect_at(at(100ms).leaving, 0, 0);
  EXPECT_GT(at(100ms).entering.right, 0);
  EXPECT_EQ(at(100ms, 1, 0).entering, there);
  EXPECT_GT(at(100ms, 1, 0).leaving.right, 0);
}

TEST_F(TurnedBackgrounds, NumbersOnEqualOnesOnlyFade) {
  background_of(0) = background_of(1);
  deck_.settings.slide_number = deck::SlideNumber::number;
  deck_.settings.background_transition = Transition::slide;
  EXPECT_EQ(at(0ms), (Places{there, {.opacity = 0}}));
}

TEST_F(TurnedBackgrounds, WithoutTransitionTheyAreThereAtOnce) {
  deck_.slides[1].turn.background = Transition::none;
  EXPECT_EQ(at(0ms), changed);
  EXPECT_EQ(at(0ms, 0, 2), (Places{there, {.opacity = 0}})) << "another slide's still fades";
}

TEST_F(TurnedBackgrounds, ThatGoAnotherWayThanContentsTakeLayers) {
  deck_.settings.transition = Transition::fade;
  EXPECT_EQ(turn(0, 1).kind(), Kind::cross_fade);
  for (const auto transition : {Transition::none, Transition::slide, Transition::zoom}) {
    deck_.settings.background_transition = transition;
    EXPECT_EQ(turn(0, 1).kind(), Kind::layers);
  }
  background_of(0) = background_of(1);
  EXPECT_EQ(turn(0, 1).kind(), Kind::cross_fade) << "they rest";
}

TEST_F(TurnedBackgrounds, OfADeckWithoutTransitionMoveOnlyWhereSomebodySaysSo) {
  deck_.settings.transition = Transition::none;
  EXPECT_EQ(turn(0, 1).kind(), Kind::cut);
  deck_.settings.background_transition = Transition::none;
  EXPECT_EQ(turn(0, 1).kind(), Kind::cut);
  deck_.settings.background_transition = Transition::fade;
  EXPECT_EQ(turn(0, 1).kind(), Kind::layers);
  EXPECT_EQ(turn(0, 1).at(0ms).contents.entering, there);
  deck_.settings.background_transition.reset();
  deck_.slides[1].turn.background = Transition::slide;
  EXPECT_EQ(turn(0, 1).kind(), Kind::layers);
}

}  // namespace
}  // namespace lectern::stage
