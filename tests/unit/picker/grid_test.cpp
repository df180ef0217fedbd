#include "presenter/picker/grid.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace lectern::picker {
namespace {

constexpr PixelSize wide{1920, 1080};

TEST(Grid, AFullDisplayHoldsTwentySlides) {
  const Grid grid(wide, wide);
  EXPECT_EQ(grid.columns(), 5);
  EXPECT_EQ(grid.count(), 20);
  EXPECT_EQ(grid.picture(), (PixelSize{320, 180}));
}

TEST(Grid, PicturesHaveTheShapeOfTheStage) {
  EXPECT_EQ(Grid(wide, {1024, 768}).picture(), (PixelSize{320, 240}));
  EXPECT_EQ(Grid(wide, {1080, 1920}).picture(), (PixelSize{320, 400}))
      << "an upright one leaves room for others";
}

TEST(Grid, APointIsInTheCellUnderIt) {
  const Grid grid(wide, wide);
  for (int place = 0; place < grid.count(); ++place) {
    const Corner at = grid.corner(place);
    EXPECT_EQ(grid.place_at(at.x, at.y), place);
    EXPECT_EQ(grid.place_at(at.x + 319, at.y + 200), place) << "its label belongs to it";
  }
  EXPECT_FALSE(grid.place_at(0, 500));
  EXPECT_FALSE(grid.place_at(500, 10));
}

RC_GTEST_PROP(Grid, AnyWindowHasACell, ()) {
  const auto side = rc::gen::inRange(1, 8000);
  const PixelSize window{*side, *side}, stage{*side, *side};
  const Grid grid(window, stage);
  RC_ASSERT(grid.columns() >= 1 && grid.count() >= 1);
  RC_ASSERT(grid.picture().width >= 1 && grid.picture().height >= 1);
  const Corner last = grid.corner(grid.count() - 1);
  RC_ASSERT(grid.place_at(last.x, last.y) == grid.count() - 1);
}

}  // namespace
}  // namespace lectern::picker
