#include <gtest/gtest.h>

#include <algorithm>

#include "tests/unit/typeset/slides.h"

namespace lectern::typeset {
namespace {

class ColumnTest : public testing::Test {
 protected:
  Layout column(int paragraph_count) {
    deck::Blocks blocks;
    for (int i = 0; i < paragraph_count; ++i)
      blocks.push_back(paragraph("Some words that take more than a line of this rather narrow column."));
    return typesetter_.column(blocks, night(), 0, 600);
  }

  Typesetter typesetter_ = *Typesetter::create(LECTERN_FONT_DIR);
};

TEST_F(ColumnTest, ThatFitsIsOnePage) {
  const Layout one = column(1);
  const auto ends = Typesetter::page_ends(one, 5000, 5000);
  ASSERT_EQ(ends.size(), 1u);
  EXPECT_NEAR(ends[0], one.boxes().back().y + one.boxes().back().height, 20);
}

TEST_F(ColumnTest, IsCutBetweenLinesIntoPagesThatHoldIt) {
  const Layout long_one = column(20);
  const auto ends = Typesetter::page_ends(long_one, 150, 400);
  ASSERT_GT(ends.size(), 3u);
  EXPECT_TRUE(std::ranges::is_sorted(ends));
  double begin = 0;
  for (std::size_t i = 0; i < ends.size(); ++i) {
    EXPECT_LE(ends[i] - begin, i == 0 ? 150 : 400);
    EXPECT_GT(ends[i] - begin, i + 1 == ends.size() ? 0 : i == 0 ? 50 : 300);
    begin = ends[i];
  }
  for (const double end : ends)
    for (const Letters& line : long_one.letters(night()))
      EXPECT_FALSE(line.y < end && end < line.y + line.height) << end;
}

TEST_F(ColumnTest, LeavesAFirstPageThatIsTooSmallEmptyAndCutsWhatNoPageHolds) {
  const auto ends = Typesetter::page_ends(column(1), 10, 400);
  EXPECT_LE(ends.front(), 10);
  EXPECT_EQ(ends.size(), 2u);
  EXPECT_GT(Typesetter::page_ends(column(1), 10, 10).size(), 5u);
}

TEST_F(ColumnTest, OfNothingIsOneEmptyPage) {
  EXPECT_EQ(Typesetter::page_ends(column(0), 100, 100), std::vector<double>{0});
}

}  // namespace
}  // namespace lectern::typeset
