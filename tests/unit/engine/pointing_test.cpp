#include "presenter/engine/pointing.h"

#include <gtest/gtest.h>

#include "tests/support/decks.h"

namespace lectern::engine {
namespace {

using session::Pointer;
using Kind = session::Pointer::Kind;
using namespace std::chrono_literals;

constexpr Pointer laser{Kind::laser, 0.5f, 0.5f, 0}, spotlight{Kind::spotlight, 0.5f, 0.5f, 0.2f},
    zoom{Kind::zoom, 0.5f, 0.5f, 2};
constexpr Instant beginning{10s};

session::State state(Revision revision, int slide, int step = 0) {
  session::State made = session::first_state(test::deck_of({1, 1, 1}), 42);
  made.revision = revision;
  made.position = {{slide, 0}, step};
  return made;
}

TEST(Pointing, ALaserGoesFiveSecondsAfterItsLastMove) {
  Pointing pointing(state(1, 1));
  pointing.put(laser, 1, beginning);
  pointing.put({Kind::laser, 0.6f, 0.5f, 0}, 1, beginning + 3s);
  EXPECT_EQ(pointing.until(), beginning + 8s);
  EXPECT_FALSE(pointing.look(beginning + 7999ms));
  EXPECT_EQ(pointing.newest().kind, Kind::laser);
  EXPECT_TRUE(pointing.look(beginning + 8s));
  EXPECT_EQ(pointing.newest(), Pointer());
  EXPECT_FALSE(pointing.until());
}

TEST(Pointing, SpotlightAndZoomStayUntilAnotherPlaceIsShown) {
  for (const Pointer& pointer : {spotlight, zoom}) {
    Pointing pointing(state(1, 1));
    pointing.put(pointer, 1, beginning);
    EXPECT_FALSE(pointing.until());
    EXPECT_FALSE(pointing.look(beginning + 1h));
    session::State black = state(2, 1);
    black.black = true;
    EXPECT_FALSE(pointing.see(black)) << "it is the same place";
    EXPECT_EQ(pointing.newest(), pointer);
    EXPECT_TRUE(pointing.see(state(3, 1, 1))) << "a step is another place";
    EXPECT_EQ(pointing.newest(), Pointer());
  }
}

TEST(Pointing, ALaserStaysOverASlideChange) {
  Pointing pointing(state(1, 1));
  pointing.put(laser, 1, beginning);
  EXPECT_FALSE(pointing.see(state(2, 2)));
  EXPECT_EQ(pointing.newest(), laser);
}

TEST(Pointing, OnAFrozenStageOnlyWhatTheAudienceSeesCounts) {
  Pointing pointing(state(1, 1));
  session::State frozen = state(2, 1);
  frozen.frozen = session::Frozen{2, frozen.deck, frozen.position};
  pointing.see(frozen);
  pointing.put(zoom, 2, beginning);
  frozen.revision = 3;
  frozen.position.slide = {2, 0};
  EXPECT_FALSE(pointing.see(frozen));
  EXPECT_TRUE(pointing.see(state(4, 2)));
}

TEST(Pointing, AZoomThatWasMeantForTheSlideBeforeIsDropped) {
  Pointing pointing(state(1, 1));
  pointing.see(state(5, 2));
  EXPECT_FALSE(pointing.put(zoom, 4, beginning));
  EXPECT_EQ(pointing.newest(), Pointer());
  EXPECT_TRUE(pointing.put(laser, 4, beginning)) << "a hand may come late";
  EXPECT_TRUE(pointing.put(zoom, 5, beginning));
  EXPECT_EQ(pointing.newest(), zoom);
}

TEST(Pointing, WhoPointsLastDecides) {
  Pointing pointing(state(1, 1));
  pointing.put(laser, 1, beginning);
  pointing.put(zoom, 1, beginning);
  EXPECT_FALSE(pointing.look(beginning + 1h)) << "the laser's time is no longer counted";
  EXPECT_EQ(pointing.newest(), zoom);
  pointing.put(Pointer{}, 1, beginning);
  EXPECT_EQ(pointing.newest(), Pointer());
}

}  // namespace
}  // namespace lectern::engine
