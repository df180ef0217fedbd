#include "presenter/engine/engine.h"

#include <gtest/gtest.h>

#include "tests/support/decks.h"

namespace lectern::engine {
namespace {

const session::Sender lisa{"lisa", "Lisa", session::Role::controller};
const session::Sender gallery{"gallery", "The gallery", session::Role::follower};
const session::Sender console{"console", "The console", session::Role::operator_};

struct Watched {
  explicit Watched(int slide_count = 2) : engine({deck_of(slide_count), other}, 42, Clock()) {
    engine.watch([this](const Engine::StatePtr& state) { revisions.push_back(state->revision); },
                 [this](Revision revision) { presented.push_back(revision); });
  }
  session::Command next() const {
    return session::Step{session::Direction::next, engine.deck().hash, engine.state()->position};
  }

  std::string at() const { return deck::to_string(engine.state()->position.slide); }
  static std::shared_ptr<const deck::Deck> deck_of(int slide_count) {
    return std::make_shared<const deck::Deck>(
        test::deck_of(std::vector<int>(static_cast<std::size_t>(slide_count), 1)));
  }

  static std::shared_ptr<const deck::Deck> other_deck(const std::string& name) {
    auto deck = std::make_shared<deck::Deck>(test::deck_of({1, 1}));
    deck->hash = deck::hash_of(name);
    return deck;
  }

