#include "common/deck/report.h"

#include <algorithm>
#include <tuple>
#include <utility>

namespace lectern::deck {

void add_diagnostic(std::vector<Diagnostic>& diagnostics, Diagnostic diagnostic) {
  if (diagnostics.size() >= max_diagnostics) return;
  if (diagnostics.size() + 1 == max_diagnostics) {
    diagnostic.code = Code::remarks_too_many;
    diagnostic.message = "There is more to say than this; what follows is left out.";
    diagnostic.remedy = "Mend what is named here and look again.";
  }
  diagnostics.push_back(std::move(diagnostic));
}

void Report::add(Code code, std::size_t offset, std::string message, std::string remedy) {
  if (diagnostics_.size() >= max_diagnostics) return;  // a position costs a look along its line
  const Position at = source_.position(offset);
  add_diagnostic(diagnostics_, {code, {}, at.line, at.column, std::move(message), std::move(remedy)});
}

std::vector<Diagnostic> Report::take() {
  std::stable_sort(diagnostics_.begin(), diagnostics_.end(), [](const Diagnostic& a, const Diagnostic& b) {
    return std::tie(a.line, a.column) < std::tie(b.line, b.column);
  });
  return std::exchange(diagnostics_, {});
}

}  // namespace lectern::deck
