#include "presenter/stage/pointer_tool.h"

#include <gtest/gtest.h>

namespace lectern::stage {
namespace {

using session::Pointer;
using Kind = session::Pointer::Kind;

constexpr Spot left{0.1f, 0.5f}, right{0.9f, 0.5f};

TEST(PointerTool, AKeyTakesItUpAndTheMouseMovesIt) {
  PointerTool tool;
  EXPECT_FALSE(tool.move(left)) << "a mouse is only a mouse";
  EXPECT_EQ(tool.toggle(Kind::laser, left), (Pointer{Kind::laser, 0.1f, 0.5f, 0}));
  EXPECT_EQ(tool.move(right), (Pointer{Kind::laser, 0.9f, 0.5f, 0}));
}

TEST(PointerTool, TheSameKeyPutsItAwayAndAnotherChangesIt) {
  PointerTool tool;
  tool.toggle(Kind::laser, left);
  EXPECT_EQ(tool.toggle(Kind::zoom, left).kind, Kind::zoom);
  EXPECT_EQ(tool.toggle(Kind::zoom, left), Pointer());
  EXPECT_FALSE(tool.is_held());
}

TEST(PointerTool, TheKeyPutsAwayWhatSomebodyElseHasTakenUp) {
  PointerTool tool;
  tool.told({Kind::spotlight, 0.5f, 0.5f, 0.2f});
  EXPECT_FALSE(tool.move(left)) << "the operator's mouse does not move it";
  EXPECT_EQ(tool.toggle(Kind::spotlight, left), Pointer());
}

TEST(PointerTool, WhatIsGoneOrAnothersIsHeldNoMore) {
  for (const Pointer& told : {Pointer(), Pointer{Kind::zoom, 0.5f, 0.5f, 2}}) {
    PointerTool tool;
    tool.toggle(Kind::laser, left);
    tool.told({Kind::laser, 0.1f, 0.5f, 0});
    EXPECT_TRUE(tool.is_held());
    tool.told(told);
    EXPECT_FALSE(tool.is_held());
    EXPECT_FALSE(tool.move(right));
  }
}

TEST(PointerTool, TheWheelChangesTheSizeWithinItsBoundsAndItIsKept) {
  PointerTool tool;
  EXPECT_FALSE(tool.resize(1, left));
  tool.toggle(Kind::zoom, left);
  EXPECT_GT(tool.resize(1, left)->size, 2);
  EXPECT_EQ(tool.resize(100, left)->size, 4);
  EXPECT_EQ(tool.resize(-100, left)->size, 1.25f);
  tool.toggle(Kind::zoom, left);
  EXPECT_EQ(tool.toggle(Kind::zoom, left).size, 1.25f);
  tool.toggle(Kind::laser, left);
  EXPECT_EQ(tool.resize(1, left)->size, 0) << "a laser has one size";
}

}  // namespace
}  // namespace lectern::stage
