// The one statistic that a bench prints.
#pragma once

#include <algorithm>
#include <vector>

namespace lectern::bench {

/// The smallest value that is no less than this share of them (0 to 1); there must be one.
inline double percentile(std::vector<double> values, double share) {
  std::ranges::sort(values);
  return values[static_cast<std::size_t>(share * static_cast<double>(values.size() - 1) + 0.5)];
}

}  // namespace lectern::bench
