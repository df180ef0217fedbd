#include "presenter/journal/moment.h"

#include <time.h>

#include <algorithm>
#include <fstream>

namespace lectern::journal {
namespace {

std::int64_t milliseconds(clockid_t clock) {
  timespec t{};
  clock_gettime(clock, &t);
  return std::int64_t{t.tv_sec} * 1000 + t.tv_nsec / 1'000'000;
}

/// random(4): "Each boot has its own". Empty where there is no /proc; then only the wall clock tells.
std::string boot_id() {
  std::ifstream file("/proc/sys/kernel/random/boot_id");
  std::string id;
  std::getline(file, id);
  return id;
}

}  // namespace

Moment present_moment() {
  static const std::string boot = boot_id();
  return {boot, milliseconds(CLOCK_BOOTTIME), milliseconds(CLOCK_REALTIME)};
}

Duration between(const Moment& earlier, const Moment& later) {
  const bool same_boot = !earlier.boot.empty() && earlier.boot == later.boot;
  const std::int64_t ms = same_boot ? later.boot_ms - earlier.boot_ms : later.wall_ms - earlier.wall_ms;
  return Duration(std::max<std::int64_t>(ms, 0));
}

}  // namespace lectern::journal
