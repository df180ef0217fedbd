#include "common/deck/markup/css.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

#include "common/text/text.h"

namespace lectern::deck {
namespace {

constexpr double max_pixels = 10'000;
constexpr double root_pixels = 16;  // what a browser takes for 1rem

struct Quantity {
  double value = 0;
  std::string unit;
};

std::optional<Quantity> read_quantity(std::string_view text) {
  text = trimmed(text);
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || !(value >= 0) || value > max_pixels) return std::nullopt;
  return Quantity{value, lower_case(trimmed(text.substr(static_cast<std::size_t>(end - text.data()))))};
}

/// Absolute lengths of CSS Values 3 §6.2 and rem.
std::optional<double> pixels_per(std::string_view unit) {
  if (unit == "px") return 1;
  if (unit == "pt") return 96.0 / 72;
  if (unit == "pc") return 16;
  if (unit == "in") return 96;
  if (unit == "cm") return 96 / 2.54;
  if (unit == "mm") return 96 / 25.4;
  if (unit == "rem") return root_pixels;
  return std::nullopt;
}

FontSize em(double value) {
  return {FontSize::Unit::em, value};
}
FontSize in_pixels(double value) {
  return {FontSize::Unit::pixels, std::clamp(value, 1.0, max_pixels)};
}

std::optional<bool> read_weight(std::string_view value) {
  if (value == "bold" || value == "bolder") return true;
  if (value == "normal" || value == "lighter") return false;
  const auto number = read_quantity(value);
  if (!number || !number->unit.empty()) return std::nullopt;
  return number->value >= 600;
}

std::optional<bool> read_slant(std::string_view value) {
  if (value == "normal") return false;
  if (value.starts_with("italic") || value.starts_with("oblique")) return true;
  return std::nullopt;
}

bool read_decoration(std::string_view value, Look& look) {
  const auto has = [&](std::string_view word) { return value.find(word) != std::string_view::npos; };
  if (has("underline")) look.underline = true;
  if (has("line-through")) look.strike = true;
  if (has("none")) look.underline = look.strike = false;
  return has("underline") || has("line-through") || has("none");
}

std::optional<Baseline> read_baseline(std::string_view value) {
  if (value == "sub") return Baseline::sub;
  if (value == "super") return Baseline::super;
  if (value == "baseline") return Baseline::normal;
  return std::nullopt;
}

template <class Value>
bool take(std::optional<Value> value, std::optional<Value>& into) {
  if (value) into = std::move(value);
  return into.has_value();
}

/// False: it means nothing here.
bool read_property(std::string_view name, std::string_view written, Look& look) {
  const std::string value = lower_case(written);
  if (name == "color") {
    if (written.size() > max_color_bytes) return false;
    look.color = written;
    return true;
  }
  if (name == "font-size") return take(read_font_size(value), look.size);
  if (name == "font-weight") return take(read_weight(value), look.strong);
  if (name == "font-style") return take(read_slant(value), look.emphasis);
  if (name == "text-decoration" || name == "text-decoration-line") return read_decoration(value, look);
  if (name == "vertical-align") return take(read_baseline(value), look.baseline);
  if (name == "width" || name == "max-width") return take(read_length(value), look.width);
  if (name == "height" || name == "max-height") return take(read_length(value), look.height);
  if (name == "direction") {
    look.direction = read_direction(value);
    return look.direction != TextDirection::unsaid;
  }
  if (name == "text-align") {
    const auto align = read_align(value);
    look.align = align.value_or(look.align);
    return align.has_value();
  }
  return false;
}

}  // namespace

void read_style(std::string_view css, Look& look, std::vector<std::string>& ignored) {
  while (!css.empty()) {
    const std::string_view declaration = css.substr(0, css.find(';'));
    css.remove_prefix(std::min(declaration.size() + 1, css.size()));
    const std::size_t colon = declaration.find(':');
    if (colon == std::string_view::npos) continue;
    const std::string name = lower_case(trimmed(declaration.substr(0, colon)));
    std::string_view value = trimmed(declaration.substr(colon + 1));
    value = trimmed(value.substr(0, value.find('!')));  // !important
    if (!name.empty() && !read_property(name, value, look)) ignored.push_back(name);
  }
}

std::optional<FontSize> read_font_size(std::string_view text) {
  static constexpr std::array<std::pair<std::string_view, double>, 8> names = {{{"xx-small", 9},
                                                                                {"x-small", 10},
                                                                                {"small", 13},
                                                                                {"medium", 16},
                                                                                {"large", 18},
                                                                                {"x-large", 24},
                                                                                {"xx-large", 32},
                                                                                {"xxx-large", 48}}};
  if (text == "smaller") return em(1 / 1.2);
  if (text == "larger") return em(1.2);
  for (const auto& [name, pixels] : names)
    if (text == name) return in_pixels(pixels);
  const auto quantity = read_quantity(text);
  if (!quantity) return std::nullopt;
  if (quantity->unit == "em") return em(quantity->value);
  if (quantity->unit == "%") return em(quantity->value / 100);
  if (const auto pixels = pixels_per(quantity->unit)) return in_pixels(quantity->value * *pixels);
  return std::nullopt;
}

std::optional<Length> read_length(std::string_view text) {
  const auto quantity = read_quantity(text);
  if (!quantity) return std::nullopt;
  if (quantity->unit.empty()) return Length{quantity->value, false};
  if (quantity->unit == "%") return Length{quantity->value, true};
  if (quantity->unit == "em") return Length{quantity->value * text_pixels, false};
  if (const auto pixels = pixels_per(quantity->unit)) return Length{quantity->value * *pixels, false};
  return std::nullopt;
}

std::optional<Align> read_align(std::string_view text) {
  const std::string value = lower_case(trimmed(text));
  if (value == "left" || value == "start" || value == "justify") return Align::left;
  if (value == "center" || value == "middle") return Align::center;
  if (value == "right" || value == "end") return Align::right;
  return std::nullopt;
}

TextDirection read_direction(std::string_view text) {
  const std::string value = lower_case(trimmed(text));
  return value == "rtl"   ? TextDirection::right_to_left
         : value == "ltr" ? TextDirection::left_to_right
                          : TextDirection::unsaid;
}

std::optional<FontSize> font_tag_size(std::string_view text) {
  static constexpr std::array<double, 7> pixels = {10, 13, 16, 18, 24, 32, 48};
  if (text.size() != 1 || text[0] < '1' || text[0] > '7') return std::nullopt;
  return in_pixels(pixels[static_cast<std::size_t>(text[0] - '1')]);
}

Style with_look(Style style, const Look& look) {
  style.strong = look.strong.value_or(style.strong);
  style.emphasis = look.emphasis.value_or(style.emphasis);
  style.underline = look.underline.value_or(style.underline);
  style.strike = look.strike.value_or(style.strike);
  style.baseline = look.baseline.value_or(style.baseline);
  if (look.size) style.pixels = pixels_of(*look.size, style.pixels);
  if (!look.color.empty()) style.color = std::make_shared<const std::string>(look.color);
  return style;
}

double pixels_of(FontSize size, double around) {
  return std::clamp(size.unit == FontSize::Unit::em ? size.value * around : size.value, 1.0, max_pixels);
}

}  // namespace lectern::deck
