#include "common/typeset/css_color.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <string>
#include <vector>

namespace lectern::typeset {
namespace {

struct Named {
  std::string_view name;
  std::uint32_t rgb;
};

// In the order of their names.
constexpr std::array<Named, 148> named = {{
    // clang-format off
    {"aliceblue", 0xf0f8ff}, {"antiquewhite", 0xfaebd7}, {"aqua", 0x00ffff}, {"aquamarine", 0x7fffd4},
    {"azure", 0xf0ffff}, {"beige", 0xf5f5dc}, {"bisque", 0xffe4c4}, {"black", 0x000000},
    {"blanchedalmond", 0xffebcd}, {"blue", 0x0000ff}, {"blueviolet", 0x8a2be2}, {"brown", 0xa52a2a},
    {"burlywood", 0xdeb887}, {"cadetblue", 0x5f9ea0}, {"chartreuse", 0x7fff00}, {"chocolate", 0xd2691e},
    {"coral", 0xff7f50}, {"cornflowerblue", 0x6495ed}, {"cornsilk", 0xfff8dc}, {"crimson", 0xdc143c},
    {"cyan", 0x00ffff}, {"darkblue", 0x00008b}, {"darkcyan", 0x008b8b}, {"darkgoldenrod", 0xb8860b},
    {"darkgray", 0xa9a9a9}, {"darkgreen", 0x006400}, {"darkgrey", 0xa9a9a9}, {"darkkhaki", 0xbdb76b},
    {"darkmagenta", 0x8b008b}, {"darkolivegreen", 0x556b2f}, {"darkorange", 0xff8c00},
    {"darkorchid", 0x9932cc}, {"darkred", 0x8b0000}, {"darksalmon", 0xe9967a}, {"darkseagreen", 0x8fbc8f},
    {"darkslateblue", 0x483d8b}, {"darkslategray", 0x2f4f4f}, {"darkslategrey", 0x2f4f4f},
    {"darkturquoise", 0x00ced1}, {"darkviolet", 0x9400d3}, {"deeppink", 0xff1493},
    {"deepskyblue", 0x00bfff}, {"dimgray", 0x696969}, {"dimgrey", 0x696969}, {"dodgerblue", 0x1e90ff},
    {"firebrick", 0xb22222}, {"floralwhite", 0xfffaf0}, {"forestgreen", 0x228b22}, {"fuchsia", 0xff00ff},
    {"gainsboro", 0xdcdcdc}, {"ghostwhite", 0xf8f8ff}, {"gold", 0xffd700}, {"goldenrod", 0xdaa520},
    {"gray", 0x808080}, {"green", 0x008000}, {"greenyellow", 0xadff2f}, {"grey", 0x808080},
    {"honeydew", 0xf0fff0}, {"hotpink", 0xff69b4}, {"indianred", 0xcd5c5c}, {"indigo", 0x4b0082},
    {"ivory", 0xfffff0}, {"khaki", 0xf0e68c}, {"lavender", 0xe6e6fa}, {"lavenderblush", 0xfff0f5},
    {"lawngreen", 0x7cfc00}, {"lemonchiffon", 0xfffacd}, {"lightblue", 0xadd8e6}, {"lightcoral", 0xf08080},
    {"lightcyan", 0xe0ffff}, {"lightgoldenrodyellow", 0xfafad2}, {"lightgray", 0xd3d3d3},
    {"lightgreen", 0x90ee90}, {"lightgrey", 0xd3d3d3}, {"lightpink", 0xffb6c1}, {"lightsalmon", 0xffa07a},
    {"lightseagreen", 0x20b2aa}, {"lightskyblue", 0x87cefa}, {"lightslategray", 0x778899},
    {"lightslategrey", 0x778899}, {"lightsteelblue", 0xb0c4de}, {"lightyellow", 0xffffe0},
    {"lime", 0x00ff00}, {"limegreen", 0x32cd32}, {"linen", 0xfaf0e6}, {"magenta", 0xff00ff},
    {"maroon", 0x800000}, {"mediumaquamarine", 0x66cdaa}, {"mediumblue", 0x0000cd},
    {"mediumorchid", 0xba55d3}, {"mediumpurple", 0x9370db}, {"mediumseagreen", 0x3cb371},
    {"mediumslateblue", 0x7b68ee}, {"mediumspringgreen", 0x00fa9a}, {"mediumturquoise", 0x48d1cc},
    {"mediumvioletred", 0xc71585}, {"midnightblue", 0x191970}, {"mintcream", 0xf5fffa},
    {"mistyrose", 0xffe4e1}, {"moccasin", 0xffe4b5}, {"navajowhite", 0xffdead}, {"navy", 0x000080},
    {"oldlace", 0xfdf5e6}, {"olive", 0x808000}, {"olivedrab", 0x6b8e23}, {"orange", 0xffa500},
    {"orangered", 0xff4500}, {"orchid", 0xda70d6}, {"palegoldenrod", 0xeee8aa}, {"palegreen", 0x98fb98},
    {"paleturquoise", 0xafeeee}, {"palevioletred", 0xdb7093}, {"papayawhip", 0xffefd5},
    {"peachpuff", 0xffdab9}, {"peru", 0xcd853f}, {"pink", 0xffc0cb}, {"plum", 0xdda0dd},
    {"powderblue", 0xb0e0e6}, {"purple", 0x800080}, {"rebeccapurple", 0x663399}, {"red", 0xff0000},
    {"rosybrown", 0xbc8f8f}, {"royalblue", 0x4169e1}, {"saddlebrown", 0x8b4513}, {"salmon", 0xfa8072},
    {"sandybrown", 0xf4a460}, {"seagreen", 0x2e8b57}, {"seashell", 0xfff5ee}, {"sienna", 0xa0522d},
    {"silver", 0xc0c0c0}, {"skyblue", 0x87ceeb}, {"slateblue", 0x6a5acd}, {"slategray", 0x708090},
    {"slategrey", 0x708090}, {"snow", 0xfffafa}, {"springgreen", 0x00ff7f}, {"steelblue", 0x4682b4},
    {"tan", 0xd2b48c}, {"teal", 0x008080}, {"thistle", 0xd8bfd8}, {"tomato", 0xff6347},
    {"turquoise", 0x40e0d0}, {"violet", 0xee82ee}, {"wheat", 0xf5deb3}, {"white", 0xffffff},
    {"whitesmoke", 0xf5f5f5}, {"yellow", 0xffff00}, {"yellowgreen", 0x9acd32},
    // clang-format on
}};

Color of_bytes(std::uint32_t rgb) {
  const auto part = [&](int shift) { return (rgb >> shift & 255) / 255.0; };
  return {part(16), part(8), part(0), 1};
}

std::optional<Color> parse_name(std::string_view name) {
  if (name == "transparent") return Color{0, 0, 0, 0};
  const auto found = std::lower_bound(named.begin(), named.end(), name,
                                      [](const Named& a, std::string_view b) { return a.name < b; });
  if (found == named.end() || found->name != name) return std::nullopt;
  return of_bytes(found->rgb);
}

std::optional<Color> parse_hexadecimal(std::string_view digits) {
  const bool is_short = digits.size() == 3 || digits.size() == 4;
  if (!is_short && digits.size() != 6 && digits.size() != 8) return std::nullopt;
  std::array<double, 4> parts = {0, 0, 0, 1};
  const std::size_t width = is_short ? 1 : 2;
  for (std::size_t i = 0; i * width < digits.size(); ++i) {
    unsigned value = 0;
    const char* end = digits.data() + (i + 1) * width;
    const auto [stop, error] = std::from_chars(digits.data() + i * width, end, value, 16);
    if (error != std::errc() || stop != end) return std::nullopt;
    parts[i] = value / (is_short ? 15.0 : 255.0);
  }
  return Color{parts[0], parts[1], parts[2], parts[3]};
}

struct Number {
  double value = 0;
  std::string_view unit;
};

/// "1, 2%, 3deg", "1 2 3 / 4": three or four numbers.
std::optional<std::vector<Number>> parse_arguments(std::string_view text) {
  std::vector<Number> numbers;
  while ((text.remove_prefix(std::min(text.find_first_not_of(" ,/\t\n"), text.size())), !text.empty())) {
    Number number;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number.value);
    if (error != std::errc() || !std::isfinite(number.value) || numbers.size() == 4) return std::nullopt;
    text.remove_prefix(static_cast<std::size_t>(end - text.data()));
    number.unit = text.substr(0, text.find_first_of(" ,/\t\n"));
    text.remove_prefix(number.unit.size());
    numbers.push_back(number);
  }
  if (numbers.size() < 3) return std::nullopt;
  return numbers;
}

/// 0 to 1: a percentage, or a number of which `full` is all.
double share(const Number& number, double full) {
  return std::clamp(number.value / (number.unit == "%" ? 100 : full), 0.0, 1.0);
}

double turns(const Number& hue) {
  const double full = hue.unit == "turn"   ? 1
                      : hue.unit == "rad"  ? 6.283185307179586
                      : hue.unit == "grad" ? 400
                                           : 360;
  return hue.value / full - std::floor(hue.value / full);
}

/// CSS Color 4 §7.1.
Color of_hsl(double hue, double saturation, double lightness) {
  const auto part = [&](double n) {
    const double k = std::fmod(n + hue * 12, 12);
    return lightness -
           saturation * std::min(lightness, 1 - lightness) * std::max(-1.0, std::min({k - 3, 9 - k, 1.0}));
  };
  return {part(0), part(8), part(4), 1};
}

std::optional<Color> parse_function(std::string_view text) {
  const std::size_t open = text.find('(');
  if (open == std::string_view::npos || !text.ends_with(')')) return std::nullopt;
  const std::string_view name = text.substr(0, open);
  const auto numbers = parse_arguments(text.substr(open + 1, text.size() - open - 2));
  if (!numbers) return std::nullopt;
  const std::vector<Number>& n = *numbers;
  Color color;
  if (name == "rgb" || name == "rgba")
    color = {share(n[0], 255), share(n[1], 255), share(n[2], 255), 1};
  else if (name == "hsl" || name == "hsla")
    color = of_hsl(turns(n[0]), share(n[1], 100), share(n[2], 100));
  else
    return std::nullopt;
  if (n.size() == 4) color.alpha = share(n[3], 1);
  return color;
}

}  // namespace

std::optional<Color> parse_color(std::string_view written) {
  constexpr std::string_view white_space = " \t\n";
  const std::size_t begin = std::min(written.find_first_not_of(white_space), written.size());
  std::string text(written.substr(begin, written.find_last_not_of(white_space) + 1 - begin));
  for (char& c : text)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  if (text.starts_with('#')) return parse_hexadecimal(std::string_view(text).substr(1));
  if (const auto color = parse_name(text)) return color;
  return parse_function(text);
}

}  // namespace lectern::typeset
