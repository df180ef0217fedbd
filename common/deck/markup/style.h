// How text looks where the reader is: what its elements have added up to.
#pragma once

#include <memory>
#include <string>

#include "common/deck/document.h"

namespace lectern::deck {

/// Sizes that reveal.js's theme gives text, for authors who write theirs in pixels.
inline constexpr double text_pixels = 40;
inline constexpr double heading_em[] = {3.77, 2.11, 1.55, 1, 1, 1};
inline constexpr double code_em = 0.55;

/// Copied at every element, so its strings are shared.
struct Style {
  bool strong = false;
  bool emphasis = false;
  bool strike = false;
  bool code = false;
  bool underline = false;
  bool mark = false;
  bool keyboard = false;
  Baseline baseline = Baseline::normal;
  double pixels = text_pixels;  ///< without what `baseline` does
  std::shared_ptr<const std::string> color{};
  std::shared_ptr<const std::string> href{};

  friend bool operator==(const Style&, const Style&) = default;
};

}  // namespace lectern::deck
