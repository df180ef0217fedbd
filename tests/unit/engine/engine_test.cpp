#include "presenter/engine/engine.h"

#include <gtest/gtest.h>

#include "tests/support/decks.h"

namespace lectern::engine {
namespace {

struct Watched {
  Watched() {
    engine.watch([this](const Engine::StatePtr& state) { revisions.push_back(state->revision); },
                 [this](Revision revision) { presented.push_back(revision); });
  }
  session::Command next() const {
    return session::Step{session::Direction::next, engine.deck().hash, engine.state()->position};
  }

  Engine engine{std::make_shared<const deck::Deck>(test::deck_of({1, 1})), 42, Clock()};
  std::vector<Revision> revisions;
  std::vector<Revision> presented;
};

TEST(Engine, TellsAWatcherTheNewestStateAtOnce) { EXPECT_EQ(Watched().revisions, (std::vector<Revision>{1})); }

TEST(Engine, TellsEveryChangeOnceAndNoMore) {
  Watched show;
  show.engine.decide(show.next());
  show.engine.decide(show.next());  // at the end: nothing changes
  EXPECT_EQ(show.revisions, (std::vector<Revision>{1, 2}));
}

TEST(Engine, AnswersAClientAndTellsTheWatchers) {
  Watched show;
  const session::Request request{1, 42, show.engine.now() + Duration(1000), show.next()};
  EXPECT_EQ(show.engine.decide("lisa", request, session::Role::driver), (session::Answer{1, Revision{2}}));
  EXPECT_EQ(show.revisions.back(), 2u);
}

TEST(Engine, PresentedOnlyGrows) {
  Watched show;
  show.engine.presented(3);
  show.engine.presented(2);
  show.engine.presented(3);
  EXPECT_EQ(show.presented, (std::vector<Revision>{3}));
  EXPECT_EQ(show.engine.presented_revision(), 3u);
}

}  // namespace
}  // namespace lectern::engine
