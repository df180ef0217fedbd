#include <gtest/gtest.h>

#include "common/session/project.h"
#include "common/session/reduce.h"
#include "tests/support/decks.h"

namespace lectern::session {
namespace {

deck::Deck deck_called(const std::string& name, const std::vector<int>& stacks) {
  deck::Deck deck = test::deck_of(stacks);
  deck.hash = deck::hash_of(name);
  deck.settings.title = name;
  for (deck::Slide& slide : deck.slides) slide.fingerprint = std::hash<std::string>{}(name + slide.title);
  return deck;
}

/// Three speakers' decks, the first of which is shown.
struct SeveralSpeakers {
  explicit SeveralSpeakers(Opening opening = Opening::first_slide)
      : state(first_state(plain(), 7, opening)) {}

  std::vector<const deck::Deck*> plain() const { return {&decks[0], &decks[1], &decks[2]}; }
  Decision press(const Command& command) {
    const Decision decision = reduce(state, {*shown, plain()}, command, now);
    if (const auto* next = std::get_if<State>(&decision)) state = *next;
    shown = &decks[state.deck_number - 1];
    return decision;
  }
  void next() { press(Step{Direction::next, state.deck, state.position}); }
  /// A new slide comes to the front of a deck that is not shown.
  void edit(std::uint32_t number) {
    deck::Deck& deck = decks[number - 1];
    deck::Deck edited = deck_called(deck.settings.title + ", new", {1, 1, 1, 1});
    for (std::size_t i = 1; i < 4; ++i) {
      edited.slides[i].title = deck.slides[i - 1].title;
      edited.slides[i].fingerprint = deck.slides[i - 1].fingerprint;
    }
    edited.slides[0].title = "New";
    state = offer_edit(state, {*shown, plain()}, number, edited);
    deck = edited;
  }

