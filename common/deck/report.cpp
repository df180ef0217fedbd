#include "common/deck/report.h"

#include <algorithm>
#include <tuple>
#include <utility>

namespace lectern::deck {

void Report::add(std::size_t offset, std::string message, std::string remedy) {
  if (diagnostics_.size() >= max_diagnostics) return;
  const Position at = source_.position(offset);
  if (diagnostics_.size() + 1 == max_diagnostics) {
    message = "There is more to say than this; what follows is left out.";
    remedy = "Mend what is named here and look again.";
  }
  diagnostics_.push_back({at.line, at.column, std::move(message), std::move(remedy)});
}

std::vector<Diagnostic> Report::take() {
  std::stable_sort(diagnostics_.begin(), diagnostics_.end(), [](const Diagnostic& a, const Diagnostic& b) {
    return std::tie(a.line, a.column) < std::tie(b.line, b.column);
  });
  return std::exchange(diagnostics_, {});
}

}  // namespace lectern::deck
