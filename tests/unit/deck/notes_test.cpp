#include <gtest/gtest.h>

#include <string>

#include "tests/unit/deck/read.h"

namespace lectern::deck {
namespace {

Slide first(std::string_view text) {
  return read(text).deck.slides.front();
}

TEST(Notes, RunToTheSlidesEndAndAreNotProjected) {
  const Deck deck = read("# a\n\nNote:\n\n- one\n- **two**\n\n---\n\nb").deck;
  EXPECT_EQ(outline(deck), "1: a | 2: b");
  EXPECT_EQ(deck.slides[0].notes, "- one\n- **two**");
  EXPECT_EQ(deck.slides[1].notes, "");
}

TEST(Notes, BeginWithAnyOfTheUsualSpellings) {
  for (const char* mark : {"Note:", "note:", "Notes:", "NOTES:", "   Note:"}) {
    const Slide slide = first(std::string("a\n") + mark + " b\nc");
    EXPECT_EQ(plain_text(slide.content), "a") << mark;
    EXPECT_EQ(slide.notes, "b\nc") << mark;
  }
}

TEST(Notes, DoNotBeginInsideALine) {
  EXPECT_EQ(first("Please Note: x").notes, "");
}

TEST(Notes, SeveralOnASlideAreAllForTheSpeaker) {
  const Slide slide = first("a\n\nNote:\none\n\nNote:\ntwo");
  EXPECT_EQ(plain_text(slide.content), "a");
  EXPECT_EQ(slide.notes, "one\n\ntwo");
}

TEST(Notes, AreNotInCode) {
  const Slide slide = first("```\nNote: x\n```\n\nNote: y");
  EXPECT_EQ(plain_text(slide.content), "Note: x");
  EXPECT_EQ(slide.notes, "y");
}

TEST(Notes, AreFoundBehindACommentThatIsNeverClosed) {
  const ReadDeck deck = read("a\n<!-- b\nc\nNote: d");
  EXPECT_EQ(outline(deck.deck), "1: a");
  EXPECT_EQ(deck.deck.slides[0].notes, "d");
  EXPECT_EQ(only_diagnostic(deck).line, 2);
}

TEST(Notes, InHiddenCodeAreHidden) {
  const ReadDeck deck = read("a <!-- b\n```\nNote: c\n```\nNote: d");
  EXPECT_EQ(outline(deck.deck), "1: a");
  EXPECT_EQ(deck.deck.slides[0].notes, "d");
}

TEST(Notes, AreFoundBehindAStrayBackTick) {
  const Slide slide = first("a ` b\nNote: c ` d");
  EXPECT_EQ(plain_text(slide.content), "a ` b");
  EXPECT_EQ(slide.notes, "c ` d");
}

TEST(Notes, MayBeginWithAMarkOfTheAuthors) {
  const Slide slide = first("---\nnotesSeparator: '^Speaker:'\n---\na\nNote: shown\nspeaker: b");
  EXPECT_EQ(plain_text(slide.content), "a Note: shown");
  EXPECT_EQ(slide.notes, "b");
}

TEST(Notes, MayBeAnAsideOrAnAttribute) {
  const Slide slide =
      first("<!-- .slide: data-notes=\"one\" -->\na\n\n<aside class=\"notes\">\ntwo\n</aside>\n\nb");
  EXPECT_EQ(plain_text(slide.content), "a b");
  EXPECT_EQ(slide.notes, "one\n\ntwo");
}

TEST(Notes, InAnAsideThatIsNeverClosedAreStillNotProjected) {
  const Slide slide = first("a\n\n<aside class=notes>\nsecret");
  EXPECT_EQ(plain_text(slide.content), "a");
  EXPECT_EQ(slide.notes, "secret");
}

TEST(Notes, BeginWithWhatWordProcessorsMakeOfTheMark) {
  for (const char* mark : {"\u00A0Note:", "Note\u00A0:", "Note：", "\u200BNotes:"}) {
    const ReadDeck deck = read(std::string("a\n\n") + mark + " secret\n");
    EXPECT_EQ(outline(deck.deck), "1: a") << mark;
    EXPECT_EQ(deck.deck.slides[0].notes, "secret") << mark;
  }
}

TEST(Notes, AreInAnAsideWithTheirClassAndInNoOther) {
  EXPECT_EQ(outline(read("a <aside class=\"speaker notes\">b</aside>").deck), "1: a");
  EXPECT_EQ(outline(read("a <aside class=\"footnotes\">b</aside>").deck), "1: a b");
  const ReadDeck open = read("a <aside class=\"notes\">b\n\nc");
  EXPECT_EQ(outline(open.deck), "1: a");
  EXPECT_EQ(only_diagnostic(open).code, Code::comment_unclosed);
}

}  // namespace
}  // namespace lectern::deck
