// What a slide comes to once it is laid out: boxes to tell and ink to draw, in the design area's CSS pixels.
#pragma once

#include <memory>
#include <variant>
#include <vector>

#include "common/base/pixmap.h"
#include "common/typeset/handles.h"
#include "common/typeset/theme.h"
#include "common/typeset/typesetter.h"

namespace lectern::typeset {

struct Point {
  double x = 0, y = 0;
};

struct Rect {
  double x = 0, y = 0, width = 0, height = 0;
};

/// What something is drawn with; the theme knows the colour.
enum class Paint { text, heading, code, faint, line, code_ground, quote_ground };

struct TextInk {
  ObjectPtr<PangoLayout> layout;
  std::vector<Point> starts;  ///< of each line, on its baseline
  Paint paint = Paint::text;
};

struct FillInk {
  Rect rect;
  Paint paint = Paint::line;
};

enum class Bullet { disc, square, circle };

struct BulletInk {
  Rect rect;
  Bullet bullet = Bullet::disc;
};

struct PictureInk {
  Rect rect;
  std::shared_ptr<const Pixmap> pixels;
};

/// The thin outline that stands for a picture that is not there.
struct OutlineInk {
  Rect rect;
};

using Ink = std::variant<TextInk, FillInk, BulletInk, PictureInk, OutlineInk>;

struct Sheet {
  std::vector<Box> boxes;  ///< x, y, width and height in the design area
  std::vector<Ink> ink;    ///< in drawing order
  int line_count = 0;      ///< of all text placed so far
};

/// Draws with the current transformation of `cairo`.
void draw(cairo_t* cairo, const std::vector<Ink>&, const Theme&);

void set_source(cairo_t* cairo, const Color&);

}  // namespace lectern::typeset
