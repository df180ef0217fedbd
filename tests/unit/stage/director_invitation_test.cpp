#include "presenter/stage/holding_slides.h"
#include "tests/unit/stage/directed.h"

namespace lectern::stage {
namespace {

using session::Holding;

/// A director whose holding slide is up before the start, at a clock of the test's own.
class Inviting : public testing::Test {
 protected:
  Inviting() {
    tell(Holding::before);
    look();
    now_ += 1s;
  }

  void tell(std::optional<Holding> holding, bool frozen = false, bool black = false) {
    auto state = state_of(*deck_, ++revision_, 0);
    state->position.holding = holding;
    state->black = black;
    if (frozen) state->frozen = session::Frozen{revision_, state->deck, state->position};
    director_.show(state);
  }
  std::optional<Shot> look() {
    return director_.direct(now_, [](const View&, Director::Form) { return true; });
  }
  /// Once nothing moves any more.
  std::string shown() {
    std::string invitation = "nothing was drawn";
    for (; now_ < Instant{1min}; now_ = director_.next_look(now_).value_or(Instant{1min}))
      if (const auto shot = look()) invitation = shot->scene.invitation;
    now_ = Instant{2s};
    return invitation;
  }

  const std::shared_ptr<const deck::Deck> deck_ =
      with_holding_slides(*colored_deck(3, deck::Transition::fade), "");
  Director director_{deck_};
  Instant now_{1s};
  Revision revision_ = 0;
};

TEST_F(Inviting, TheCodeIsDrawnAtOnceAndOnlyOnce) {
  director_.invite("http://a/#v1.b.c");
  const auto shot = look();
  ASSERT_TRUE(shot);
  EXPECT_EQ(shot->scene.invitation, "http://a/#v1.b.c");
  EXPECT_FALSE(shot->presents);
  director_.invite("http://a/#v1.b.c");
  EXPECT_FALSE(look());
  EXPECT_FALSE(director_.next_look(now_)) << "a still stage costs nothing";
}

TEST_F(Inviting, TheCodeGoesWhenItIsWithdrawn) {
  director_.invite("http://a/#v1.b.c");
  look();
  director_.invite("");
  EXPECT_EQ(look()->scene.invitation, "");
}

TEST_F(Inviting, TheCodeGoesWithItsSlide) {
  director_.invite("http://a/#v1.b.c");
  look();
  tell(std::nullopt);
  EXPECT_EQ(look()->scene.invitation, "http://a/#v1.b.c") << "of which something is still seen";
  EXPECT_EQ(shown(), "");
  director_.invite("http://another/#v1.b.c");
  EXPECT_FALSE(look()) << "nobody sees it";
}

TEST_F(Inviting, NoOtherHoldingSlideHasIt) {
  director_.invite("http://a/#v1.b.c");
  for (const Holding other : {Holding::pause, Holding::after}) {
    tell(other);
    EXPECT_EQ(shown(), "");
  }
}

TEST_F(Inviting, AFrozenStageShowsNone) {
  director_.invite("http://a/#v1.b.c");
  look();
  tell(Holding::before, true);
  EXPECT_EQ(look()->scene.invitation, "");
  tell(Holding::before);
  EXPECT_EQ(look()->scene.invitation, "http://a/#v1.b.c");
}

TEST_F(Inviting, ABlackStageShowsNone) {
  director_.invite("http://a/#v1.b.c");
  tell(Holding::before, false, true);
  EXPECT_EQ(shown(), "");
}

}  // namespace
}  // namespace lectern::stage
