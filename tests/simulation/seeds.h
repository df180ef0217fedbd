// Meetings of many seeds, for tests.
#pragma once

#include <gtest/gtest.h>

#include <sstream>

#include "tests/simulation/meeting.h"

namespace lectern::simulation {

/// What happened, and how to see it again.
inline std::string story_of(unsigned seed) {
  std::ostringstream text;
  for (const std::string& line : meet(seed, Story::told).story) text << line << '\n';
  text << "the same again: LECTERN_SEED=" << seed
       << " build/bin/test_simulation --gtest_filter=Simulation.OneSeed\n";
  return text.str();
}

/// Up to the first that goes wrong.
inline void hold_meetings(unsigned first_seed, unsigned count) {
  for (unsigned seed = first_seed; seed < first_seed + count; ++seed) {
    const auto outcome = meet(seed);
    ASSERT_FALSE(outcome.fault) << "seed " << seed << ": " << *outcome.fault << '\n' << story_of(seed);
  }
}

}  // namespace lectern::simulation
