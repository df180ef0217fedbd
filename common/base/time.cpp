#include "common/base/time.h"

#include <time.h>

namespace lectern {
namespace {

std::int64_t boot_time_ns() {
  timespec t{};
  clock_gettime(CLOCK_BOOTTIME, &t);
  return std::int64_t{t.tv_sec} * 1'000'000'000 + t.tv_nsec;
}

}  // namespace

Clock::Clock() : origin_ns_(boot_time_ns()) {}

Instant Clock::now() const {
  return Instant(Duration((boot_time_ns() - origin_ns_) / 1'000'000));
}

}  // namespace lectern
