#include <gtest/gtest.h>

#include <string>

#include "tests/unit/deck/read.h"

namespace lectern::deck {
namespace {

Background background(const std::string& attributes) {
  return read("<!-- .slide: " + attributes + " -->\n# a").deck.slides.front().background;
}

TEST(Background, IsAPictureWhereItLooksLikeOneElseAColour) {
  for (const char* picture :
       {"./img/a.jpg", "A.PNG", "a.svg?x=1", "a.webp#b", "http://h/x", "https://h/x", "//h/x"}) {
    EXPECT_EQ(background(std::string("data-background=\"") + picture + '"').image, picture);
  }
  for (const char* colour : {"#123", "red", "linear-gradient(red, blue)", "jpg", "a.jpgs"}) {
    EXPECT_EQ(background(std::string("data-background=\"") + colour + '"').color, colour);
    EXPECT_EQ(background(std::string("data-background=\"") + colour + '"').image, "");
  }
}

TEST(Background, SaysThatOnlyAColourInFiguresIsShown) {
  for (const char* shown : {"#123", "#aAbB09"})
    EXPECT_TRUE(
        read(std::string("<!-- .slide: data-background=\"") + shown + "\" -->\n# a").diagnostics.empty());
  for (const char* other : {"red", "#12345", "rgb(1, 2, 3)"})
    EXPECT_NE(only_diagnostic(read(std::string("<!-- .slide: data-background=\"") + other + "\" -->\n# a"))
                  .remedy.find("#rrggbb"),
              std::string::npos);
}

TEST(Background, NamesAFileAsItIsCalled) {
  EXPECT_EQ(background("data-background=\"town%20hall.jpg\"").image, "town hall.jpg");
  EXPECT_EQ(background("data-background-image=\"100%.jpg\"").image, "100%.jpg");
  EXPECT_EQ(background("data-background=\"http://h/a%20b.jpg\"").image, "http://h/a%20b.jpg");
  EXPECT_EQ(background("data-background=\"a%ff.jpg\"").image, "a%ff.jpg");
}

TEST(Background, OfSeveralCommentsAddsUpAndTheLaterWins) {
  const Slide slide = read(
                          "<!-- .slide: data-background-opacity=\"0.5\" -->\n<!-- .slide: "
                          "data-background=\"a.jpg\" -->\n# a\n"
                          "<!-- .slide: data-background=\"b.jpg\" data-background-color=\"#123456\" -->\nb")
                          .deck.slides.front();
  EXPECT_EQ(slide.background.image, "b.jpg");
  EXPECT_EQ(slide.background.color, "#123456");
  EXPECT_EQ(slide.background.image_opacity, 0.5);
  EXPECT_EQ(plain_text(slide.content), "a b");
}

TEST(Background, OpacityThatIsNoneIsSaidAndLeftAtOne) {
  for (const char* opacity : {"2", "-1", "half", "nan", "0.5x", "50%"}) {
    const ReadDeck deck =
        read(std::string("# a\n\n  <!-- .slide: data-background-opacity=\"") + opacity + "\" -->");
    EXPECT_EQ(deck.deck.slides[0].background.image_opacity, 1.0) << opacity;
    EXPECT_EQ(only_diagnostic(deck).line, 3) << opacity;
    EXPECT_EQ(only_diagnostic(deck).column, 3) << opacity;
  }
}

TEST(Background, WrittenWithTheWrongQuotesIsSaid) {
  for (const char* attribute :
       {"data-background='a.jpg'", "data-background=a.jpg", "data-background=“a.jpg”"}) {
    const ReadDeck deck = read(std::string("<!-- .slide: ") + attribute + " -->\na");
    EXPECT_EQ(deck.deck.slides[0].background.image, "") << attribute;
    EXPECT_EQ(only_diagnostic(deck).line, 1) << attribute;
  }
}

TEST(Background, InCodeIsCode) {
  const Slide slide =
      read("```\n<!-- .slide: data-background=\"a.jpg\" -->\n```\n\n`<!-- x -->`").deck.slides.front();
  EXPECT_EQ(slide.background.image, "");
  EXPECT_EQ(plain_text(slide.content), "<!-- .slide: data-background=\"a.jpg\" --> <!-- x -->");
}

TEST(Comments, VanishWhateverIsInThem) {
  EXPECT_EQ(outline(read("a <!-- b -- c\n\n# d --> e<!---->f").deck), "1: a ef");
  EXPECT_TRUE(read("a <!-- b --> c").diagnostics.empty());
}

TEST(Comments, AtALinesEndBreakNoLine) {
  const Blocks content = read("a <!-- b -->\nc").deck.slides.front().content;
  ASSERT_EQ(content.size(), 1u);
  EXPECT_EQ(std::get<Paragraph>(content[0].content).content.size(), 1u);
}

}  // namespace
}  // namespace lectern::deck
