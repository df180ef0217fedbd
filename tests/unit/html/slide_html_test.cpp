#include "presenter/html/slide_html.h"

#include "tests/unit/html/read.h"

namespace lectern::html {
namespace {

TEST(SlideHtml, TheFirstHeadingIsBelowThePagesOwn) {
  EXPECT_EQ(html_of("# Budget\n\nAll of it."), "<h2>Budget</h2><p>All of it.</p>");
  EXPECT_EQ(html_of("### Budget"), "<h2>Budget</h2>");
}

TEST(SlideHtml, NoLevelOfHeadingsIsSkipped) {
  EXPECT_EQ(html_of("# A\n\n#### B\n\n###### C\n\n## D\n\n# E"),
            "<h2>A</h2><h3>B</h3><h4>C</h4><h3>D</h3><h2>E</h2>");
  EXPECT_EQ(html_of("### A\n\n# B"), "<h2>A</h2><h2>B</h2>");
}

TEST(SlideHtml, AHeadingThatSaysNothingIsNone) {
  EXPECT_EQ(html_of("# &nbsp;\n\nText"), "<p>\u00A0</p><p>Text</p>");
  EXPECT_EQ(html_of("#\n\nText"), "<p>Text</p>");
}

TEST(SlideHtml, ListsNestAndKeepTheirNumbers) {
  EXPECT_EQ(html_of("- a\n  - b\n- c"), "<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul>");
  EXPECT_EQ(html_of("7. a\n8. b"), "<ol start=\"7\"><li>a</li><li>b</li></ol>");
}

TEST(SlideHtml, ALooseListHasParagraphs) {
  EXPECT_EQ(html_of("- a\n\n- b"), "<ul><li><p>a</p></li><li><p>b</p></li></ul>");
}

TEST(SlideHtml, TasksAreSaidAndNotPressed) {
  EXPECT_EQ(html_of("- [ ] paint\n- [x] mow"),
            "<ul><li class=\"task\"><span role=\"img\" aria-label=\"To do:\">☐</span> paint</li>"
            "<li class=\"task\"><span role=\"img\" aria-label=\"Done:\">☑</span> mow</li></ul>");
}

TEST(SlideHtml, StylesOfTextAreElementsThatNest) {
  EXPECT_EQ(html_of("a **b *c*** ~~d~~ `e`"),
            "<p>a <strong>b <em>c</em></strong> <del>d</del> <code>e</code></p>");
  EXPECT_EQ(html_of("H<sub>2</sub>O m<sup>2</sup> <kbd>F5</kbd> <mark>x</mark> <u>y</u>"),
            "<p>H<sub>2</sub>O m<sup>2</sup> <kbd>F5</kbd> <mark>x</mark> <u>y</u></p>");
}

TEST(SlideHtml, SizesAndColoursAreLeftOut) {
  EXPECT_EQ(html_of("<span style=\"color: red; font-size: 200%\">a</span> <small>b</small>"), "<p>a b</p>");
  EXPECT_EQ(html_of("<p style=\"text-align: right\">a</p>"), "<p>a</p>");
}

TEST(SlideHtml, QuotesCodeRulesAndBreaks) {
  EXPECT_EQ(html_of("> a\n>\n> b"), "<blockquote><p>a</p><p>b</p></blockquote>");
  EXPECT_EQ(html_of("```cpp\nif (a < b && c)\n```"),
            "<pre dir=\"ltr\"><code>if (a &lt; b &amp;&amp; c)</code></pre>");
  EXPECT_EQ(html_of("a\n\n***\n\nb\\\nc"), "<p>a</p><hr><p>b<br>c</p>");
}

TEST(SlideHtml, BackgroundPicturesAreDecoration) {
  EXPECT_EQ(html_of("<!-- .slide: data-background=\"img/hall.jpg\" -->\n# Hall"), "<h2>Hall</h2>");
  EXPECT_EQ(html_of("<!-- .slide: data-background=\"img/hall.jpg\" -->"), "");
}

TEST(SlideHtml, TheLanguageIsTheDecks) {
  EXPECT_EQ(html_of("---\nlang: cy\n---\n# Cyllideb"), "<div lang=\"cy\"><h2>Cyllideb</h2></div>");
  EXPECT_EQ(html_of("---\nlang: 'cy\" onclick=\"x'\n---\n# Cyllideb"), "<h2>Cyllideb</h2>");
}

TEST(SlideHtml, OurOwnWordsAreEnglishInAnyDeck) {
  EXPECT_TRUE(contains(html_of("---\nlang: cy\n---\n- [x] a"), "aria-label=\"Done:\" lang=\"en\""));
  EXPECT_TRUE(contains(html_of("---\nlang: cy\n---\n![Pont](p.jpg)"),
                       "<span class=\"picture\"><span lang=\"en\">Picture:</span> Pont</span>"));
  EXPECT_FALSE(contains(html_of("---\nlang: en-GB\n---\n- [x] a"), "lang=\"en\""));
}

TEST(SlideHtml, TextRunsAsItsAuthorSays) {
  EXPECT_EQ(html_of("---\nrevealOptions:\n  rtl: true\n---\n# a"), "<div dir=\"rtl\"><h2>a</h2></div>");
  EXPECT_EQ(html_of("<!-- .slide: dir=\"rtl\" -->\n# a"), "<div dir=\"rtl\"><h2>a</h2></div>");
  EXPECT_EQ(html_of("<p dir=\"rtl\">a</p>"), "<p dir=\"rtl\">a</p>");
}

TEST(SlideHtml, TextRunsAsItsLettersDoWhereNobodySaysSo) {
  EXPECT_EQ(html_of("# الميزانية\n\nBudget\n\n- Wi-Fi في المكتبة\n- b"),
            "<h2 dir=\"rtl\">الميزانية</h2><p>Budget</p>"
            "<ul dir=\"rtl\"><li>Wi-Fi في المكتبة</li><li>b</li></ul>");
}

TEST(SlideHtml, OfALimitTheRestIsLeftOutAndAllIsClosed) {
  std::string text;
  for (int i = 0; i < 40'000; ++i) text += "-\n";
  const std::string html = html_of(text);
  EXPECT_LE(html.size(), max_html_bytes + 100);
  EXPECT_TRUE(html.ends_with("</ul>"));
}

TEST(BlocksHtml, NotesAreReadLikeSlides) {
  EXPECT_EQ(blocks_html(deck_of("x"), deck::read_markdown("# a\n\n*b*"), 3),
            "<h3>a</h3>\n<p><em>b</em></p>\n");
}

}  // namespace
}  // namespace lectern::html
