#include "presenter/stage/pointer_tool.h"

#include <gtest/gtest.h>

namespace lectern::stage {
namespace {

using session::Pointer;
using PointerKind = session::Pointer::Kind;

constexpr Spot left_spot{0.1f, 0.5f}, right_spot{0.9f, 0.5f};

TEST(PointerTool, AKeyTakesItUpAndTheMouseMovesIt) {
  PointerTool tool;
  EXPECT_FALSE(tool.move(left_spot)) << "a mouse is only a mouse";
  EXPECT_EQ(tool.toggle(PointerKind::laser, left_spot), (Pointer{PointerKind::laser, 0.1f, 0.5f, 0}));
  EXPECT_EQ(tool.move(right_spot), (Pointer{PointerKind::laser, 0.9f, 0.5f, 0}));
}

TEST(PointerTool, TheSameKeyPutsItAwayAndAnotherChangesIt) {
  PointerTool tool;
  tool.toggle(PointerKind::laser, left_spot);
  EXPECT_EQ(tool.toggle(PointerKind::zoom, left_spot).kind, PointerKind::zoom);
  EXPECT_EQ(tool.toggle(PointerKind::zoom, left_spot), Pointer());
  EXPECT_FALSE(tool.is_held());
}

TEST(PointerTool, TheKeyPutsAwayWhatSomebodyElseHasTakenUp) {
  PointerTool tool;
  tool.told({PointerKind::spotlight, 0.5f, 0.5f, 0.2f});
  EXPECT_FALSE(tool.move(left_spot)) << "the operator's mouse does not move it";
  EXPECT_EQ(tool.toggle(PointerKind::spotlight, left_spot), Pointer());
}

TEST(PointerTool, WhatIsGoneOrAnothersIsHeldNoMore) {
  for (const Pointer& told : {Pointer(), Pointer{PointerKind::zoom, 0.5f, 0.5f, 2}}) {
    PointerTool tool;
    tool.toggle(PointerKind::laser, left_spot);
    tool.told({PointerKind::laser, 0.1f, 0.5f, 0});
    EXPECT_TRUE(tool.is_held());
    tool.told(told);
    EXPECT_FALSE(tool.is_held());
    EXPECT_FALSE(tool.move(right_spot));
  }
}

TEST(PointerTool, TheWheelChangesTheSizeWithinItsBoundsAndItIsKept) {
  PointerTool tool;
  EXPECT_FALSE(tool.resize(1, left_spot));
  tool.toggle(PointerKind::zoom, left_spot);
  EXPECT_GT(tool.resize(1, left_spot)->size, 2);
  EXPECT_EQ(tool.resize(100, left_spot)->size, 4);
  EXPECT_EQ(tool.resize(-100, left_spot)->size, 1.25f);
  tool.toggle(PointerKind::zoom, left_spot);
  EXPECT_EQ(tool.toggle(PointerKind::zoom, left_spot).size, 1.25f);
  tool.toggle(PointerKind::laser, left_spot);
  EXPECT_EQ(tool.resize(1, left_spot)->size, 0) << "a laser has one size";
}

}  // namespace
}  // namespace lectern::stage
