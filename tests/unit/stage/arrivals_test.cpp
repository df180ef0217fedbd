#include "presenter/stage/arrivals.h"

#include <gtest/gtest.h>

namespace lectern::stage {
namespace {

using enum deck::Effect;
using Effects = std::vector<deck::Effect>;

deck::Slide slide_of(std::vector<deck::Fragment> fragments) {
  deck::Slide slide;
  slide.fragments = std::move(fragments);
  return slide;
}

TEST(Arrivals, AreWhatMovesAtJustThatStepEachEffectOnce) {
  const auto slide = slide_of({{fade_up, 1}, {fade_in, 2}, {fade_left, 2}, {fade_up, 2}, {fade_left, 2}});
  EXPECT_EQ(arrivals(slide, 0), Effects{});
  EXPECT_EQ(arrivals(slide, 1), Effects{fade_up});
  EXPECT_EQ(arrivals(slide, 2), (Effects{fade_left, fade_up}));
}

TEST(Arrivals, BeginBesideTheirPlacesOnTheSideTheyComeFrom) {
  EXPECT_EQ(origin_of(fade_up).down, 40);
  EXPECT_EQ(origin_of(fade_down).down, -40);
  EXPECT_EQ(origin_of(fade_left).right, 40);
  EXPECT_EQ(origin_of(fade_right).right, -40);
  EXPECT_EQ(origin_of(fade_in).down, 0);
}

TEST(Arrivals, GrowInTheirPlacesFromATenthOfTheirSize) {
  EXPECT_EQ(origin_of(zoom_in).scale, 0.1);
  EXPECT_EQ(origin_of(zoom_in).down, 0);
  EXPECT_EQ(origin_of(fade_up).scale, 1);
  EXPECT_EQ(arrivals(slide_of({{zoom_in, 1}}), 1), Effects{zoom_in});
}

TEST(Arrivals, CanBeAllThatAStepChanges) {
  EXPECT_FALSE(changes_otherwise(slide_of({{fade_up, 1}, {grow, 2}}), 1));
  EXPECT_TRUE(changes_otherwise(slide_of({{fade_up, 1}, {grow, 1}}), 1));
}

TEST(Arrivals, AreNotAllWhereSomethingIsOverThen) {
  for (const auto effect : {fade_in_then_out, fade_in_then_semi_out, highlight_current_blue}) {
    EXPECT_TRUE(changes_otherwise(slide_of({{effect, 1}, {fade_up, 2}}), 2));
    EXPECT_FALSE(changes_otherwise(slide_of({{effect, 1}, {fade_up, 3}}), 3));
  }
  EXPECT_FALSE(changes_otherwise(slide_of({{highlight_blue, 1}, {fade_up, 2}}), 2));
}

TEST(Arrivals, TheTextOfALineChangesWhereItIs) {
  auto slide = slide_of({{fade_up, 1}, {fade_up, 2}});
  deck::TextRun run;
  run.fragment = 2;
  slide.content = {{deck::Paragraph{{run}}}};
  EXPECT_FALSE(changes_otherwise(slide, 1));
  EXPECT_TRUE(changes_otherwise(slide, 2));
}

}  // namespace
}  // namespace lectern::stage