  std::shared_ptr<const deck::Deck> other = other_deck("other");
  Engine engine;
  std::vector<Revision> revisions;
  std::vector<Revision> presented;
};

TEST(Engine, GoesOnFromAStateOfAnotherDeckAndOneThatAFrozenStageKeeps) {
  const auto parks = Watched::other_deck("first"), roads = Watched::other_deck("second");
  session::State left = session::first_state({parks.get(), roads.get()}, 42);
  left.deck = roads->hash;
  left.deck_number = 2;
  left.frozen = session::Frozen{1, parks->hash, {{1, 0}, 0}};
  Engine engine({parks, roads}, left, [] { return Instant(Duration(5)); });
  EXPECT_EQ(engine.deck().hash, roads->hash);
  engine.offer(1, Watched::other_deck("first, edited"));
  EXPECT_NE(engine.find(parks->hash), nullptr) << "the stage still shows it";
  EXPECT_EQ(engine.now(), Instant(Duration(5)));
}

TEST(Engine, TellsWhatIsRecorded) {
  Watched watched;
  std::vector<session::Recorded> told;
  watched.engine.watch_recorded([&](const session::Recorded& recorded) { told.push_back(recorded); });
  watched.engine.recorded({1, ""});
  watched.engine.recorded({1, "the disk is full"});
  EXPECT_EQ(told, (std::vector<session::Recorded>{{1, ""}, {1, "the disk is full"}}));
  EXPECT_EQ(watched.engine.recorded(), told.back());
}

TEST(Engine, TellsAWatcherTheNewestStateAtOnce) {
  EXPECT_EQ(Watched().revisions, (std::vector<Revision>{1}));
}

TEST(Engine, TellsEveryChangeOnceAndNoMore) {
  Watched show;
  show.engine.decide(show.next(), 1);
  show.engine.decide(show.next(), 2);
  show.engine.decide(show.next(), 3);  // after the end: nothing changes
  EXPECT_EQ(show.revisions, (std::vector<Revision>{1, 2, 3}));
}

TEST(Engine, AnswersAClientAndTellsTheWatchers) {
  Watched show;
  const session::Request request{1, 42, show.engine.now() + Duration(1000), show.next()};
  EXPECT_EQ(show.engine.decide(lisa, request), (session::Answer{1, Revision{2}}));
  EXPECT_EQ(show.revisions.back(), 2u);
}

TEST(Engine, MovesTheStageOnceAnAsking) {
  Watched show;
  int moves = 0;
  show.engine.on_move_asked([&] { ++moves; });
  const auto ask = [&](CommandId id, const session::Sender& sender) {
    show.engine.decide(sender,
                       {id, 42, show.engine.now() + Duration(1000), session::Command(session::MoveStage{})});
  };
  ask(1, console);
  ask(1, console);  // sent again over another connection
  ask(2, console);
  EXPECT_EQ(moves, 2);
  ask(1, lisa);
  EXPECT_EQ(moves, 2);
  EXPECT_EQ(show.revisions, (std::vector<Revision>{1})) << "the show is where it was";
}

TEST(Engine, TheOperatorsPressesInARowAllCount) {
  Watched show(5);
  const session::Command press = show.next();
  for (int i = 0; i < 3; ++i) show.engine.decide(press, 1);  // all made before the display showed any
  EXPECT_EQ(show.at(), "4");
}

TEST(Engine, TheOperatorAndARemotePressingAtOnceMoveOneSlide) {
  Watched show(5);
  const session::Command press = show.next();
  show.engine.decide(lisa, {1, 42, show.engine.now() + Duration(1000), press});
  show.engine.decide(press, 1);
  EXPECT_EQ(show.at(), "2");
}

TEST(Engine, ARemotesMoveBreaksTheOperatorsRow) {
  Watched show(5);
  const session::Command press = show.next();
  show.engine.decide(press, 1);
  show.engine.decide(lisa, {1, 42, show.engine.now() + Duration(1000), show.next()});
  show.engine.decide(press, 1);
  EXPECT_EQ(show.at(), "3");
}

TEST(Engine, FindsTheDeckThatAFrozenStageKeepsAsLongAsItDoes) {
  Watched show;
  const DeckHash first = show.engine.deck().hash;
  const auto take_edit = [&](const DeckHash& hash) {
    deck::Deck edited = *Watched::deck_of(3);
    edited.hash = hash;
    show.engine.offer(1, std::make_shared<const deck::Deck>(std::move(edited)));
    show.engine.decide(session::TakeEdit{hash});
    EXPECT_EQ(show.engine.deck().hash, hash);
  };
  show.engine.decide(session::SetFrozen{true});
  take_edit("second");
  take_edit("third");
  ASSERT_NE(show.engine.find(first), nullptr);
  EXPECT_EQ(show.engine.find(first)->slides.size(), 2u);
  EXPECT_EQ(show.engine.find("second"), nullptr);
  EXPECT_EQ(show.engine.find("third"), &show.engine.deck());
  show.engine.decide(session::SetFrozen{false});
  EXPECT_EQ(show.engine.find(first), nullptr);
  take_edit("fourth");
  EXPECT_EQ(show.engine.find("third"), nullptr);
}

TEST(Engine, WhoMayNotCommandMayNotPoint) {
  Watched show;
  std::vector<session::Pointer> told;
  show.engine.watch_pointer([&](const session::Pointer& pointer) { told.push_back(pointer); });
  const session::Pointer laser{session::Pointer::Kind::laser, 0.5f, 0.5f, 0};
  show.engine.point(laser, 1, gallery);
  EXPECT_TRUE(told.empty());
  show.engine.point(laser, 1, lisa);
  EXPECT_EQ(told, (std::vector{laser}));
}

TEST(Engine, NobodyElsePointsWhileTheShowIsLocked) {
  Watched show;
  show.engine.decide(lisa,
                     {1, 42, show.engine.now() + Duration(1000), session::Command(session::SetLock{true})});
  const session::Pointer laser{session::Pointer::Kind::laser, 0.5f, 0.5f, 0};
  show.engine.point(laser, 2, {"omar", "Omar", session::Role::controller});
  EXPECT_EQ(show.engine.pointer(), session::Pointer());
  show.engine.point(laser, 2, lisa);
  EXPECT_EQ(show.engine.pointer(), laser);
  show.engine.point({}, 2, session::operator_at_display());
  EXPECT_EQ(show.engine.pointer(), session::Pointer());
}

TEST(Engine, TheOperatorsKeyboardWinsOverALock) {
  Watched show(5);
  show.engine.decide(lisa,
                     {1, 42, show.engine.now() + Duration(1000), session::Command(session::SetLock{true})});
  show.engine.decide(show.next(), 2);
  EXPECT_EQ(show.at(), "2");
  EXPECT_EQ(show.engine.state()->driver->name, "Lisa");
}

TEST(Engine, HandsOverToWhoIsConnectedByTheNameTheyCameWith) {
  Watched show;
  const auto hand_over = [&](CommandId id, const ClientId& to) {
    const session::Command command = session::HandOver{{to, "a name of the sender's", {}}};
    return show.engine.decide(lisa, {id, 42, show.engine.now() + Duration(1000), command});
  };
  show.engine.joined(lisa);
  show.engine.joined(gallery);
  EXPECT_EQ(hand_over(1, "omar"), (session::Answer{1, session::Refusal::nobody_to_drive}));
  EXPECT_EQ(hand_over(2, "gallery"), (session::Answer{2, session::Refusal::nobody_to_drive}));
  show.engine.joined({"omar", "Omar", session::Role::controller});
  EXPECT_TRUE(hand_over(3, "omar").accepted());
  EXPECT_EQ(show.engine.state()->driver, (session::Driver{"omar", "Omar", false, true}));
}

TEST(Engine, TellsWhoComesAndGoes) {
  Watched show;
  std::vector<std::size_t> counts;
  show.engine.watch_roster([&](const session::Roster& roster) { counts.push_back(roster.entries.size()); });
  show.engine.joined(lisa);
  show.engine.joined(gallery);
  show.engine.left("lisa");
  EXPECT_EQ(counts, (std::vector<std::size_t>{1, 2, 1}));
  EXPECT_EQ(show.engine.roster().entries.front().who, gallery);
  EXPECT_EQ(show.revisions, (std::vector<Revision>{1})) << "who is there is no state";
}

TEST(Engine, AZoomIsGoneBeforeTheNextSlideIsTold) {
  Watched show;
  std::vector<std::size_t> states_told;
  show.engine.watch_pointer([&](const session::Pointer&) { states_told.push_back(show.revisions.size()); });
  show.engine.point({session::Pointer::Kind::zoom, 0.5f, 0.5f, 2}, 1, lisa);
  show.engine.decide(show.next(), 1);
  EXPECT_EQ(states_told, (std::vector<std::size_t>{1, 1}));
  EXPECT_EQ(show.engine.pointer(), session::Pointer());
}

TEST(Engine, PresentedOnlyGrows) {
  Watched show;
  show.engine.presented(3);
  show.engine.presented(2);
  show.engine.presented(3);
  EXPECT_EQ(show.presented, (std::vector<Revision>{3}));
  EXPECT_EQ(show.engine.presented_revision(), 3u);
}

TEST(Engine, OpensAnotherDeckAsItIsByThen) {
  Watched show;
  const DeckHash first = show.engine.deck().hash;
  show.engine.decide(session::OpenDeck{2});
  EXPECT_EQ(show.engine.deck().hash, show.other->hash);
  show.engine.offer(1, Watched::other_deck("first, edited"));
  EXPECT_FALSE(show.engine.state()->edit);
  EXPECT_EQ(show.engine.find(first), nullptr) << "nobody will see it again";
  show.engine.offer(2, Watched::other_deck("other, edited"));
  EXPECT_TRUE(show.engine.state()->edit);
  EXPECT_EQ(show.engine.deck().hash, show.other->hash);
  EXPECT_EQ(show.engine.find(show.other->hash), &show.engine.deck());
  show.engine.decide(session::OpenDeck{1});
  EXPECT_EQ(show.engine.deck().hash, deck::hash_of("first, edited"));
  show.engine.decide(session::OpenDeck{2});
  EXPECT_EQ(show.engine.deck().hash, deck::hash_of("other, edited"));
}

}  // namespace
}  // namespace lectern::engine
