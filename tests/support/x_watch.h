// Watches the pixels of an X display from outside the programs that draw on it, as an eye would.
#pragma once

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace lectern::test {

/// When pixels changed, in milliseconds since something was done.
struct Change {
  double first_ms = 0;
  double last_ms = 0;
};

class XWatch {
 public:
  /// Watches `row_count` rows from `first_row` down, over the whole width: the fewer, the more often.
  XWatch(const std::string& display, int first_row, int row_count);
  ~XWatch();

  /// Does it, and watches until nothing has changed any more for as long as `calm`. nullopt: nothing changed
  /// within `patience`.
  std::optional<Change> after(const std::function<void()>& act, std::chrono::milliseconds calm,
                              std::chrono::milliseconds patience);

  /// From each look to the next, so far: no change is known more finely.
  const std::vector<double>& periods_ms() const;

 private:
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

}  // namespace lectern::test
