#include "common/typeset/read_theme.h"

#include <algorithm>
#include <set>
#include <string>
#include <utility>

#include "common/text/text.h"
#include "common/typeset/css_color.h"
#include "common/typeset/css_properties.h"
#include "common/typeset/css_values.h"

namespace lectern::typeset {
namespace {

constexpr std::size_t max_gradient_bytes = 1000;
constexpr std::size_t max_shown_code_points = 40;  // of a value, in a remark

/// Values are taken where they are known and lie in bounds; false: not.
template <class Value>
bool take(std::optional<Value> value, auto& into) {
  if (value) into = *std::move(value);
  return value.has_value();
}

bool take_between(double low, double high, std::optional<double> value, double& into) {
  return value && *value >= low && *value <= high && take(value, into);
}

bool take_margin(std::optional<double> pixels, double& into) {
  return take_between(-200, 500, pixels, into);
}

bool take_none_or_color(std::string_view text, std::optional<Color>& into) {
  if (text == "none") into.reset();
  return text == "none" || take(parse_color(text), into);
}

bool take_background(std::string_view text, Color& into) {
  const auto color = parse_color(text);
  if (color) into = over(*color, rgb(0xffffff));  // what a browser has behind everything
  return color.has_value();
}

bool take_gradient(std::string_view text, std::string& into) {
  const bool is_gradient = text.find("gradient(") != text.npos && text.size() <= max_gradient_bytes;
  if (is_gradient || text == "none") into = is_gradient ? text : "";
  return is_gradient || text == "none";
}

bool take_line_height(std::string_view text, double& into) {
  const auto number = parse_number(text);
  if (number && number->unit.empty()) return take_between(0.5, 5, number->value, into);
  return take_between(0.5, 5, parse_pixels(text, 1), into);
}

bool take_letter_spacing(std::string_view text, double& into) {
  const auto number = text == "normal" ? CssNumber{} : parse_number(text);
  const bool is_em = number && (number->unit == "em" || number->value == 0);
  return is_em && take_between(-0.5, 2, number->value, into);
}

/// "above sides below", as CSS shortens it.
bool take_heading_margin(std::string_view text, Theme& theme) {
  const auto parts = split_outside_brackets(text, ' ');
  if (parts.empty() || parts.size() > 4) return false;
  return take_margin(parse_pixels(parts[0]), theme.heading_margin_above) &&
         take_margin(parse_pixels(parts[parts.size() > 2 ? 2 : 0]), theme.heading_margin_below);
}

template <std::size_t level>
bool take_heading_size(std::string_view text, Theme& theme) {
  const auto pixels = parse_pixels(text, theme.text_pixels);
  return pixels && take_between(0.2, 20, *pixels / theme.text_pixels, theme.heading_em[level - 1]);
}

struct Property {
  std::string_view name;
  bool (*take)(std::string_view, Theme&);
};

/// In the order in which they are taken: what is in em comes after the size of the text.
constexpr Property properties[] = {
    {"--r-background-color", [](auto text, Theme& t) { return take_background(text, t.background); }},
    {"--r-main-font", [](auto text, Theme& t) { return take(parse_families(text), t.text_family); }},
    {"--r-main-font-size",
     [](auto text, Theme& t) { return take_between(8, 200, parse_pixels(text, 16), t.text_pixels); }},
    {"--r-main-color", [](auto text, Theme& t) { return take(parse_color(text), t.text); }},
    {"--r-link-color", [](auto text, Theme& t) { return take(parse_color(text), t.link); }},
    {"--r-bold-color", [](auto text, Theme& t) { return take(parse_color(text), t.strong); }},
    {"--r-italic-color", [](auto text, Theme& t) { return take(parse_color(text), t.emphasis); }},
    {"--r-inline-code-color", [](auto text, Theme& t) { return take(parse_color(text), t.inline_code); }},
    {"--r-list-bullet-color", [](auto text, Theme& t) { return take(parse_color(text), t.bullet); }},
    {"--r-code-font", [](auto text, Theme& t) { return take(parse_families(text), t.code_family); }},
    {"--r-block-margin",
     [](auto text, Theme& t) { return take_margin(parse_pixels(text, t.text_pixels), t.block_margin); }},
    {"--r-heading-font", [](auto text, Theme& t) { return take(parse_families(text), t.heading_family); }},
    {"--r-heading-font-weight",
     [](auto text, Theme& t) { return take(parse_weight(text), t.heading_weight); }},
    {"--r-heading-color", [](auto text, Theme& t) { return take(parse_color(text), t.heading); }},
    {"--r-heading-text-transform",
     [](auto text, Theme& t) { return take(parse_letter_case(text), t.heading_case); }},
    {"--r-heading-letter-spacing",
     [](auto text, Theme& t) { return take_letter_spacing(text, t.heading_letter_spacing_em); }},
    {"--r-heading-line-height",
     [](auto text, Theme& t) { return take_line_height(text, t.heading_line_height); }},
    {"--r-heading-margin", take_heading_margin},
    {"--r-heading1-size", take_heading_size<1>},
    {"--r-heading2-size", take_heading_size<2>},
    {"--r-heading3-size", take_heading_size<3>},
    {"--r-heading4-size", take_heading_size<4>},
    {"--r-heading-text-shadow",
     [](auto text, Theme& t) { return take(parse_shadows(text), t.heading_shadows); }},
    {"--r-heading1-text-shadow",
     [](auto text, Theme& t) { return take(parse_shadows(text), t.title_shadows); }},
    {"--lectern-background-gradient",
     [](auto text, Theme& t) { return take_gradient(text, t.background_gradient); }},
    {"--lectern-text-on-light",
     [](auto text, Theme& t) { return take_none_or_color(text, t.text_on_light); }},
    {"--lectern-text-on-dark", [](auto text, Theme& t) { return take_none_or_color(text, t.text_on_dark); }},
    {"--lectern-text-weight", [](auto text, Theme& t) { return take(parse_weight(text), t.text_weight); }},
};

class Reader {
 public:
  explicit Reader(std::string_view css) : css_(read_css_properties(css)) {}

