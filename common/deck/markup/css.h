// The little of CSS that decks write into style="…".
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/deck/document.h"
#include "common/deck/markup/style.h"

namespace lectern::deck {

struct FontSize {
  enum class Unit { em, pixels } unit = Unit::em;  ///< em: times the size of the text around it
  double value = 1;
};

/// What an element's author says about how it looks; what is empty stays as around it.
struct Look {
  std::optional<bool> strong{};
  std::optional<bool> emphasis{};
  std::optional<bool> underline{};
  std::optional<bool> strike{};
  std::optional<Baseline> baseline{};
  std::optional<FontSize> size{};
  std::string color{};  ///< at most max_color_bytes
  Align align = Align::none;
  TextDirection direction = TextDirection::unsaid;
  std::optional<Length> width{};
  std::optional<Length> height{};
};

inline constexpr std::size_t max_color_bytes = 64;

/// Takes what `css` ("color: red; font-size: 80%") says over what is in `look`. Names of properties that mean
/// nothing here are added to `ignored`.
void read_style(std::string_view css, Look& look, std::vector<std::string>& ignored);

/// "80%", "2em", "30px", "larger", "1.5"(pixels)…
std::optional<FontSize> read_font_size(std::string_view);
/// "300", "300px", "50%".
std::optional<Length> read_length(std::string_view);
std::optional<Align> read_align(std::string_view);
/// "rtl", "ltr"; anything else, such as "auto", says nothing.
TextDirection read_direction(std::string_view);

/// Of `<font size="5">`.
std::optional<FontSize> font_tag_size(std::string_view);

/// `outer` as it is inside an element that looks like this.
Style with_look(Style outer, const Look&);
double pixels_of(FontSize, double around);

}  // namespace lectern::deck
