#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "common/deck/deck.h"
#include "tests/unit/deck/read.h"

namespace lectern::deck {
namespace {

TEST(Address, IsWrittenWithoutTheStackWhereThereIsNone) {
  EXPECT_EQ(to_string({3, 0}), "3");
  EXPECT_EQ(to_string({3, 12}), "3.12");
}

TEST(Address, RefusesEverythingThatIsNoAddress) {
  for (const char* text :
       {"", "0", "3.0", "03", "-1", "+1", " 3", "3 ", "3.", ".2", "3.2.1", "x", "3,2", "99999999999"}) {
    EXPECT_FALSE(parse_address(text)) << text;
  }
}

RC_GTEST_PROP(Address, ReadsWhatItWrites, ()) {
  const Address address{*rc::gen::inRange(1, 100000), *rc::gen::inRange(0, 100000)};
  RC_ASSERT(parse_address(to_string(address)) == address);
}

TEST(FindSlide, TakesTheColumnAloneAsItsFirstSlide) {
  const Deck deck = read("---\nverticalSeparator: ^\\+{3}\n---\na\n\n---\n\nb\n+++\nc\n").deck;
  EXPECT_EQ(find_slide(deck, {2, 0}), 1u);
  EXPECT_EQ(find_slide(deck, {2, 1}), 1u);
  EXPECT_EQ(find_slide(deck, {1, 1}), 0u);
  EXPECT_EQ(find_slide(deck, {2, 2}), 2u);
}

TEST(LinkedSlide, CountsFromZeroOrKnowsTheId) {
  const Deck deck = read(
                        "---\nverticalSeparator: ^\\+{3}\n---\na\n\n---\n\nb\n+++\n"
                        "<!-- .slide: id=\"the end\" -->\nc\n")
                        .deck;
  EXPECT_EQ(linked_slide(deck, "#"), 0u);
  EXPECT_EQ(linked_slide(deck, "#/0"), 0u);
  EXPECT_EQ(linked_slide(deck, "#/1/1"), 2u);
  EXPECT_EQ(linked_slide(deck, "#/1/1/3"), 2u);
  EXPECT_EQ(linked_slide(deck, "#/the%20end"), 2u);
  EXPECT_EQ(linked_slide(deck, "#the%20end"), 2u);
  for (const char* href : {"", "https://example.org/#/1", "#/2", "#/1/2", "#/-1", "#/x", "#/2147483647"})
    EXPECT_EQ(linked_slide(deck, href), std::nullopt) << href;
}

TEST(SlideNumber, IsOfTheDecksStyleAndOnCountedSlidesAlone) {
  Deck deck = read(
                  "---\nverticalSeparator: ^\\+{3}\n---\na\n\n---\n\nb\n+++\nc\n\n---\n\n"
                  "<!-- .slide: data-visibility=\"uncounted\" -->\nd\n")
                  .deck;
  EXPECT_EQ(slide_number(deck, 2), "");
  const auto in_style = [&](SlideNumber style) {
    deck.settings.slide_number = style;
    return slide_number(deck, 2) + " and " + slide_number(deck, 3);
  };
  EXPECT_EQ(in_style(SlideNumber::number), "3 and ");
  EXPECT_EQ(in_style(SlideNumber::number_of_count), "3 / 3 and ");
  EXPECT_EQ(in_style(SlideNumber::address), "2.2 and ");
}

TEST(FindSlide, FindsNothingWhereThereIsNoSlide) {
  const Deck deck = read("a\n\n---\n\nb").deck;
  EXPECT_EQ(find_slide(deck, {3, 0}), std::nullopt);
  EXPECT_EQ(find_slide(deck, {2, 2}), std::nullopt);
}

}  // namespace
}  // namespace lectern::deck
