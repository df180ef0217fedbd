// What there is to say about one slide's Markdown: each thing once, where it is first met.
#pragma once

#include <cstddef>
#include <set>
#include <string>
#include <string_view>

#include "common/deck/markup/guard.h"
#include "common/deck/report.h"

namespace lectern::deck {

class Remarks {
 public:
  Remarks(const GuardedMarkdown& markdown, Report& report) : markdown_(markdown), report_(report) {}

  /// md4c gives no positions, but most of its texts lie in its input: then that is where the reader is now.
  void come_to(std::string_view text);
  std::size_t place() const { return place_; }
  void go_to(std::size_t place) { place_ = place; }

  void once(Code, const std::string& message, std::string remedy);

 private:
  const GuardedMarkdown& markdown_;
  Report& report_;
  std::size_t place_ = 0;  // in the guarded text
  std::set<std::string> said_;
};

}  // namespace lectern::deck
