#include "common/base/token_bucket.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <vector>

namespace lectern {
namespace {

constexpr int token_burst = 40;
constexpr Duration token_interval{50};

TEST(TokenBucket, GivesSoManyAtOnceAndThenOneAnInterval) {
  TokenBucket bucket(3, token_interval);
  const Instant now{Duration(1000)};
  EXPECT_TRUE(bucket.take(now) && bucket.take(now) && bucket.take(now));
  EXPECT_FALSE(bucket.take(now));
  EXPECT_FALSE(bucket.take(now + token_interval - Duration(1)));
  EXPECT_TRUE(bucket.take(now + token_interval));
  EXPECT_FALSE(bucket.take(now + token_interval));
}

TEST(TokenBucket, IsFullAgainAfterAWhileAndHoldsNoMore) {
  TokenBucket bucket(3, token_interval);
  Instant now{};
  for (int i = 0; i < 10; ++i) bucket.take(now);
  now += std::chrono::hours(1);
  EXPECT_TRUE(bucket.take(now) && bucket.take(now) && bucket.take(now));
  EXPECT_FALSE(bucket.take(now));
}

/// When somebody tried, over a few seconds.
std::vector<Instant> tries() {
  const auto gaps = *rc::gen::container<std::vector<int>>(rc::gen::weightedOneOf<int>(
      {{5, rc::gen::just(0)}, {3, rc::gen::inRange(0, 50)}, {1, rc::gen::inRange(0, 3000)}}));
  std::vector<Instant> at;
  Instant now{};
  for (const int gap : gaps) at.push_back(now += Duration(gap));
  return at;
}

RC_GTEST_PROP(TokenBucket, GivesNeverMoreThanTheBurstAndOneAnIntervalInAnyTime, ()) {
  TokenBucket bucket(token_burst, token_interval);
  std::vector<Instant> given;
  for (const Instant at : tries())
    if (bucket.take(at)) given.push_back(at);
  for (std::size_t first = 0; first < given.size(); ++first)
    for (std::size_t last = first; last < given.size(); ++last)
      RC_ASSERT(static_cast<std::int64_t>(last - first + 1) <=
                token_burst + (given[last] - given[first]) / token_interval);
}

RC_GTEST_PROP(TokenBucket, RefusesNobodyWhoKeepsToThePace, ()) {
  TokenBucket bucket(token_burst, token_interval);
  Instant now{};
  for (const int late : *rc::gen::container<std::vector<int>>(rc::gen::inRange(0, 200))) {
    now += token_interval + Duration(late);
    RC_ASSERT(bucket.take(now));
  }
}

}  // namespace
}  // namespace lectern
