#include "common/deck/markup/carried.h"

#include <algorithm>
#include <array>

#include "common/deck/markup/css.h"

namespace lectern::deck {

bool is_formatting(std::string_view lower_case_name) {
  static constexpr std::array<std::string_view, 12> names = {"b", "big",   "code",   "em",     "font", "i",
                                                             "s", "small", "strike", "strong", "tt",   "u"};
  return std::ranges::binary_search(names, lower_case_name);
}

void carry_into(Style& style, const Carried& carried) {
  const auto carry = [&](auto Style::*part) {
    if (carried.inside.*part != carried.outer.*part) style.*part = carried.inside.*part;
  };
  carry(&Style::strong);
  carry(&Style::emphasis);
  carry(&Style::strike);
  carry(&Style::code);
  carry(&Style::underline);
  carry(&Style::color);
  const double growth = carried.inside.pixels / carried.outer.pixels;
  style.pixels = pixels_of({FontSize::Unit::em, growth}, style.pixels);
}

}  // namespace lectern::deck
