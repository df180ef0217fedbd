// Front matter as lines of text, before YAML is made of it: where it lies, and what its keys were meant to
// be.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/text/text.h"

namespace lectern::deck {

inline constexpr std::size_t max_front_matter_bytes = 64u << 10;

inline constexpr std::array<std::string_view, 10> option_keys = {
    "transition", "transitionSpeed", "width", "height",      "margin",
    "center",     "autoSlide",       "rtl",   "slideNumber", "backgroundTransition"};
inline constexpr std::array<std::string_view, 14> top_keys = {
    "title",          "author",        "lang", "theme",          "separator", "verticalSeparator",
    "notesSeparator", "revealOptions", "slot", "highlightTheme", "css",       "scripts",
    "date",           "logo"};

struct FrontMatterBlock {
  Range yaml;
  std::size_t body_begin = 0;  ///< where the slides begin
  bool is_closed = true;       ///< by a line of its own, not by the first slide's heading
};

/// Between a first line `---` and a line `---` or `...`. nullopt: the text does not begin with that, or what
/// lies between is a slide and no settings.
std::optional<FrontMatterBlock> find_front_matter(std::string_view text);

/// What was done to a line so that it says what its author meant.
struct Mend {
  std::size_t line = 0;  ///< from 0
  std::string message;
};

/// `Verticalseperator:^x` as `verticalSeparator: ^x`.
std::vector<Mend> mend_keys(std::vector<std::string>& lines);

/// Top keys that are indented although they stand below none, as if they were not. Whether there were any.
bool mend_indentation(std::vector<std::string>& lines);

}  // namespace lectern::deck
