// Figures in these tests are CSS pixels of the design area and follow from the theme: text 40 px on lines
// of 52.
#include <algorithm>

#include "tests/unit/typeset/slides.h"

namespace lectern::typeset {
namespace {

using LayoutTest = TypesetterTest;

double bottom(const Box& box) {
  return box.y + box.height;
}
double right(const Box& box) {
  return box.x + box.width;
}

TEST_F(LayoutTest, ParagraphsShareTheMarginBetweenThem) {
  const auto all = boxes(slide({paragraph("one"), paragraph("two")}));
  EXPECT_NEAR(find(all, "p", 0).height, 52, 0.01);
  EXPECT_NEAR(find(all, "p", 1).y - bottom(find(all, "p", 0)), 20, 0.01);
}

TEST_F(LayoutTest, ContentIsCentredFromTopToBottom) {
  const auto all = boxes(slide({paragraph("FIN")}));
  EXPECT_NEAR(find(all, "p").y, 324, 0.01);  // (700 − 20 − 52 − 20) / 2 + 20
  EXPECT_NEAR(find(all, "p").width, 960, 0.01);
}

TEST_F(LayoutTest, ContentStartsAtTheTopWhereTheAuthorWantsIt) {
  deck::Settings settings = without_margin();
  settings.center = false;
  const auto all = typesetter_.layout(slide({paragraph("FIN")}), settings, night(), design_size, {}).boxes();
  EXPECT_NEAR(find(all, "p").y, 20, 0.01);
}

TEST_F(LayoutTest, ALastHeadingHasNoMarginUnlessNotesFollow) {
  deck::Slide one = slide({heading(3, "Schools")});
  EXPECT_NEAR(find(boxes(one), "h3").y, 312.5, 0.01);  // (700 − 75) / 2
  one.notes = "Say hello.";
  EXPECT_NEAR(find(boxes(one), "h3").y, 303, 0.01);
}

TEST_F(LayoutTest, TheDesignAreaIsScaledToTheSmallerSideAndCentred) {
  const deck::Slide one = slide({paragraph("FIN")});
  const Box wide = find(typesetter_.layout(one, {}, night(), {1920, 1080}, {}).boxes(), "p");
  EXPECT_NEAR(wide.x, 249.05, 0.01);
  EXPECT_NEAR(wide.width, 1421.9, 0.01);
  const Box tall = find(typesetter_.layout(one, {}, night(), {500, 1000}, {}).boxes(), "p");
  EXPECT_NEAR(tall.x, 10, 0.01);  // margin 0.04: 2 % on either side
  EXPECT_NEAR(tall.width, 480, 0.01);
  EXPECT_NEAR(tall.y + tall.height / 2, 500, 0.01);
}

TEST_F(LayoutTest, TheScaleStaysBetweenAFifthAndTwo) {
  const deck::Slide one = slide({paragraph("FIN")});
  EXPECT_NEAR(find(typesetter_.layout(one, {}, night(), {7680, 4320}, {}).boxes(), "p").width, 1920, 0.01);
  EXPECT_NEAR(find(typesetter_.layout(one, {}, night(), {10, 10}, {}).boxes(), "p").width, 192, 0.01);
}

TEST_F(LayoutTest, AListIsAsWideAsItsLongestItemAndCentredWithItsIndent) {
  const auto all = boxes(slide({{list({"Finance", "Geographic Information Systems"})}}));
  const Box& item = find(all, "li");
  EXPECT_NEAR(item.width, 610.6, 0.5);  // as Chromium measures it
  EXPECT_NEAR(item.x - 40, 960 - right(item), 0.01);
  EXPECT_EQ(item.width, find(all, "li", 1).width);
}

TEST_F(LayoutTest, ANestedListIsIndentedAndPartOfItsItem) {
  deck::List outer = list({"one", "two"});
  outer.items[0].blocks.push_back({list({"inner"})});
  const auto all = boxes(slide({{outer}}));
  ASSERT_EQ(all.size(), 3u);
  EXPECT_NEAR(all[1].x - all[0].x, 40, 0.01);
  EXPECT_NEAR(all[0].height, 104, 0.01);
  EXPECT_EQ(all[0].line_count, 2);
  EXPECT_EQ(all[0].text, "one inner");
  EXPECT_NEAR(all[2].y, bottom(all[1]), 0.01);
}

TEST_F(LayoutTest, AnItemThatHoldsParagraphsBeginsWithTheFirstOfThem) {
  deck::List loose;
  loose.items.push_back({{paragraph("one")}});
  loose.items.push_back({{paragraph("two")}});
  const auto all = boxes(slide({{loose}}));
  EXPECT_NEAR(find(all, "li", 0).y, find(all, "p", 0).y, 0.01);
  EXPECT_NEAR(find(all, "li", 1).y - bottom(find(all, "li", 0)), 20, 0.01);
}

TEST_F(LayoutTest, ATableIsCentredAndItsRowsHaveALineBetween) {
  const auto all = boxes(slide({{table({{"Item", "Qty"}, {"row", "718"}, {"row", "9"}})}}));
  ASSERT_EQ(all.size(), 6u);
  EXPECT_NEAR(all[0].x, 960 - right(all[1]), 0.01);
  EXPECT_NEAR(all[0].height, 68.5, 0.01);
  EXPECT_NEAR(all[2].height, 69, 0.01);
  EXPECT_NEAR(all[4].height, 68.5, 0.01);
  EXPECT_NEAR(all[4].y, bottom(all[2]), 0.01);
  EXPECT_NEAR(all[1].x, right(all[0]), 0.01);
}

TEST_F(LayoutTest, ACellOverSeveralPlacesIsAsLargeAsTheyAreTogether) {
  deck::Table budget =
      table({{"Ward", "Spend", ""}, {"", "2023", "2024"}, {"Castle", "a great deal of money", "2"}});
  budget.header.push_back(budget.body.front());
  budget.body.erase(budget.body.begin());
  budget.spans = {{.row = 0, .column = 0, .row_count = 2}, {.row = 0, .column = 1, .column_count = 2}};
  const auto all = boxes(slide({{budget}}));
  ASSERT_EQ(all.size(), 7u);
  const Box &ward = find(all, "th", 0), &spend = find(all, "th", 1), &year = find(all, "th", 3);
  EXPECT_NEAR(bottom(ward), bottom(year), 0.01);
  EXPECT_NEAR(right(spend), right(year), 0.01);
  EXPECT_NEAR(spend.width, find(all, "th", 2).width + year.width, 0.01);
  EXPECT_NEAR(year.y, bottom(spend), 0.01);
  EXPECT_NEAR(find(all, "td", 0).x, ward.x, 0.01);
  EXPECT_NEAR(find(all, "td", 0).width, ward.width, 0.01);
}

TEST_F(LayoutTest, RowsGrowForACellThatIsTallerThanThey) {
  deck::Table tall = table({{"", ""}, {"a", "1"}, {"", "2"}});
  tall.header.clear();
  for (int i = 0; i < 4; ++i) {
    tall.body[0][0].push_back(deck::LineBreak{});
    tall.body[0][0].push_back(text("more").front());
  }
  tall.spans = {{.row = 0, .column = 0, .row_count = 2}};
  const auto all = boxes(slide({{tall}}));
  ASSERT_EQ(all.size(), 3u);
  EXPECT_EQ(all[0].line_count, 5);
  EXPECT_NEAR(all[1].height + all[2].height, all[0].height, 0.01);
  EXPECT_GT(all[2].height, 100);
}

TEST_F(LayoutTest, ColumnsOfOneWordKeepTheirWidthWhileTheOthersBreak) {
  const std::string words = "a good many words that do not fit on a single line of the slide at all";
  const auto alone = boxes(slide({{table({{"Status"}})}}));
  const auto all = boxes(slide({{table({{"Indicator", "Status"}, {words, "1"}})}}));
  EXPECT_NEAR(find(all, "th", 1).width, find(alone, "th").width, 0.01);
  EXPECT_NEAR(right(find(all, "th", 1)) - find(all, "th", 0).x, 960, 0.01);
  EXPECT_GE(find(all, "td").line_count, 2);
}

TEST_F(LayoutTest, ATableThatIsTooWideIsScaledDownUntilItFits) {
  const std::vector<std::string> row(12, "unbreakable");
  const auto all = boxes(slide({{table({row, row})}}));
  EXPECT_NEAR(all.front().x, 0, 0.01);
  EXPECT_NEAR(right(all.back()), 960, 0.01);
}

TEST_F(LayoutTest, ContentThatIsTooTallIsScaledDownAboutTheCentre) {
  const auto all = boxes(slide(deck::Blocks(20, paragraph("one more"))));
  const double scale = 700.0 / (20 * 72 + 20);
  EXPECT_NEAR(all.front().y, 20 * scale, 0.01);
  EXPECT_NEAR(bottom(all.back()), 700 - 20 * scale, 0.01);
  EXPECT_NEAR(all.front().x + all.front().width / 2, 480, 0.01);
}

TEST_F(LayoutTest, ATallPictureFitsWithItsMargins) {
  const Picture tall{1000, 5000, nullptr};
  const auto all = boxes(slide({picture("tower.jpg", "A tower")}), [&](std::string_view) { return &tall; });
  const Box& box = find(all, "img");
  EXPECT_GT(box.y, 0);
  EXPECT_LT(bottom(box), 700);
  EXPECT_GT(box.height, 600);
  EXPECT_NEAR(box.width / box.height, 0.2, 0.001);
  EXPECT_EQ(box.text, "A tower");
}

TEST_F(LayoutTest, AWidePictureTakesNineteenTwentiethsAndASmallOneItsOwnSize) {
  const Picture wide{3000, 1000, nullptr};
  const Picture small{200, 100, nullptr};
  const auto all = boxes(slide({picture("wide.jpg", ""), picture("small.jpg", "")}),
                         [&](std::string_view source) { return source == "wide.jpg" ? &wide : &small; });
  EXPECT_NEAR(find(all, "img", 0).width, 912, 0.01);
  EXPECT_NEAR(find(all, "img", 0).height, 304, 0.01);
  EXPECT_NEAR(find(all, "img", 1).width, 200, 0.01);
}

TEST_F(LayoutTest, AMissingPictureLeavesAQuietPlaceHolder) {
  const auto all = boxes(slide({picture("nowhere.jpg", "Two  planters")}));
  EXPECT_NEAR(find(all, "img").width, 320, 0.01);
  EXPECT_NEAR(find(all, "img").height, 180, 0.01);
  EXPECT_EQ(find(all, "img").text, "Two planters");
}

TEST_F(LayoutTest, CodeKeepsItsLinesAndAQuoteIsNarrower) {
  const auto all = boxes(
      slide({{deck::CodeBlock{"cpp", "int main() {\n\treturn 0;\n}"}}, {deck::Quote{{paragraph("Well.")}}}}));
  const Box& code = find(all, "pre");
  EXPECT_NEAR(code.width, 864, 0.01);
  EXPECT_NEAR(code.height, 3 * 26.4 + 2 * 22, 0.01);
  EXPECT_EQ(code.line_count, 3);
  const Box& quote = find(all, "blockquote");
  EXPECT_NEAR(quote.width, 682, 0.01);
  EXPECT_NEAR(quote.height, 5 + 20 + 52 + 20 + 5, 0.01);
  EXPECT_NEAR(find(all, "p").x + find(all, "p").width / 2, 480, 0.01);
}

TEST_F(LayoutTest, ALineBreakBreaksTheLineAndSpacesAreFolded) {
  deck::Inlines content = text("Cllr  Pervez ");
  content.emplace_back(deck::LineBreak{});
  content.push_back(text(" Choudhury")[0]);
  const auto all =
      boxes(slide({{deck::Paragraph{content}}, {list({"Cllr Pervez"})}, {list({"  Cllr \t Pervez "})}}));
  EXPECT_EQ(find(all, "p").line_count, 2);
  EXPECT_NEAR(find(all, "li", 0).width, find(all, "li", 1).width, 0.01);
}

TEST_F(LayoutTest, EmptyContentIsNoTrouble) {
  EXPECT_TRUE(boxes(slide({})).empty());
  deck::List empty;
  empty.items.resize(1);
  EXPECT_NEAR(find(boxes(slide({{empty}, {deck::Rule{}}, {deck::Quote{}}})), "li").height, 52, 0.01);
}

TEST_F(LayoutTest, AnEndlessSlideIsCutWhereNobodyCouldReadIt) {
  const std::string megabyte(1 << 20, 'x');
  deck::Table endless = table({{"one", "two"}});
  endless.body.assign(200'000, {{}, {}});
  const auto all = boxes(slide({paragraph(megabyte), paragraph(megabyte)}));
  EXPECT_EQ(all.size(), 1u);
  EXPECT_LT(boxes(slide({{endless}})).size(), 10'000u);
}

TEST(Typesetter, SaysWhichFontFolderItCannotRead) {
  const auto typesetter = Typesetter::create("/nowhere/fonts");
  ASSERT_FALSE(typesetter);
  EXPECT_NE(typesetter.error().message.find("/nowhere/fonts"), std::string::npos);
}

}  // namespace
}  // namespace lectern::typeset
