// A stage that holds what it shows.
#include "tests/unit/stage/directed.h"

namespace lectern::stage {
namespace {

TEST_F(Directed, AFrozenStageHoldsItsSlideAndWhatIsPresented) {
  start();
  auto state = state_of(*deck_, ++revision_, 0);
  state->frozen = session::Frozen{2, state->deck, state->position};
  director_.show(state);
  const auto frozen = look();
  ASSERT_TRUE(frozen);
  EXPECT_EQ(frozen->presents, 2u);

  state = state_of(*deck_, ++revision_, 5);
  state->frozen = session::Frozen{2, state->deck, {deck_->slides[0].address, 0}};
  director_.show(state);
  EXPECT_FALSE(look());

  tell(5);
  const auto thawed = look_until_still();
  ASSERT_TRUE(thawed);
  EXPECT_EQ(thawed->scene.slide, View(5));
}

TEST_F(Directed, AFrozenStageGoesBlackAndShowsTheTimer) {
  start();
  auto state = state_of(*deck_, ++revision_, 5);
  state->frozen = session::Frozen{1, state->deck, {deck_->slides[0].address, 0}};
  state->qa = {session::QaTimer::Phase::running, 5min, 0ms, now_};
  director_.show(state);
  const auto timed = look();
  ASSERT_TRUE(timed);
  EXPECT_TRUE(timed->scene.timer);
  EXPECT_EQ(timed->scene.slide, View(0));

  state = std::make_shared<session::State>(*state);
  state->revision = ++revision_;
  state->black = true;
  director_.show(state);
  const auto black = look_until_still();
  ASSERT_TRUE(black);
  EXPECT_EQ(black->scene.light, 0);
}

}  // namespace
}  // namespace lectern::stage
