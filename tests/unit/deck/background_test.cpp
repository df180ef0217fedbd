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
    EXPECT_EQ(first_image(background(std::string("data-background=\"") + picture + '"')), picture);
  }
  for (const char* colour : {"#123", "red", "jpg", "a.jpgs"}) {
    EXPECT_EQ(background(std::string("data-background=\"") + colour + '"').color, colour);
    EXPECT_EQ(first_image(background(std::string("data-background=\"") + colour + '"')), "");
  }
}

TEST(Background, OfAGradientIsOne) {
  const Background of_both =
      background("data-background-color=\"red\" data-background=\"linear-gradient(red, blue)\"");
  EXPECT_EQ(of_both.gradient, "linear-gradient(red, blue)");
  EXPECT_EQ(of_both.color, "red");
}

TEST(Background, CanHaveSeveralPictures) {
  const Background two = background("data-background-image=\"a.jpg, b%20c.png\"");
  EXPECT_EQ(two.images, (std::vector<std::string>{"a.jpg", "b c.png"}));
  EXPECT_EQ(background("data-background-image=\"data:image/png;base64,AA,BB\"").images.size(), 1u);
}

TEST(Background, NamesAFileAsItIsCalled) {
  EXPECT_EQ(first_image(background("data-background=\"town%20hall.jpg\"")), "town hall.jpg");
  EXPECT_EQ(first_image(background("data-background-image=\"100%.jpg\"")), "100%.jpg");
  EXPECT_EQ(first_image(background("data-background=\"http://h/a%20b.jpg\"")), "http://h/a%20b.jpg");
  EXPECT_EQ(first_image(background("data-background=\"a%ff.jpg\"")), "a%ff.jpg");
}

TEST(Background, OfSeveralCommentsAddsUpAndTheLaterWins) {
  const Slide slide = read(
                          "<!-- .slide: data-background-opacity=\"0.5\" -->\n<!-- .slide: "
                          "data-background=\"a.jpg\" -->\n# a\n"
                          "<!-- .slide: data-background=\"b.jpg\" data-background-color=\"#123456\" -->\nb")
                          .deck.slides.front();
  EXPECT_EQ(first_image(slide.background), "b.jpg");
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
    EXPECT_EQ(only_diagnostic(deck).column, 16) << opacity;
  }
}

TEST(Background, IsReadWithAnyQuotesThatAreStraight) {
  for (const char* attribute :
       {"data-background='a.jpg'", "data-background=a.jpg", "DATA-BACKGROUND=\"a.jpg\""})
    EXPECT_EQ(first_image(background(attribute)), "a.jpg") << attribute;
  const ReadDeck curly = read("<!-- .slide: data-background=“a.jpg” -->\na");
  EXPECT_EQ(first_image(curly.deck.slides[0].background), "");
  EXPECT_EQ(only_diagnostic(curly).code, Code::attribute_unreadable);
}

TEST(Background, CountsOnEveryLineOfAComment) {
  const Background lines = background("data-background=\"a.jpg\"\n  data-background-opacity=\"0.5\"");
  EXPECT_EQ(lines.image_opacity, 0.5);
}

TEST(Background, InCodeIsCode) {
  const Slide slide =
      read("```\n<!-- .slide: data-background=\"a.jpg\" -->\n```\n\n`<!-- x -->`").deck.slides.front();
  EXPECT_EQ(first_image(slide.background), "");
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

TEST(SlideAttributes, ACommentThatMissesItsMarkIsNamed) {
  for (const char* comment :
       {".slide data-background=\"a.jpg\"", "slide: data-background=\"a.jpg\"", ".slides: class=\"a\"",
        ".Slide: id=\"a\"", "data-background=a.jpg", "element: class=\"fragment\"", ".fragment"})
    EXPECT_EQ(only_diagnostic(read(std::string("a\n\n<!-- ") + comment + " -->\n")).code,
              Code::attribute_unreadable)
        << comment;
  for (const char* comment : {"slide 3 is new", "TODO: a = b", "elements", "..."})
    EXPECT_TRUE(read(std::string("a\n\n<!-- ") + comment + " -->\n").diagnostics.empty()) << comment;
}

TEST(SlideAttributes, WithoutTheirPrefixAreNamed) {
  const auto of = [](const std::string& attribute) {
    return only_diagnostic(read("<!-- .slide: " + attribute + " -->\na\n"));
  };
  EXPECT_EQ(of("background=\"#123\"").remedy, "Did you mean data-background?");
  EXPECT_EQ(of("transition=\"none\"").remedy, "Did you mean data-transition?");
  EXPECT_EQ(of("style=\"color:red\"").code, Code::attribute_ignored);
  EXPECT_EQ(of("data-background=\"\"").code, Code::background_unusable);
  EXPECT_EQ(of("data-background").code, Code::background_unusable);
}

}  // namespace
}  // namespace lectern::deck
