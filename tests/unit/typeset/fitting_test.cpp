// What does not fit at its full size.
#include <algorithm>

#include "tests/unit/typeset/slides.h"

namespace lectern::typeset {
namespace {

constexpr double least_fit = 5.0 / 200 * 700 / 40;  // of text of 40 pixels on a display 700 high

class FittingTest : public TypesetterTest {
 protected:
  Layout layout(const deck::Slide& slide, const PictureLookup& pictures = {}) {
    return typesetter_.layout(slide, without_margin(), night(), design_size, pictures);
  }
};

std::string words(int count) {
  std::string text;
  for (int i = 0; i < count; ++i) text += "word ";
  return text;
}

std::vector<std::vector<std::string>> rows(int count, int columns, const std::string& cell) {
  std::vector<std::vector<std::string>> all = {
      std::vector<std::string>(static_cast<std::size_t>(columns), "Header")};
  for (int i = 0; i < count; ++i)
    all.emplace_back(static_cast<std::size_t>(columns), cell + std::to_string(i));
  return all;
}

bool all_are_inside(const Layout& layout) {
  return std::ranges::all_of(layout.boxes(),
                             [](const Box& box) { return box.y >= 0 && box.y + box.height <= 700.1; }) &&
         std::ranges::all_of(layout.letters(night()),
                             [](const Letters& letters) { return letters.y + letters.height <= 700; });
}

int count_of(const Layout& layout, std::string_view kind) {
  return static_cast<int>(
      std::ranges::count_if(layout.boxes(), [&](const Box& box) { return box.kind == kind; }));
}

TEST_F(FittingTest, WhatFitsIsLeftAlone) {
  const Layout fitting = layout(slide({heading(2, "Budget"), paragraph("It fits.")}));
  EXPECT_EQ(fitting.fit(), 1);
  EXPECT_FALSE(fitting.overflows());
  EXPECT_EQ(fitting.cut_line_count(), 0);
}

TEST_F(FittingTest, LinesBecomeLongerAsLettersBecomeSmaller) {
  const Layout fitted = layout(slide({paragraph(words(250))}));
  EXPECT_LT(fitted.fit(), 1);
  EXPECT_GT(fitted.fit(), 0.6);  // as a whole it would have to be at 0.44
  EXPECT_NEAR(find(fitted.boxes(), "p").x, 0, 0.01);
  EXPECT_NEAR(find(fitted.boxes(), "p").width, 960, 0.01);
  EXPECT_TRUE(fitted.overflows());
  EXPECT_TRUE(all_are_inside(fitted));
}

TEST_F(FittingTest, PicturesBecomeSmallerBeforeTextDoes) {
  const Picture tall{1000, 5000, nullptr};
  const auto pictures = [&](std::string_view) { return &tall; };
  const Layout fitted = layout(slide({heading(2, "The tower"), picture("tower.jpg", "")}), pictures);
  EXPECT_EQ(fitted.fit(), 1);
  EXPECT_TRUE(fitted.overflows());
  EXPECT_TRUE(all_are_inside(fitted));
  EXPECT_GT(find(fitted.boxes(), "img").height, 450);
  EXPECT_NEAR(find(fitted.boxes(), "img").height / find(fitted.boxes(), "img").width, 5, 0.01);
}

TEST_F(FittingTest, MuchTextBesideAPictureBecomesSmallerToo) {
  const Picture tall{1000, 5000, nullptr};
  const auto pictures = [&](std::string_view) { return &tall; };
  const Layout fitted = layout(slide({paragraph(words(150)), picture("tower.jpg", "")}), pictures);
  EXPECT_LT(fitted.fit(), 1);
  EXPECT_GT(find(fitted.boxes(), "img").height, 120);
  EXPECT_TRUE(all_are_inside(fitted));
}

TEST_F(FittingTest, TextThatCouldNotBeReadIsCutBetweenTwoLines) {
  const Layout cut = layout(slide(deck::Blocks(40, paragraph("one more line"))));
  EXPECT_NEAR(cut.fit(), least_fit, 0.001);
  EXPECT_GT(cut.cut_line_count(), 10);
  EXPECT_EQ(count_of(cut, "p") + cut.cut_line_count(), 40);
  EXPECT_EQ(cut.letters(night()).size(), static_cast<std::size_t>(count_of(cut, "p")));
  EXPECT_TRUE(all_are_inside(cut));
}

TEST_F(FittingTest, FragmentsBelowTheCutAreNoTrouble) {
  deck::Slide long_slide = slide(deck::Blocks(40, paragraph("one more line")));
  for (int i = 0; i < 40; ++i) {
    long_slide.content[static_cast<std::size_t>(i)].fragment = i + 1;
    long_slide.fragments.push_back({deck::Effect::fade_in, i + 1});
  }
  long_slide.step_count = 40;
  const Layout cut = layout(long_slide);
  Pixmap empty(design_size), full(design_size);
  typesetter_.draw(cut, night(), empty, 0);
  typesetter_.draw(cut, night(), full, 40);
  EXPECT_TRUE(std::ranges::all_of(empty.pixels, [](std::uint32_t pixel) { return pixel == 0; }));
  EXPECT_FALSE(std::ranges::all_of(full.pixels, [](std::uint32_t pixel) { return pixel == 0; }));
}

TEST_F(FittingTest, ATallTableIsSetInPartsEachUnderItsHeader) {
  const Layout parts = layout(slide({{table(rows(40, 2, "cell "))}}));
  EXPECT_EQ(parts.cut_line_count(), 0);
  EXPECT_EQ(count_of(parts, "td"), 80);
  EXPECT_GE(count_of(parts, "th"), 2 * 2);
  EXPECT_GT(parts.fit(), least_fit);
  EXPECT_NEAR(find(parts.boxes(), "th", 0).y, find(parts.boxes(), "th", 2).y, 0.01);
  EXPECT_GT(find(parts.boxes(), "th", 2).x,
            find(parts.boxes(), "th", 1).x + find(parts.boxes(), "th", 1).width);
  EXPECT_TRUE(all_are_inside(parts));
}

TEST_F(FittingTest, NoCellOverSeveralRowsIsCutWhereATallTableIsSetInParts) {
  deck::Table wards = table(rows(41, 2, "cell "));
  for (std::size_t row = 0; row + 3 <= wards.body.size(); row += 3) {
    for (std::size_t covered : {row + 1, row + 2}) wards.body[covered][0].clear();
    wards.spans.push_back({.row = row + 1, .column = 0, .row_count = 3});
  }
  const Layout parts = layout(slide({{wards}}));
  EXPECT_EQ(parts.cut_line_count(), 0);
  const auto all = parts.boxes();
  ASSERT_GE(count_of(parts, "th"), 4);
  const auto is_beside = [](const Box& box, const Box& tall) {
    return std::abs(box.x - tall.x - tall.width) < 1 && box.y > tall.y - 1 &&
           box.y + box.height < tall.y + tall.height + 1;
  };
  for (const Box& tall : all) {
    if (tall.kind != "td" || tall.height < 2.5 * find(all, "th").height) continue;
    EXPECT_EQ(std::ranges::count_if(all, [&](const Box& box) { return is_beside(box, tall); }), 3);
  }
}

TEST_F(FittingTest, ATallTableThatIsTooWideForPartsEndsWithAWholeRowUnderItsHeader) {
  const Layout cut = layout(slide({{table(rows(40, 3, std::string(18, 'w')))}}));
  EXPECT_EQ(count_of(cut, "th"), 3);
  EXPECT_EQ(count_of(cut, "td") % 3, 0);
  EXPECT_EQ(count_of(cut, "td") + cut.cut_line_count(), 3 * 40);
  EXPECT_GT(cut.cut_line_count(), 0);
  EXPECT_TRUE(all_are_inside(cut));
}

TEST_F(FittingTest, ATableOfMoreColumnsThanCouldBeReadStaysOnTheSlide) {
  const auto all = layout(slide({{table(rows(1, 60, "unbreakable"))}})).boxes();
  EXPECT_GE(all.front().x, -0.01);
  EXPECT_LE(all.back().x + all.back().width, 960.01);
}

}  // namespace
}  // namespace lectern::typeset
