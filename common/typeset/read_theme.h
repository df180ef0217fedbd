// A theme out of its file: a style sheet with the properties of reveal.js 5 and a few of our own.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "common/base/result.h"
#include "common/typeset/theme.h"

namespace lectern::typeset {

inline constexpr std::size_t max_theme_bytes = 256u << 10;

/// Something in a theme's file that does not count.
struct ThemeRemark {
  int line = 1;
  std::string message;  ///< a sentence
  std::string remedy;
};

struct ReadTheme {
  Theme theme;
  std::vector<ThemeRemark> remarks;  ///< by line: one a value that is not understood, one for all other rules
};

/// Fails for what is no text or over max_theme_bytes. What a file does not say is as the text it says is, or
/// as `Theme` has it. Linear in the text's length.
Result<ReadTheme> read_theme(std::string_view css);

}  // namespace lectern::typeset
