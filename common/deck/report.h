// Collects diagnostics while a deck is read.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "common/deck/diagnostic.h"
#include "common/text/text.h"

namespace lectern::deck {

class Report {
 public:
  /// `source` must outlive the report.
  explicit Report(const SourceText& source) : source_(source) {}

  void add(Code, std::size_t offset, std::string message, std::string remedy);
  std::vector<Diagnostic> take();  ///< by line, then column

 private:
  const SourceText& source_;
  std::vector<Diagnostic> diagnostics_;
};

}  // namespace lectern::deck
