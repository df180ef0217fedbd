#include "common/session/project.h"

#include <gtest/gtest.h>

namespace lectern::session {
namespace {

State with_timer() {
  State state;
  state.qa = {QaTimer::Phase::running, std::chrono::minutes(5), {}, Instant{}};
  return state;
}

TEST(Project, AControllerGetsEverything) {
  State state = with_timer();
  state.black = true;
  EXPECT_EQ(project(state, Role::controller), state);
}

TEST(Project, TheOtherRolesButAFollowersGetWhatTheSpeakerSees) {
  State state = with_timer();
  state.black = true;
  state.edit = Edit{"new", "slide 2 changed"};
  state.frozen = Frozen{3, "old", {{2, 1}, 4}};
  for (const Role role : {Role::notes, Role::timer, Role::operator_}) EXPECT_EQ(project(state, role), state);
}

TEST(Project, WhoDrivesIsToldByNameAndByClientIdToWhoMayHandOverButToNoFollower) {
  State state;
  state.driver = Driver{"lisa's id", "Lisa", true, true};
  EXPECT_EQ(project(state, Role::operator_).driver, state.driver);
  EXPECT_EQ(project(state, Role::controller).driver, state.driver);
  EXPECT_EQ(project(state, Role::timer).driver, (Driver{"", "Lisa", true, true}));
  EXPECT_EQ(project(state, Role::notes).driver, (Driver{"", "Lisa", true, true}));
  EXPECT_EQ(project(state, Role::follower).driver, std::nullopt);
}

TEST(Project, AFollowerGetsTheTimerThatTheStageShows) {
  EXPECT_EQ(project(with_timer(), Role::follower).qa, with_timer().qa);
}

TEST(Project, AFollowerGetsNoTimerFromABlackStage) {
  State state = with_timer();
  state.black = true;
  EXPECT_EQ(project(state, Role::follower).qa, QaTimer{});
}

TEST(Project, AFollowerOfAFrozenStageLearnsNothingAhead) {
  State state;
  state.deck = "new";
  state.position.slide = {7, 0};
  state.frozen = Frozen{3, "old", {{2, 1}, 4}};
  state.back = Position{{6, 0}, 0};
  const State seen = project(state, Role::follower);
  EXPECT_EQ(seen.deck, "old");
  EXPECT_EQ(seen.position, (Position{{2, 1}, 4}));
  EXPECT_FALSE(seen.frozen || seen.back);
  EXPECT_EQ(project(state, Role::controller), state);
}

TEST(Project, AFollowerOfTheHoldingSlideDoesNotLearnWhatIsBehindIt) {
  State state;
  state.position = {{7, 2}, 3, Holding::pause};
  EXPECT_EQ(project(state, Role::follower).position, (Position{{}, 0, Holding::pause}));
  EXPECT_EQ(project(state, Role::controller), state);
  state.frozen = Frozen{3, "", state.position};
  state.position = {{8, 0}, 0};
  EXPECT_EQ(project(state, Role::follower).position, (Position{{}, 0, Holding::pause}));
}

}  // namespace
}  // namespace lectern::session
