#include <gtest/gtest.h>

#include "presenter/stage/director.h"
#include "tests/unit/stage/test_deck.h"

namespace lectern::stage {
namespace {

using namespace std::chrono_literals;

/// A director with its first slide up, at a clock of the test's own.
class PointedAt : public testing::Test {
 protected:
  PointedAt() {
    director_.show(state_of(*deck_, 1, 0));
    look();
    now_ += 1s;
  }

  std::optional<Shot> look() {
    return director_.direct(now_, [](const View&, Director::Form) { return true; });
  }
  void point(float x) { director_.point({session::Pointer::Kind::laser, x, 0.5f, 0}); }

  const std::shared_ptr<deck::Deck> deck_ = colored_deck(3);
  Director director_{deck_};
  Instant now_{1s};
};

TEST_F(PointedAt, APointerIsDrawnAtOnceAndOnlyOnce) {
  EXPECT_FALSE(director_.next_look(now_));
  point(0.5f);
  const auto shot = look();
  ASSERT_TRUE(shot);
  EXPECT_EQ(shot->scene.pointer.x, 0.5f);
  EXPECT_FALSE(shot->presents);
  EXPECT_FALSE(look());
  EXPECT_FALSE(director_.next_look(now_)) << "what does not move costs nothing";
}

TEST_F(PointedAt, MovesGetOneFrameARefresh) {
  director_.pace(Duration(33));
  point(0.5f);
  look();
  const Instant drawn = now_;
  now_ += 1ms;
  point(0.6f);
  EXPECT_FALSE(look());
  point(0.7f);
  EXPECT_EQ(director_.next_look(now_), drawn + Duration(33));
  now_ = drawn + Duration(33);
  EXPECT_EQ(look()->scene.pointer.x, 0.7f);
}

TEST_F(PointedAt, ASlideWaitsForNoPointer) {
  point(0.5f);
  look();
  now_ += 1ms;
  point(0.6f);
  director_.show(state_of(*deck_, 2, 1));
  const auto shot = look();
  ASSERT_TRUE(shot);
  EXPECT_EQ(shot->presents, 2u);
}

TEST_F(PointedAt, NobodyPointsAtWhatIsBlack) {
  auto black = state_of(*deck_, 2, 0);
  black->black = true;
  director_.show(black);
  look();
  point(0.5f);
  EXPECT_FALSE(look());
  EXPECT_FALSE(director_.next_look(now_));
  director_.show(state_of(*deck_, 3, 0));
  EXPECT_EQ(look()->scene.pointer.x, 0.5f);
}

}  // namespace
}  // namespace lectern::stage
