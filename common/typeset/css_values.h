// Values of CSS properties as far as themes use them. All take any text and give nullopt for what they do not
// know.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/typeset/theme.h"

namespace lectern::typeset {

/// "1.5em": a finite number and what follows it, in small letters.
struct CssNumber {
  double value = 0;
  std::string unit;
};
std::optional<CssNumber> parse_number(std::string_view);

/// `px`, `pt`, `rem` and 0; `em` and `%` where it is known of how many pixels.
std::optional<double> parse_pixels(std::string_view, std::optional<double> em_pixels = std::nullopt);

/// Families with commas between them, without quotes; without emoji fonts and without names that stand for
/// the font of some other system. Never empty.
std::optional<std::string> parse_families(std::string_view);

/// 1 to 1000.
std::optional<int> parse_weight(std::string_view);

std::optional<LetterCase> parse_letter_case(std::string_view);

/// Without those that cannot be seen.
std::optional<std::vector<Shadow>> parse_shadows(std::string_view);

/// The parts between separators that stand in no brackets, trimmed; of spaces, several count as one.
std::vector<std::string_view> split_outside_brackets(std::string_view, char separator);

}  // namespace lectern::typeset
