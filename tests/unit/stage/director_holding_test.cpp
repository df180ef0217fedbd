// The holding slide's coming.
#include "presenter/stage/holding_slides.h"
#include "tests/unit/stage/directed.h"

namespace lectern::stage {
namespace {

/// What a director of a deck with that transition draws first when the holding slide comes up.
std::optional<Shot> pause_in(deck::Transition transition) {
  const auto deck = with_holding_slides(*colored_deck(3, transition), "");
  Director director(deck);
  const auto everything = [](const View&, Director::Form) { return true; };
  director.show(state_of(*deck, 1, 1));
  director.direct(Instant{1s}, everything);
  auto state = state_of(*deck, 2, 1);
  state->position.holding = session::Holding::pause;
  director.show(state);
  return director.direct(Instant{2s}, everything);
}

TEST(DirectedPause, TheHoldingSlideComesByACrossFadeWhateverTheTransition) {
  for (const auto transition : {deck::Transition::slide, deck::Transition::zoom, deck::Transition::fade}) {
    const auto shot = pause_in(transition);
    ASSERT_TRUE(shot);
    EXPECT_EQ(shot->presents, 2u);
    EXPECT_EQ(shot->scene.slide, View(4));
    EXPECT_EQ(shot->scene.leaving, View(1));
    EXPECT_FALSE(shot->scene.layers);
  }
}

TEST(DirectedPause, WithoutTransitionTheHoldingSlideIsThereAtOnce) {
  const auto shot = pause_in(deck::Transition::none);
  ASSERT_TRUE(shot);
  EXPECT_EQ(shot->scene, (Scene{.slide = 4, .leaving = {}, .timer = {}}));
}

}  // namespace
}  // namespace lectern::stage
