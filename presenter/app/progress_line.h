// How far a long piece of work has come.
#pragma once

#include <chrono>
#include <cstddef>
#include <string>

namespace lectern::app {

/// A line on the operator's terminal that counts the slides once somebody has begun to wonder, and is gone
/// when this goes. Main thread.
class ProgressLine {
 public:
  /// `verb` is what happens to the slides: "checked".
  explicit ProgressLine(std::string verb) : verb_(std::move(verb)) {}
  ~ProgressLine();
  ProgressLine(const ProgressLine&) = delete;
  ProgressLine& operator=(const ProgressLine&) = delete;

  void show(std::size_t done, std::size_t all);

 private:
  const std::string verb_;
  const std::chrono::steady_clock::time_point started_ = std::chrono::steady_clock::now();
  std::chrono::steady_clock::time_point told_;
  bool is_shown_ = false;
};

}  // namespace lectern::app
