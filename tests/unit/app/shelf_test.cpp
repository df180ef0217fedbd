#include "presenter/app/shelf.h"

#include <gtest/gtest.h>

#include "tests/support/folder.h"

namespace lectern::app {
namespace {

class Shelved : public testing::Test {
 protected:
  SealedDeck sealed(const std::string& name, const std::string& text) {
    DeckOptions options;
    options.path = folder_.write(name, text);
    return *seal(options);
  }
  static session::State showing(const DeckHash& deck) {
    session::State state;
    state.deck = deck;
    return state;
  }

  test::Folder folder_;
  const SealedDeck parks_ = sealed("parks.md", "# Parks"), roads_ = sealed("roads.md", "# Roads"),
                   newer_ = sealed("parks.md", "# New parks"), newest_ = sealed("parks.md", "# Newest parks");
  const DeckHash parks = parks_.deck()->hash, roads = roads_.deck()->hash, newer = newer_.deck()->hash,
                 newest = newest_.deck()->hash;
  Shelf shelf_{{parks_, roads_}};
};

TEST_F(Shelved, DecksAreFoundByTheirHash) {
  EXPECT_EQ(shelf_.find(roads)->deck, roads_.deck());
  EXPECT_FALSE(shelf_.find(newer));
}

TEST_F(Shelved, TheTextThatIsShownStaysWhileNewerOnesCome) {
  EXPECT_TRUE(shelf_.replace(1, newer_, showing(parks)).empty());
  EXPECT_TRUE(shelf_.find(parks) && shelf_.find(newer));
  const auto gone = shelf_.replace(1, newest_, showing(parks));
  ASSERT_EQ(gone.size(), 1u);
  EXPECT_EQ(gone[0].deck()->hash, newer) << "nobody has taken it";
  EXPECT_TRUE(shelf_.find(parks) && shelf_.find(newest));
  EXPECT_EQ(shelf_.newest(1).deck()->hash, newest);
}

TEST_F(Shelved, WhatAFrozenStageKeepsStaysAndGoesOnceItThaws) {
  session::State state = showing(roads);
  state.frozen = session::Frozen{2, parks, {}};
  EXPECT_TRUE(shelf_.replace(1, newer_, state).empty());
  EXPECT_TRUE(shelf_.find(parks));
  const auto gone = shelf_.replace(1, newest_, showing(roads));
  EXPECT_EQ(gone.size(), 2u);
  EXPECT_FALSE(shelf_.find(parks) || shelf_.find(newer));
  EXPECT_TRUE(shelf_.find(roads));
}

}  // namespace
}  // namespace lectern::app
