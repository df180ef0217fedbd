#include <gtest/gtest.h>

#include "common/session/project.h"
#include "common/session/reduce.h"
#include "tests/support/decks.h"

namespace lectern::session {
namespace {

/// A show of three slides, of which an edit waits that has one more in front.
struct EditedShow {
  EditedShow() {
    edited = test::deck_of({1, 1, 1, 1});
    edited.hash = "fedcba9876543210fedcba9876543210";
    for (std::size_t i = 0; i < 4; ++i) edited.slides[i].title = i == 0 ? "New" : shown.slides[i - 1].title;
    for (deck::Slide& slide : edited.slides) slide.fingerprint = std::hash<std::string>{}(slide.title);
    for (deck::Slide& slide : shown.slides) slide.fingerprint = std::hash<std::string>{}(slide.title);
    state = offer_edit(state, shown, 1, edited);
  }

  Decision take(const DeckHash& hash) const { return reduce(state, {shown, {&edited}}, TakeEdit{hash}, {}); }

  deck::Deck shown = test::deck_of({1, 1, 1}), edited;
  State state = first_state(shown, 7);
};

TEST(Edit, WaitsAndSaysWhatItIs) {
  const EditedShow show;
  ASSERT_TRUE(show.state.edit);
  EXPECT_EQ(show.state.edit->deck, show.edited.hash);
  EXPECT_EQ(show.state.edit->summary, "slide 1 is new");
  EXPECT_EQ(show.state.revision, 2u);
  EXPECT_EQ(show.state.deck, show.shown.hash);
}

TEST(Edit, TakenMovesThePositionWithItsSlide) {
  EditedShow show;
  show.state.position.slide = {2, 0};
  const Decision decision = show.take(show.edited.hash);
  const auto& next = std::get<State>(decision);
  EXPECT_EQ(next.deck, show.edited.hash);
  EXPECT_EQ(next.position.slide, (deck::Address{3, 0}));
  EXPECT_FALSE(next.edit);
  EXPECT_EQ(next.revision, 3u);
}

TEST(Edit, TakenKeepsOnlyTheStepsThatThereStillAre) {
  EditedShow show;
  show.state.position.step = 5;
  show.edited.slides[1].step_count = 2;
  EXPECT_EQ(std::get<State>(show.take(show.edited.hash)).position.step, 2);
}

TEST(Edit, TakenBeforeTheStartTheShowBeginsWithTheFirstSlideThatThereIsNow) {
  EditedShow show;
  show.state.position.holding = Holding::before;
  EXPECT_EQ(std::get<State>(show.take(show.edited.hash)).position, (Position{{1, 0}, 0, Holding::before}));
}

TEST(Edit, TakenInAPauseLeavesTheHoldingSlideUp) {
  EditedShow show;
  show.state.position = {{2, 0}, 0, Holding::pause};
  EXPECT_EQ(std::get<State>(show.take(show.edited.hash)).position, (Position{{3, 0}, 0, Holding::pause}));
}

TEST(Edit, TakenMovesThePlaceToGoBackToWithItsSlide) {
  EditedShow show;
  show.state.back = Position{{2, 0}, 0};
  EXPECT_EQ(std::get<State>(show.take(show.edited.hash)).back, (Position{{3, 0}, 0}));
}

TEST(Edit, OfAnotherNameIsRefused) {
  EditedShow show;
  EXPECT_EQ(std::get<Refusal>(show.take(show.shown.hash)), Refusal::no_such_edit);
  show.state.edit.reset();
  EXPECT_EQ(std::get<Refusal>(show.take(show.edited.hash)), Refusal::no_such_edit);
}

TEST(Edit, TakenBackWaitsNoLonger) {
  const EditedShow show;
  const State after = offer_edit(show.state, {show.shown, {&show.edited}}, 1, show.shown);
  EXPECT_FALSE(after.edit);
  EXPECT_EQ(after.revision, 3u);
  EXPECT_EQ(offer_edit(after, show.shown, 1, show.shown), after);
}

TEST(Edit, IsNotForFollowers) {
  const EditedShow show;
  EXPECT_FALSE(project(show.state, Role::follower).edit);
  EXPECT_TRUE(project(show.state, Role::controller).edit);
}

}  // namespace
}  // namespace lectern::session
