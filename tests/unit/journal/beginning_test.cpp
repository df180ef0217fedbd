#include "presenter/journal/beginning.h"

#include <gtest/gtest.h>

#include "tests/support/decks.h"

namespace lectern::journal {
namespace {

using std::chrono::minutes;

const deck::Deck five_slides = test::deck_of({1, 1, 1, 1, 1});
const session::State afresh = session::first_state(five_slides, 2);

Entry left_on_slide_4(bool is_closed) {
  session::State state = session::first_state(five_slides, 1);
  state.revision = 12;
  state.position.slide = {4, 0};
  return {state, Instant(minutes(8)), {"boot", 0, 0}, is_closed};
}

Beginning begin_after(Duration away, bool is_closed, Resume resume = Resume::if_cut_off) {
  return begin_show(afresh, {&five_slides}, left_on_slide_4(is_closed), {"boot", away.count(), 0}, resume);
}

int slide_of(const Beginning& beginning) {
  return beginning.state.position.slide.h;
}

TEST(BeginShow, WithNothingLeftIsAfresh) {
  const auto beginning = begin_show(afresh, {&five_slides}, std::nullopt, {}, Resume::always);
  EXPECT_EQ(beginning.state, afresh);
  EXPECT_EQ(beginning.message, "");
}

TEST(BeginShow, GoesOnWhereItWasCutOff) {
  const auto beginning = begin_after(std::chrono::seconds(3), false);
  EXPECT_EQ(slide_of(beginning), 4);
  EXPECT_EQ(beginning.state.epoch, 2u);
  EXPECT_GT(beginning.state.revision, 12u);
  EXPECT_EQ(beginning.message,
            "the show goes on with slide 4, where it stood 3 seconds ago; --fresh begins anew");
}

TEST(BeginShow, AfterHalfAnHourIsAfresh) {
  EXPECT_EQ(slide_of(begin_after(resumed_within, false)), 4);
  const auto late = begin_after(resumed_within + Duration(1), false);
  EXPECT_EQ(slide_of(late), 1);
  EXPECT_EQ(late.message, "");
}

TEST(BeginShow, OffersWhatSomebodyEnded) {
  const auto beginning = begin_after(minutes(5), true);
  EXPECT_EQ(slide_of(beginning), 1);
  EXPECT_EQ(beginning.message,
            "the show begins anew; --resume goes on with slide 4, where it stood 5 minutes ago");
}

TEST(BeginShow, DoesAsTheOperatorSays) {
  EXPECT_EQ(slide_of(begin_after(minutes(5), true, Resume::always)), 4);
  EXPECT_EQ(slide_of(begin_after(std::chrono::hours(26), false, Resume::always)), 4);
  EXPECT_EQ(slide_of(begin_after(minutes(5), false, Resume::never)), 1);
}

TEST(BeginShow, SaysWhichOfSeveralDecksItIs) {
  deck::Deck roads = test::deck_of({1, 1});
  roads.settings.title = "Roads";
  const std::vector<const deck::Deck*> decks = {&five_slides, &roads};
  session::State state = session::first_state(decks, 1);
  state.deck_number = 2;
  const auto beginning =
      begin_show(session::first_state(decks, 2), decks, Entry{state, Instant{}, {"boot", 0, 0}, false},
                 {"boot", 60'000, 0}, Resume::if_cut_off);
  EXPECT_EQ(beginning.message,
            "the show goes on with slide 1 of “Roads”, where it stood 60 seconds ago; --fresh begins anew");
}

}  // namespace
}  // namespace lectern::journal
