// Whoever follows may not read ahead.
#include "presenter/html/slide_html.h"
#include "tests/unit/html/read.h"

namespace lectern::html {
namespace {

TEST(StepsInHtml, WhatComesLaterIsNotThere) {
  constexpr std::string_view text =
      "# Title\n\n- now\n- secret one <!-- .element: class=\"fragment\" -->\n"
      "- secret two <!-- .element: class=\"fragment\" -->";
  EXPECT_EQ(html_of(text, 0), "<h2>Title</h2><ul><li>now</li></ul>");
  EXPECT_EQ(html_of(text, 1), "<h2>Title</h2><ul><li>now</li><li>secret one</li></ul>");
  EXPECT_EQ(html_of(text, 2), "<h2>Title</h2><ul><li>now</li><li>secret one</li><li>secret two</li></ul>");
}

TEST(StepsInHtml, WhatIsGoneIsGone) {
  constexpr std::string_view text =
      "a\n\nb <!-- .element: class=\"fragment fade-out\" -->\n\n"
      "c <!-- .element: class=\"fragment fade-in-then-out\" -->";
  EXPECT_EQ(html_of(text, 0), "<p>a</p><p>b</p>");
  EXPECT_EQ(html_of(text, 1), "<p>a</p>");
  EXPECT_EQ(html_of(text, 2), "<p>a</p><p>c</p>");
  EXPECT_EQ(html_of(text, 3), "<p>a</p>");
}

TEST(StepsInHtml, EveryEffectThatHidesHides) {
  for (const char* effect : {"", "fade-up", "fade-down", "fade-left", "fade-right", "zoom-in", "fade-in",
                             "fade-in-then-out", "current-visible", "fade-in-then-semi-out"}) {
    const std::string text = "a\n\nsecret <!-- .element: class=\"fragment " + std::string(effect) + "\" -->";
    EXPECT_EQ(html_of(text, 0), "<p>a</p>") << effect;
    EXPECT_EQ(html_of(text, 1), "<p>a</p><p>secret</p>") << effect;
  }
}

TEST(StepsInHtml, AStruckFragmentIsStruckOnceItIs) {
  constexpr std::string_view text = "old **plan** <!-- .element: class=\"fragment strike\" -->";
  EXPECT_TRUE(contains(html_of(text, 0), "<strong>plan</strong>"));
  EXPECT_TRUE(contains(html_of(text, 1), "<del>"));
}

TEST(StepsInHtml, WordsInsideALineComeToo) {
  constexpr std::string_view text = "a <span class=\"fragment\">secret</span> b";
  EXPECT_EQ(html_of(text, 0), "<p>a  b</p>");
  EXPECT_EQ(html_of(text, 1), "<p>a secret b</p>");
}

TEST(StepsInHtml, AnInnerFragmentWaitsForTheOuter) {
  constexpr std::string_view text =
      "a <span class=\"fragment\" data-fragment-index=\"2\">b <b class=\"fragment\" "
      "data-fragment-index=\"1\">secret</b></span>";
  EXPECT_FALSE(contains(html_of(text, 1), "secret"));
  EXPECT_TRUE(contains(html_of(text, 2), "secret"));
}

TEST(StepsInHtml, AnItemKeepsItsNumberBehindOneThatIsNotThere) {
  EXPECT_EQ(html_of("1. secret <!-- .element: class=\"fragment\" -->\n2. b\n3. c"),
            "<ol><li value=\"2\">b</li><li>c</li></ol>");
}

TEST(StepsInHtml, NothingIsLeftOfAWholeListTableOrQuote) {
  for (const char* block : {"- secret", "> secret", "| secret |\n|-|\n| secret |"})
    EXPECT_EQ(html_of("a\n\n" + std::string(block) + "\n\n<!-- .element: class=\"fragment\" -->"), "<p>a</p>")
        << block;
}

TEST(StepsInHtml, ALinkOrPictureThatIsNotThereTellsNothing) {
  EXPECT_EQ(html_of("a\n\n[secret](https://secret.example) <!-- .element: class=\"fragment\" -->"),
            "<p>a</p>");
  EXPECT_EQ(html_of("a\n\n![secret](secret.jpg) <!-- .element: class=\"fragment\" -->"), "<p>a</p>");
}

TEST(StepsInHtml, CellsAreEmptyUntilTheyAreThere) {
  constexpr std::string_view text =
      "| a | b |\n|-|-|\n| c | secret <!-- .element: class=\"fragment\" --> |\n| d | e |";
  EXPECT_EQ(html_of(text),
            "<table><thead><tr><th scope=\"col\">a</th><th scope=\"col\">b</th></tr></thead>"
            "<tbody><tr><th scope=\"row\">c</th><td></td></tr>"
            "<tr><th scope=\"row\">d</th><td>e</td></tr></tbody></table>");
}

}  // namespace
}  // namespace lectern::html
