#include "presenter/picker/sheet.h"

#include <algorithm>
#include <utility>

#include "common/text/text.h"
#include "common/typeset/color.h"
#include "presenter/stage/blend.h"

namespace lectern::picker {
namespace {

using stage::Canvas;
using typeset::rgb;

constexpr std::uint32_t ground = 0xff16181c, empty = 0xff25282e, chosen_frame = 0xffffb020,
                        present_tag = 0xff3fb27f, spare_tag = 0xff8a8f98;
constexpr typeset::Color bright = rgb(0xffffff), plain = rgb(0xd4d7dc), quiet = rgb(0x989da6),
                         on_tag = rgb(0x101214);

// Of letters and frames, on a window of 1920×1080.
constexpr double label_pixels = 21, header_pixels = 34, number_pixels = 72, tag_pixels = 17;
constexpr double frame_width = 5, tag_padding = 8;

class Drawing {
 public:
  Drawing(const Sheet& sheet, typeset::Typesetter& typesetter)
      : sheet_(sheet),
        typesetter_(typesetter),
        grid_(sheet.window, sheet.stage),
        picture_(sheet.window),
        canvas_(stage::canvas_of(picture_)) {
    stage::fill(canvas_, ground);
  }

  Pixmap draw() {
    draw_header();
    if (sheet_.cells.empty()) draw_nothing_found();
    for (std::size_t i = 0; i < sheet_.cells.size(); ++i)
      draw(sheet_.cells[i], grid_.corner(static_cast<int>(i)));
    return std::move(picture_);
  }

 private:
  int pixels(double length) const { return static_cast<int>(length * grid_.scale()); }

  Pixmap line(const std::string& text, double font_pixels, const typeset::Color& color, int max_width) {
    return typesetter_.line(text, "Open Sans", font_pixels * grid_.scale(), color, false, max_width);
  }

  /// Cut where it leaves the window, which may be smaller than anybody meant.
  void fill(Corner at, PixelSize size, std::uint32_t color) {
    const int left = std::clamp(at.x, 0, canvas_.size.width), top = std::clamp(at.y, 0, canvas_.size.height);
    const int right = std::clamp(at.x + size.width, left, canvas_.size.width),
              bottom = std::clamp(at.y + size.height, top, canvas_.size.height);
    if (left < right && top < bottom)
      stage::fill(stage::part_of(canvas_, left, top, {right - left, bottom - top}), color);
  }

  void draw_header() {
    const int margin = grid_.margin(), width = canvas_.size.width - 2 * margin;
    const Pixmap count = line(count_text(), label_pixels, quiet, width / 3);
    const bool is_typed = !sheet_.typed.empty();
    const Pixmap typed = line(is_typed ? sheet_.typed : "Type a word of a title, or a number", header_pixels,
                              is_typed ? bright : quiet, width * 2 / 3 - margin);
    const auto top = [&](const Pixmap& text) { return (grid_.header_height() - text.size.height) / 2; };
    const int cursor = std::max(2, pixels(3)), end = is_typed ? margin + typed.size.width + cursor : margin;
    stage::lay_over(canvas_, typed, is_typed ? margin : margin + 3 * cursor, top(typed), 256);
    fill({end, top(typed)}, {cursor, typed.size.height}, chosen_frame);
    stage::lay_over(canvas_, count, margin + width - count.size.width, top(count), 256);
  }

  std::string count_text() const {
    std::string text = std::to_string(sheet_.slide_count) + " slides";
    if (sheet_.found_count != sheet_.slide_count) text = std::to_string(sheet_.found_count) + " of " + text;
    if (sheet_.page_count > 1)
      text += " · page " + std::to_string(sheet_.page) + " of " + std::to_string(sheet_.page_count);
    return text + " · Enter shows, Esc closes";
  }

  void draw_nothing_found() {
    const Pixmap text = line("No slide has " + in_quotes(sheet_.typed) + " in its title", header_pixels,
                             plain, canvas_.size.width - 2 * grid_.margin());
    stage::lay_over(canvas_, text, (canvas_.size.width - text.size.width) / 2,
                    (canvas_.size.height - text.size.height) / 2, 256);
  }

  void draw(const Cell& cell, Corner at) {
    const PixelSize size = grid_.picture();
    if (cell.is_chosen) {
      const int frame = std::max(2, pixels(frame_width));
      fill({at.x - frame, at.y - frame}, {size.width + 2 * frame, size.height + 2 * frame}, chosen_frame);
    }
    if (cell.picture)
      stage::lay_over(canvas_, *cell.picture, at.x, at.y, 256);
    else
      draw_empty(cell, at);
    if (cell.is_present) draw_tag("on now", present_tag, at);
    if (!cell.is_counted) draw_tag("spare", spare_tag, {at.x, at.y + (cell.is_present ? pixels(36) : 0)});
    const Pixmap label = line(std::to_string(cell.number) + "  " + cell.title, label_pixels,
                              cell.is_chosen ? bright : plain, size.width);
    stage::lay_over(canvas_, label, at.x, at.y + size.height + pixels(7), 256);
  }

  void draw_empty(const Cell& cell, Corner at) {
    const PixelSize size = grid_.picture();
    fill(at, size, empty);
    const Pixmap number = line(std::to_string(cell.number), number_pixels, quiet, size.width);
    stage::lay_over(canvas_, number, at.x + (size.width - number.size.width) / 2,
                    at.y + (size.height - number.size.height) / 2, 256);
  }

  void draw_tag(const char* word, std::uint32_t color, Corner at) {
    const Pixmap text = line(word, tag_pixels, on_tag, grid_.picture().width);
    const int padding = pixels(tag_padding);
    fill(at, {text.size.width + 2 * padding, text.size.height + padding}, color);
    stage::lay_over(canvas_, text, at.x + padding, at.y + padding / 2, 256);
  }

  const Sheet& sheet_;
  typeset::Typesetter& typesetter_;
  const Grid grid_;
  Pixmap picture_;
  const Canvas canvas_;
};

}  // namespace

Pixmap draw(const Sheet& sheet, typeset::Typesetter& typesetter) {
  return Drawing(sheet, typesetter).draw();
}

}  // namespace lectern::picker
