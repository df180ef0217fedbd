#include "tests/simulation/seeds.h"

namespace lectern::simulation {
namespace {

constexpr unsigned seeds_each = 25'000;

class AMillionMeetings : public testing::TestWithParam<unsigned> {};

TEST_P(AMillionMeetings, KeepEveryPromise) {
  hold_meetings(GetParam() * seeds_each, seeds_each);
}

INSTANTIATE_TEST_SUITE_P(Parts, AMillionMeetings, testing::Range(0u, 40u));

}  // namespace
}  // namespace lectern::simulation
