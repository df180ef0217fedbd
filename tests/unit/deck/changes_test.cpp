#include "common/deck/changes.h"

#include <gtest/gtest.h>

namespace lectern::deck {
namespace {

using Indices = std::vector<std::size_t>;

Deck deck_in(std::string_view text) {
  auto deck = read_deck(text);
  EXPECT_TRUE(deck) << deck.error().message;
  return std::move(deck->deck);
}

Changes changes(std::string_view before, std::string_view after) {
  return changes_between(deck_in(before), deck_in(after));
}

std::string described(std::string_view before, std::string_view after) {
  return describe(changes(before, after));
}

constexpr std::string_view three = "# A\n\n---\n\n# B\n\n---\n\n# C\n";

TEST(Changes, ASlideWithTheSameTitleAndOtherTextChanged) {
  const Changes found = changes(three, "# A\n\n---\n\n# B\n\nMore\n\n---\n\n# C\n");
  EXPECT_EQ(found.changed, Indices{1});
  EXPECT_EQ(found.places, (Indices{0, 1, 2}));
  EXPECT_EQ(describe(found), "slide 2 changed");
}

TEST(Changes, ANewSlidePushesTheOthersOn) {
  const Changes found = changes(three, "# New\n\n---\n\n# A\n\n---\n\n# B\n\n---\n\n# C\n");
  EXPECT_EQ(found.added, Indices{0});
  EXPECT_EQ(found.places, (Indices{1, 2, 3}));
  EXPECT_EQ(describe(found), "slide 1 is new");
}

TEST(Changes, InPlaceOfARemovedSlideComesTheNext) {
  EXPECT_EQ(changes(three, "# A\n\n---\n\n# C\n").places, (Indices{0, 1, 1}));
  EXPECT_EQ(changes(three, "# A\n\n---\n\n# B\n").places, (Indices{0, 1, 1}));
  EXPECT_EQ(described(three, "# C\n"), "2 slides are gone");
}

TEST(Changes, ASlideIsTheSameByItsIdWhateverItSays) {
  const Changes found = changes("# A\n\n---\n\n<!-- .slide: id=\"budget\" -->\n# B\n",
                                "<!-- .slide: id=\"budget\" -->\n# Money\n\n---\n\n# A\n");
  EXPECT_EQ(found.places, (Indices{1, 0}));
  EXPECT_EQ(found.changed, Indices{0});
}

TEST(Changes, ASlideThatChangedAltogetherStandsBetweenTheSameTwo) {
  const Changes found = changes(three, "# A\n\n---\n\n# Quite another\n\n---\n\n# C\n");
  EXPECT_EQ(found.places, (Indices{0, 1, 2}));
  EXPECT_EQ(found.changed, Indices{1});
}

TEST(Changes, MovedSlidesAreFound) {
  EXPECT_EQ(changes(three, "# C\n\n---\n\n# A\n\n---\n\n# B\n").places, (Indices{1, 2, 0}));
}

TEST(Changes, EqualSlidesGoInOrder) {
  constexpr std::string_view twins = "same\n\n---\n\nsame\n\n---\n\n# C\n";
  EXPECT_EQ(changes(twins, twins).places, (Indices{0, 1, 2}));
}

TEST(Changes, SettingsAreNamed) {
  EXPECT_EQ(described("# A\n", "---\ntheme: black\n---\n# A\n"), "the deck's settings changed");
}

TEST(Changes, ManyAreCounted) {
  std::string before, after;
  for (int i = 0; i < 9; ++i) {
    before += (i ? "\n\n---\n\n" : "") + ("# " + std::to_string(i));
    after += (i ? "\n\n---\n\n" : "") + ("# " + std::to_string(i)) + "\n\nnew";
  }
  EXPECT_EQ(described(before, after), "9 slides changed");
}

}  // namespace
}  // namespace lectern::deck
