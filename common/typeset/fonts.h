// The fonts that text is set in: found by fontconfig, shaped by Pango, unhinted so that text scales linearly.
#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <tuple>

#include "common/base/result.h"
#include "common/deck/document.h"
#include "common/typeset/handles.h"

namespace lectern::typeset {

inline constexpr int bold_weight = 700;

struct Font {
  std::string family;  ///< a font list, first found wins
  double pixels = 0;
  int weight = 400;  ///< of CSS and Pango alike
  bool italic = false;
};

/// Above and below the baseline, both positive. CSS pixels.
struct Extent {
  double above = 0;
  double below = 0;
};

/// One thread at a time.
class Fonts {
 public:
  /// Fails where `font_folder` cannot be read.
  static Result<std::unique_ptr<Fonts>> create(const std::filesystem::path& font_folder);

  /// In whose shapes Chinese characters are drawn from now on, such as "ja".
  void draw_han_as(const char* language);

  /// A layout that will set `text` in `font`; unsaid: each of its paragraphs runs as its first letter does.
  ObjectPtr<PangoLayout> set(std::string_view text, const Font& font,
                             deck::TextDirection = deck::TextDirection::unsaid) const;

  /// Ascent and descent of the first font of the list, in whole pixels as browsers take them.
  Extent metrics(const Font& font);

 private:
  Fonts() = default;

  ObjectPtr<PangoFontMap> map_;
  ObjectPtr<PangoContext> context_;
  ObjectPtr<PangoContext> right_to_left_;
  std::map<std::tuple<std::string, double, int, bool>, Extent> metrics_;
};

/// Whether its glyphs have colours of their own, as those of emoji.
bool is_colorful(PangoFont*);

/// Where a line's extent ends when it is `line_height` high: the half-leading of CSS 2 §10.8.1, in whole
/// pixels.
Extent with_leading(Extent font, double line_height);

}  // namespace lectern::typeset
