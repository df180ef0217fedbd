#include "common/typeset/css_values.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

#include "common/text/text.h"
#include "common/typeset/css_color.h"

namespace lectern::typeset {
namespace {

constexpr double rem_pixels = 16;  // of browsers; reveal.js leaves it
constexpr double point_pixels = 4.0 / 3;
constexpr std::size_t max_families = 16;
constexpr std::size_t max_family_bytes = 64;
constexpr std::size_t max_shadows = 16;
constexpr double max_shadow_pixels = 100;

std::string_view without_quotes(std::string_view name) {
  if (name.size() < 2 || (name.front() != '"' && name.front() != '\'') || name.back() != name.front())
    return name;
  return trimmed(name.substr(1, name.size() - 2));
}

/// Names that are one only to browsers, and fonts of pictures.
bool is_usable_family(std::string_view name) {
  if (name.empty() || name.size() > max_family_bytes || name.find_first_of(",\"'()\\") != name.npos)
    return false;
  const std::string lower = lower_case(name);
  constexpr std::array others = {"-apple-system", "blinkmacsystemfont", "inherit", "initial"};
  return lower.find("emoji") == lower.npos && std::ranges::find(others, lower) == others.end();
}

/// Families of CSS that fontconfig calls otherwise.
std::string_view generic_family(std::string_view name) {
  const std::string lower = lower_case(name);
  if (lower == "system-ui" || lower == "ui-sans-serif") return "sans-serif";
  if (lower == "ui-serif") return "serif";
  if (lower == "ui-monospace") return "monospace";
  return name;
}

std::optional<Shadow> parse_shadow(std::string_view text) {
  Shadow shadow;
  std::vector<double> lengths;
  shadow.color.alpha = 0;
  for (const std::string_view part : split_outside_brackets(text, ' ')) {
    if (const auto color = parse_color(part)) {
      shadow.color = *color;
    } else if (const auto length = parse_pixels(part); length && std::abs(*length) <= max_shadow_pixels) {
      lengths.push_back(*length);
    } else {
      return std::nullopt;
    }
  }
  if (lengths.size() < 2 || lengths.size() > 3) return std::nullopt;
  shadow.x = lengths[0];
  shadow.y = lengths[1];
  if (lengths.size() == 3) shadow.blur = lengths[2];
  return shadow.blur < 0 ? std::nullopt : std::optional(shadow);
}

}  // namespace

std::optional<CssNumber> parse_number(std::string_view text) {
  CssNumber number;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number.value);
  if (error != std::errc() || !std::isfinite(number.value)) return std::nullopt;
  number.unit = lower_case(text.substr(static_cast<std::size_t>(end - text.data())));
  return number;
}

std::optional<double> parse_pixels(std::string_view text, std::optional<double> em_pixels) {
  const auto number = parse_number(text);
  if (!number) return std::nullopt;
  if (number->unit == "px" || (number->unit.empty() && number->value == 0)) return number->value;
  if (number->unit == "pt") return number->value * point_pixels;
  if (number->unit == "rem") return number->value * rem_pixels;
  if (em_pixels && number->unit == "em") return number->value * *em_pixels;
  if (em_pixels && number->unit == "%") return number->value / 100 * *em_pixels;
  return std::nullopt;
}

std::optional<std::string> parse_families(std::string_view text) {
  std::string families;
  std::size_t count = 0;
  for (const std::string_view part : split_outside_brackets(text, ',')) {
    const std::string_view name = without_quotes(part);
    if (!is_usable_family(name)) continue;
    if (++count > max_families) break;
    if (!families.empty()) families += ", ";
    families += generic_family(name);
  }
  if (families.empty()) return std::nullopt;
  return families;
}

std::optional<int> parse_weight(std::string_view text) {
  if (text == "normal") return 400;
  if (text == "bold") return 700;
  const auto number = parse_number(text);
  if (!number || !number->unit.empty() || number->value < 1 || number->value > 1000) return std::nullopt;
  return static_cast<int>(number->value);
}

std::optional<LetterCase> parse_letter_case(std::string_view text) {
  if (text == "none") return LetterCase::as_written;
  if (text == "uppercase") return LetterCase::upper;
  if (text == "lowercase") return LetterCase::lower;
  if (text == "capitalize") return LetterCase::capitalized;
  return std::nullopt;
}

std::optional<std::vector<Shadow>> parse_shadows(std::string_view text) {
  std::vector<Shadow> shadows;
  if (text == "none") return shadows;
  for (const std::string_view part : split_outside_brackets(text, ',')) {
    const auto shadow = parse_shadow(part);
    if (!shadow || shadows.size() == max_shadows) return std::nullopt;
    if (shadow->color.alpha > 0) shadows.push_back(*shadow);
  }
  return shadows;
}

std::vector<std::string_view> split_outside_brackets(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  const auto add = [&](std::size_t begin, std::size_t end) {
    const std::string_view part = trimmed(text.substr(begin, end - begin));
    if (!part.empty() || separator != ' ') parts.push_back(part);
  };
  std::size_t begin = 0;
  int depth = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    depth += text[i] == '(' ? 1 : text[i] == ')' ? -1 : 0;
    const bool is_separator = separator == ' ' ? is_space(text[i]) : text[i] == separator;
    if (depth > 0 || !is_separator) continue;
    add(begin, i);
    begin = i + 1;
  }
  add(begin, text.size());
  return parts;
}

}  // namespace lectern::typeset
