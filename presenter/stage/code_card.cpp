#include "presenter/stage/code_card.h"

#include <algorithm>
#include <cmath>

#include "presenter/stage/rounded.h"
#include "presenter/stage/turn_motion.h"

namespace lectern::stage {
namespace {

constexpr int card_percent = 40;      // of the display's height: a phone reads it from the last row
constexpr int margin_percent = 4;     // likewise, at the least
constexpr double corner_modules = 2;  // inside the quiet zone

}  // namespace

Pixmap code_card(const qr::Code& code, PixelSize display) {
  const int modules = code.side + 2 * qr::quiet_zone;
  const int pixels = std::max(1, display.height * card_percent / 100 / modules);
  Pixmap card({modules * pixels, modules * pixels});
  for (int y = 0; y < card.size.height; ++y)
    for (int x = 0; x < card.size.width; ++x) {
      const bool is_dark = code.is_dark(x / pixels - qr::quiet_zone, y / pixels - qr::quiet_zone);
      const auto byte =
          static_cast<std::uint32_t>(std::lround(255 * rounded(x, y, card.size, corner_modules * pixels)));
      card.row(y)[x] = byte << 24 | (is_dark ? 0 : byte << 16 | byte << 8 | byte);
    }
  return card;
}

void draw_above_code(Canvas canvas, const Pixmap& said, double scale, const qr::Code& code) {
  const auto [width, height] = canvas.size;
  const Pixmap card = code_card(code, canvas.size);
  const int room = std::max(1, height - card.size.height - 3 * (height * margin_percent / 100));
  scale = std::min(scale, static_cast<double>(room) / said.size.height);
  const int said_height = static_cast<int>(said.size.height * scale);
  const int gap = (height - said_height - card.size.height) / 3;
  if (scale == 1)
    lay_over(canvas, said, (width - said.size.width) / 2, gap, full);
  else
    lay_over_scaled(canvas, said, width / 2.0, gap + said_height / 2.0, scale, full);
  lay_over(canvas, card, (width - card.size.width) / 2, 2 * gap + said_height, full);
}

}  // namespace lectern::stage
