#include "common/session/timer.h"

#include <algorithm>

namespace lectern::session {
namespace {

constexpr Duration second = std::chrono::seconds(1);

}  // namespace

Duration elapsed(const QaTimer& timer, Instant now) {
  if (timer.phase != QaTimer::Phase::running) return timer.spent;
  return timer.spent + std::max(now - timer.since, Duration::zero());
}

Duration remaining(const QaTimer& timer, Instant now) {
  return timer.limit - elapsed(timer, now);
}

std::chrono::seconds shown_seconds(const QaTimer& timer, Instant now) {
  const Duration left = remaining(timer, now);
  return left > Duration::zero() ? std::chrono::ceil<std::chrono::seconds>(left)
                                 : std::chrono::duration_cast<std::chrono::seconds>(left);
}

Instant next_change(const QaTimer& timer, Instant now) {
  // What is shown changes whenever `remaining` reaches a whole second, on both sides of the limit.
  const Duration left = remaining(timer, now);
  const Duration past_second = ((left % second) + second) % second;
  return now + (past_second == Duration::zero() ? second : past_second);
}

}  // namespace lectern::session