  ReadTheme read() {
    for (const Property& property : properties) read(property);
    complete();
    remark_on_the_rest();
    std::ranges::stable_sort(result_.remarks, {}, &ThemeRemark::line);
    return std::move(result_);
  }

 private:
  bool says(std::string_view name) const { return understood_.contains(name); }

  void read(const Property& property) {
    const auto found = css_.values.find(property.name);
    if (found == css_.values.end()) return;
    is_theme_ = true;
    const auto& [text, line] = found->second;
    const auto value = resolved(css_, text);
    if (value && property.take(*value, result_.theme)) {
      understood_.insert(property.name);
      return;
    }
    result_.remarks.push_back({line,
                               "“" + std::string(property.name) + ": " +
                                   shortened(text, max_shown_code_points) + "” does not count.",
                               "Write a value as in the themes that come with Lectern."});
  }

  /// What the file does not say. On a ground of the other kind reveal.js's themes have nearly black or white
  /// text.
  void complete() {
    Theme& theme = result_.theme;
    if (is_light(theme.background)) {
      if (!says("--r-main-color")) theme.text = rgb(0x222222);
      if (!says("--lectern-text-on-light")) theme.text_on_light.reset();
      if (!says("--lectern-text-on-dark")) theme.text_on_dark = rgb(0xffffff);
    }
    if (!says("--r-heading-color")) theme.heading = theme.text;
    if (!says("--r-heading-font")) theme.heading_family = theme.text_family;
    if (theme.inline_code) theme.code = *theme.inline_code;
  }

  void remark_on_the_rest() {
    if (!is_theme_) {
      result_.remarks.push_back({1, "This file sets none of the properties of a theme.",
                                 "Set --r-background-color and others in a rule for :root."});
    } else if (css_.other_count > 0) {
      const std::string count = std::to_string(css_.other_count);
      result_.remarks.push_back({css_.first_other_line,
                                 css_.other_count == 1 ? "One other rule of this file does not count."
                                                       : count + " other rules of this file do not count.",
                                 "Only properties --r-… and --lectern-… in a rule for :root do."});
    }
  }

  CssProperties css_;
  bool is_theme_ = false;
  std::set<std::string_view> understood_;
  ReadTheme result_;
};

}  // namespace

Result<ReadTheme> read_theme(std::string_view css) {
  if (css.size() > max_theme_bytes)
    return Error{"the theme is larger than " + std::to_string(max_theme_bytes >> 10) + " KiB",
                 "keep only the rule for :root"};
  if (find_invalid_utf8(css) || css.find('\0') != css.npos)
    return Error{"the theme is no text", "name a CSS file in UTF-8"};
  return Reader(css).read();
}

}  // namespace lectern::typeset
