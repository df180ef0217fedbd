#include "common/typeset/run_style.h"

#include <cmath>

#include "common/typeset/css_color.h"

namespace lectern::typeset {
namespace {

constexpr double smaller = 1 / 1.2;  // CSS's `font-size: smaller`, which sub and sup have
constexpr double min_pixels = 1;
constexpr Color mark_ground{1, 1, 0, 1};  // as browsers have it
constexpr Color mark_text{0, 0, 0, 1};

guint16 part(double value) {
  return static_cast<guint16>(std::lround(value * 65535));
}

void add_color(std::vector<PangoAttribute*>& attributes, const Color& color) {
  attributes.push_back(pango_attr_foreground_new(part(color.red), part(color.green), part(color.blue)));
  if (color.alpha < 1)
    attributes.push_back(pango_attr_foreground_alpha_new(std::max<guint16>(part(color.alpha), 1)));
}

void add_ground(std::vector<PangoAttribute*>& attributes, const Color& color) {
  attributes.push_back(pango_attr_background_new(part(color.red), part(color.green), part(color.blue)));
  if (color.alpha < 1)
    attributes.push_back(pango_attr_background_alpha_new(std::max<guint16>(part(color.alpha), 1)));
}

int units(double pixels) {
  return static_cast<int>(std::lround(pixels * PANGO_SCALE));
}

}  // namespace

RunStyle::RunStyle(const deck::TextRun& run, const TextStyle& around, Setting& setting)
    : run_(run),
      around_(around),
      setting_(setting),
      outer_pixels_(std::max(around.font.pixels * run.size, min_pixels)),
      pixels_(run.baseline == deck::Baseline::normal ? outer_pixels_ : smaller * outer_pixels_) {}

std::vector<PangoAttribute*> RunStyle::attributes() const {
  const Theme& theme = setting_.theme;
  std::vector<PangoAttribute*> all;
  if (run_.strong) all.push_back(pango_attr_weight_new(PANGO_WEIGHT_BOLD));
  if (run_.emphasis) all.push_back(pango_attr_style_new(PANGO_STYLE_ITALIC));
  if (run_.strike) all.push_back(pango_attr_strikethrough_new(TRUE));
  if (run_.underline) all.push_back(pango_attr_underline_new(PANGO_UNDERLINE_SINGLE));
  if (run_.code) {
    all.push_back(pango_attr_family_new(theme.code_family.c_str()));
    if (around_.letter_case != LetterCase::as_written)
      all.push_back(pango_attr_text_transform_new(PANGO_TEXT_TRANSFORM_NONE));
  }
  if (pixels_ != around_.font.pixels) all.push_back(pango_attr_size_new_absolute(units(pixels_)));
  if (rise() != 0) all.push_back(pango_attr_rise_new(units(rise())));
  // Makes it a run of its own in Pango's layout and changes nothing.
  if (run_.fragment != 0) all.push_back(pango_attr_foreground_alpha_new(65535));
  if (run_.mark) add_ground(all, mark_ground);
  if (run_.keyboard && !run_.mark) add_ground(all, theme.code_ground);
  if (const auto color = parse_color(run_.color)) {
    add_color(all, *color);
  } else if (!run_.href.empty()) {
    add_color(all, theme.link);
  } else if (run_.mark) {
    add_color(all, mark_text);
  } else if (run_.keyboard) {
    add_color(all, theme.code);
  } else if (const auto own = own_color()) {
    add_color(all, *own);
  }
  return all;
}

/// That the theme gives to such runs.
std::optional<Color> RunStyle::own_color() const {
  const Theme& theme = setting_.theme;
  if (run_.code && theme.inline_code) return theme.inline_code;
  if (run_.strong && theme.strong) return theme.strong;
  if (run_.emphasis) return theme.emphasis;
  return std::nullopt;
}

/// Where Chromium puts it: a part of the size around it and a pixel.
double RunStyle::rise() const {
  if (run_.baseline == deck::Baseline::super) return std::floor(outer_pixels_ / 3) + 1;
  if (run_.baseline == deck::Baseline::sub) return -(std::floor(outer_pixels_ / 5) + 1);
  return 0;
}

std::optional<Extent> RunStyle::extent() const {
  if (!has_own_font() && rise() == 0) return std::nullopt;
  const Font font{run_.code ? setting_.theme.code_family : around_.font.family, pixels_,
                  run_.strong ? bold_weight : around_.font.weight, run_.emphasis};
  const double line_height = around_.line_height * pixels_ / around_.font.pixels;
  const Extent own = with_leading(setting_.fonts.metrics(font), line_height);
  return Extent{own.above + rise(), own.below - rise()};
}

}  // namespace lectern::typeset
