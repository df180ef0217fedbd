#include <cstdlib>

#include "tests/simulation/seeds.h"

namespace lectern::simulation {
namespace {

constexpr unsigned seeds_each = 1000;

class SimulatedMeetings : public testing::TestWithParam<unsigned> {};

TEST_P(SimulatedMeetings, KeepEveryPromise) {
  hold_meetings(GetParam() * seeds_each, seeds_each);
}

INSTANTIATE_TEST_SUITE_P(Thousands, SimulatedMeetings, testing::Range(0u, 10u));

TEST(Simulation, TheSameSeedIsTheSameMeeting) {
  for (unsigned seed = 1; seed <= 20; ++seed)
    EXPECT_EQ(meet(seed, Story::told).story, meet(seed, Story::told).story);
}

TEST(Simulation, IsOfMeetingsInWhichThingsHappen) {
  int accepted_count = 0, run_count = 0;
  for (unsigned seed = 1; seed <= 100; ++seed) {
    const auto outcome = meet(seed);
    accepted_count += outcome.accepted_count;
    run_count += outcome.run_count;
  }
  EXPECT_GT(accepted_count, 100 * 30);
  EXPECT_GT(run_count, 100 * 2);
}

TEST(Simulation, OneSeed) {
  const char* const seed = std::getenv("LECTERN_SEED");
  if (!seed) GTEST_SKIP() << "LECTERN_SEED names no seed";
  const auto number = static_cast<unsigned>(std::strtoul(seed, nullptr, 10));
  const auto outcome = meet(number, Story::told);
  for (const std::string& line : outcome.story) std::cout << line << '\n';
  EXPECT_EQ(outcome.fault, std::nullopt);
}

}  // namespace
}  // namespace lectern::simulation
