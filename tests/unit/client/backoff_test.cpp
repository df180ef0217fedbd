#include "common/client/backoff.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace lectern::client {
namespace {

TEST(Backoff, DoublesFromAQuarterOfASecondToFive) {
  Backoff backoff;
  std::vector<Duration::rep> waits;
  for (int i = 0; i < 7; ++i) waits.push_back(backoff.next(0.5).count());
  EXPECT_EQ(waits, (std::vector<Duration::rep>{250, 500, 1000, 2000, 4000, 5000, 5000}));
}

TEST(Backoff, BeginsAgainAfterAConnection) {
  Backoff backoff;
  backoff.next(0.5);
  backoff.next(0.5);
  backoff.reset();
  EXPECT_EQ(backoff.next(0.5), Backoff::first);
}

RC_GTEST_PROP(Backoff, StaysWithinHalfOfItsBase, ()) {
  Backoff backoff;
  const double random = *rc::gen::inRange(0, 1000) / 1000.0;
  const Duration wait = backoff.next(random);
  RC_ASSERT(wait >= Backoff::first / 2);
  RC_ASSERT(wait <= Backoff::first * 3 / 2);
}

}  // namespace
}  // namespace lectern::client
