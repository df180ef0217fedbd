// Ctrl+C while files are being written: what was begun is cleared away first.
#pragma once

#include <signal.h>

#include <array>

namespace lectern::app {

/// As long as this lives, SIGINT and SIGTERM are only taken note of; when it goes, the program ends by the
/// one that came. One at a time, on the main thread, around all that is to be cleared away.
class Interruption {
 public:
  Interruption();
  ~Interruption();
  Interruption(const Interruption&) = delete;
  Interruption& operator=(const Interruption&) = delete;

  bool has_come() const;

 private:
  static constexpr std::array signals = {SIGINT, SIGTERM};
  std::array<struct sigaction, signals.size()> usual_{};
};

}  // namespace lectern::app
