#include "common/base/time.h"

#include <gtest/gtest.h>

#include "common/base/ids.h"

namespace lectern {
namespace {

TEST(Clock, StartsAtZeroAndNeverGoesBack) {
  const Clock clock;
  Instant last = clock.now();
  EXPECT_LT(last - Instant{}, std::chrono::seconds(5));
  for (int i = 0; i < 1000; ++i) {
    const Instant now = clock.now();
    EXPECT_GE(now, last);
    last = now;
  }
}

TEST(Clock, CopiesShareTheOrigin) {
  const Clock clock;
  const Clock copy = clock;
  EXPECT_LE(copy.now() - clock.now(), Duration::zero());
}

TEST(Ids, EpochsAndClientsDiffer) {
  EXPECT_NE(random_epoch(), 0u);
  EXPECT_NE(random_client_id(), random_client_id());
  EXPECT_EQ(random_client_id().size(), 32u);
}

}  // namespace
}  // namespace lectern
