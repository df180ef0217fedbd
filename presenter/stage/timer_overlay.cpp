#include "presenter/stage/timer_overlay.h"

#include <algorithm>
#include <string_view>
#include <vector>

#include "presenter/stage/rounded.h"

namespace lectern::stage {
namespace {

constexpr std::string_view characters = "0123456789:+";
constexpr double digit_height = 0.08;  // of the display's height: readable from the last row
constexpr double cap_height = 0.714;   // of Open Sans, in em
constexpr std::uint32_t plate_alpha = 190;

struct Rgb {
  std::uint32_t red, green, blue;
};
constexpr Rgb running_color{0xff, 0xff, 0xff};
constexpr Rgb paused_color{0xa8, 0xa8, 0xa8};
constexpr Rgb time_is_up_color{0xff, 0x76, 0x66};

Rgb color_of(const TimerFace& face) {
  if (face.paused) return paused_color;
  return face.time_is_up ? time_is_up_color : running_color;
}

/// Ink of `coverage` 0 to 255 on the plate, which is black.
std::uint32_t ink(Rgb color, std::uint32_t coverage) {
  const auto part = [&](std::uint32_t value) { return value * coverage / 255; };
  return (plate_alpha + part(255 - plate_alpha)) << 24 | part(color.red) << 16 | part(color.green) << 8 |
         part(color.blue);
}

Pixmap empty_plate(PixelSize size) {
  Pixmap plate(size);
  for (int y = 0; y < size.height; ++y)
    for (int x = 0; x < size.width; ++x)
      plate.row(y)[x] = static_cast<std::uint32_t>(plate_alpha * rounded(x, y, size, size.height / 5.0))
                        << 24;
  return plate;
}

/// Columns `begin` to `end` of the digits, to `x` of the plate.
void put_columns(Pixmap& plate, int x, const Pixmap& digits, int begin, int end, Rgb color) {
  for (int y = 0; y < digits.size.height; ++y)
    for (int i = begin; i < end; ++i)
      if (const std::uint32_t coverage = digits.row(y)[i] >> 24)
        plate.row(y)[x + i - begin] = ink(color, coverage);
}

void put_pause_sign(Pixmap& plate, int x, int width, Rgb color) {
  const int top = plate.size.height * 3 / 10, bottom = plate.size.height * 7 / 10, bar = width / 4;
  for (int y = top; y < bottom; ++y)
    for (int i = 0; i < bar; ++i) plate.row(y)[x + i] = plate.row(y)[x + 2 * bar + i] = ink(color, 255);
}

}  // namespace

Pixmap paint_timer_digits(typeset::Typesetter& typesetter, PixelSize display) {
  const double font_pixels = std::max(8.0, display.height * digit_height / cap_height);
  std::vector<Pixmap> glyphs;
  PixelSize cell{1, 1};
  for (const char& character : characters) {
    glyphs.push_back(typesetter.line({&character, 1}, "Open Sans", font_pixels, {1, 1, 1, 1}, true));
    cell.width = std::max(cell.width, glyphs.back().size.width);
    cell.height = std::max(cell.height, glyphs.back().size.height);
  }
  Pixmap digits({cell.width * static_cast<int>(glyphs.size()), cell.height});
  int left = 0;
  for (const Pixmap& glyph : glyphs) {
    const int x = left + (cell.width - glyph.size.width) / 2;
    for (int y = 0; y < glyph.size.height; ++y)
      std::copy_n(glyph.row(y), glyph.size.width, digits.row(y) + x);
    left += cell.width;
  }
  return digits;
}

Pixmap timer_plate(const TimerFace& face, const Pixmap& digits) {
  const PixelSize cell{digits.size.width / static_cast<int>(characters.size()), digits.size.height};
  const int padding = cell.height / 4;
  const int pause_width = face.paused ? cell.width * 5 / 4 : 0;
  const int spare = cell.width / 4;  // of each side of a colon, which is narrower than a digit
  const auto colons = static_cast<int>(std::ranges::count(face.text, ':'));
  const int text_width = static_cast<int>(face.text.size()) * cell.width - colons * 2 * spare;
  Pixmap plate = empty_plate({2 * padding + pause_width + text_width, cell.height});

  const Rgb color = color_of(face);
  if (face.paused) put_pause_sign(plate, padding, cell.width, color);
  int x = padding + pause_width;
  for (const char character : face.text) {
    const int begin = static_cast<int>(characters.find(character)) * cell.width;
    const int trim = character == ':' ? spare : 0;
    put_columns(plate, x, digits, begin + trim, begin + cell.width - trim, color);
    x += cell.width - 2 * trim;
  }
  return plate;
}

}  // namespace lectern::stage
