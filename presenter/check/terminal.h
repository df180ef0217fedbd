// Text of a deck on somebody's terminal: what is in it must not move the cursor, and the caret must stand
// where it points.
#pragma once

#include <string>
#include <string_view>

namespace lectern::check {

/// Without what a terminal would obey or lose its way by: controls, marks that turn the direction of writing,
/// bytes that are not UTF-8; each becomes U+FFFD, a tab a space.
std::string printable(std::string_view);

/// A line, at most `width` cells of it around its column (code points, from 1), and spaces up to that column.
/// An ellipsis stands where something was cut.
struct Excerpt {
  std::string line;
  std::string indent;
};
Excerpt excerpt(std::string_view line, int column, int width);

}  // namespace lectern::check
