#include "presenter/app/progress_line.h"

#include <unistd.h>

#include <iostream>

namespace lectern::app {

ProgressLine::~ProgressLine() {
  if (is_shown_) std::cerr << "\r\x1b[K" << std::flush;
}

void ProgressLine::show(std::size_t done, std::size_t all) {
  static const bool is_terminal = isatty(STDERR_FILENO) != 0;
  constexpr std::chrono::milliseconds patience{1000}, pace{100};
  const auto now = std::chrono::steady_clock::now();
  if (!is_terminal || now - started_ < patience || now - told_ < pace) return;
  told_ = now;
  is_shown_ = true;
  std::cerr << '\r' << verb_ << ' ' << done << " of " << all << " slides" << std::flush;
}

}  // namespace lectern::app