  std::vector<deck::Deck> decks{deck_called("Parks", {1, 1, 1}), deck_called("Roads", {1, 1, 1}),
                                deck_called("Water", {1})};
  const deck::Deck* shown = &decks[0];
  State state;
  Instant now{Duration(5000)};
};

TEST(OpenDeck, ASessionOpensWithItsFirstDeckAndListsAll) {
  const SeveralSpeakers meeting;
  EXPECT_EQ(meeting.state.deck, meeting.decks[0].hash);
  EXPECT_EQ(meeting.state.deck_number, 1u);
  ASSERT_EQ(meeting.state.decks.size(), 3u);
  EXPECT_EQ(meeting.state.decks[1], (DeckEntry{"Roads", {{1, 0}, 0}, {}}));
}

TEST(OpenDeck, ShowsItsFirstSlideAndEndsBlack) {
  SeveralSpeakers meeting;
  meeting.press(SetBlack{true});
  meeting.press(OpenDeck{2});
  EXPECT_EQ(meeting.state.deck, meeting.decks[1].hash);
  EXPECT_EQ(meeting.state.deck_number, 2u);
  EXPECT_EQ(meeting.state.position, (Position{{1, 0}, 0}));
  EXPECT_FALSE(meeting.state.black);
  EXPECT_EQ(meeting.state.revision, 3u);
}

TEST(OpenDeck, EachDeckKeepsItsPlaceAndTheTimerGoesOn) {
  SeveralSpeakers meeting;
  meeting.press(StartTimer{std::chrono::minutes(5)});
  const QaTimer timer = meeting.state.qa;
  meeting.press(GoTo{{3, 0}});
  meeting.press(OpenDeck{2});
  EXPECT_FALSE(meeting.state.back);
  meeting.next();
  meeting.press(OpenDeck{1});
  EXPECT_EQ(meeting.state.position, (Position{{3, 0}, 0}));
  EXPECT_EQ(meeting.state.back, (Position{{1, 0}, 0}));
  meeting.press(OpenDeck{2});
  EXPECT_EQ(meeting.state.position, (Position{{2, 0}, 0}));
  EXPECT_EQ(meeting.state.qa, timer);
}

TEST(OpenDeck, TheOneThatIsShownChangesNothing) {
  SeveralSpeakers meeting;
  meeting.next();
  const State before = meeting.state;
  meeting.press(OpenDeck{1});
  EXPECT_EQ(meeting.state, before);
}

TEST(OpenDeck, OfNoSuchNumberIsRefused) {
  SeveralSpeakers meeting;
  for (const std::uint32_t number : {0u, 4u, 4'000'000'000u})
    EXPECT_EQ(std::get<Refusal>(meeting.press(OpenDeck{number})), Refusal::no_such_deck);
}

TEST(OpenDeck, APressMeantForTheDeckBeforeIsRefused) {
  SeveralSpeakers meeting;
  const Step press{Direction::next, meeting.state.deck, meeting.state.position};
  meeting.press(OpenDeck{2});
  EXPECT_EQ(std::get<Refusal>(meeting.press(press)), Refusal::other_deck);
}

TEST(OpenDeck, InAShowThatBeganWithTheHoldingSlideEachDeckDoes) {
  SeveralSpeakers meeting(Opening::holding_slide);
  meeting.next();
  meeting.next();
  meeting.press(OpenDeck{3});
  EXPECT_EQ(meeting.state.position, (Position{{1, 0}, 0, Holding::before}));
  meeting.next();
  meeting.next();
  EXPECT_EQ(meeting.state.position.holding, Holding::after);
  meeting.press(OpenDeck{1});
  EXPECT_EQ(meeting.state.position, (Position{{2, 0}, 0})) << "it has begun";
}

TEST(OpenDeck, AFrozenStageKeepsTheDeckThatItHad) {
  SeveralSpeakers meeting;
  meeting.next();
  meeting.press(SetFrozen{true});
  const Frozen kept = on_stage(meeting.state);
  meeting.press(OpenDeck{2});
  EXPECT_EQ(on_stage(meeting.state), kept);
  meeting.press(SetFrozen{false});
  EXPECT_EQ(on_stage(meeting.state).deck, meeting.decks[1].hash);
}

TEST(OpenDeck, ADeckThatWasEditedMeanwhileGoesOnAtItsSlide) {
  SeveralSpeakers meeting;
  meeting.press(GoTo{{2, 0}});
  meeting.press(GoTo{{3, 0}});
  meeting.press(OpenDeck{2});
  meeting.edit(1);
  EXPECT_FALSE(meeting.state.edit) << "it is not the one that is shown";
  EXPECT_EQ(meeting.state.decks[0].title, "Parks, new");
  meeting.press(OpenDeck{1});
  EXPECT_EQ(meeting.state.deck, meeting.decks[0].hash);
  EXPECT_EQ(meeting.state.position, (Position{{4, 0}, 0}));
  EXPECT_EQ(meeting.state.back, (Position{{3, 0}, 0}));
}

TEST(OpenDeck, AnEditThatWaitsIsTakenWhenItsDeckIsOpenedAgain) {
  SeveralSpeakers meeting;
  meeting.next();
  const deck::Deck before = meeting.decks[0];
  meeting.shown = &before;
  meeting.edit(1);
  ASSERT_TRUE(meeting.state.edit);
  meeting.press(OpenDeck{2});
  EXPECT_FALSE(meeting.state.edit);
  meeting.press(OpenDeck{1});
  EXPECT_EQ(meeting.state.deck, meeting.decks[0].hash);
  EXPECT_EQ(meeting.state.position, (Position{{3, 0}, 0})) << "its slide, behind the new one";
}

TEST(OpenDeck, FollowersAreToldOfNoOtherDecks) {
  SeveralSpeakers meeting;
  meeting.press(OpenDeck{2});
  EXPECT_TRUE(project(meeting.state, Role::follower).decks.empty());
  EXPECT_EQ(project(meeting.state, Role::follower).deck_number, 0u);
  EXPECT_EQ(project(meeting.state, Role::controller), meeting.state);
}

}  // namespace
}  // namespace lectern::session
