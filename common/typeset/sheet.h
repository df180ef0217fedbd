// What a slide comes to once it is laid out: boxes to tell and ink to draw, in the design area's CSS pixels.
#pragma once

#include <memory>
#include <string>
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
enum class Paint { text, title, heading, quote, marker, code, faint, line, code_ground, quote_ground };

/// A stretch of a text that is a fragment of the slide.
struct FragmentSpan {
  int begin = 0, end = 0;  ///< bytes
  int fragment = 0;
};

/// A stretch of a text that is a link.
struct LinkSpan {
  int begin = 0, end = 0;  ///< bytes
  std::string href;
};

struct TextInk {
  ObjectPtr<PangoLayout> layout;
  std::vector<Point> starts;  ///< of each line, on its baseline
  Paint paint = Paint::text;
  std::vector<FragmentSpan> spans{};
  std::vector<LinkSpan> links{};
};

struct FillInk {
  Rect rect;
  Paint paint = Paint::line;
};

enum class Bullet { disc, square, circle, open_task, done_task };

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

/// The smallest around both; one without a size counts for nothing.
Rect united(const Rect&, const Rect&);

/// Ink that is a fragment of the slide: all from `begin` on, before `end`. One can lie inside another.
struct FragmentPart {
  std::size_t begin = 0, end = 0;
  int fragment = 0;
  Rect box{};  ///< around its boxes
};

struct Sheet {
  std::vector<Box> boxes;           ///< x, y, width and height in the design area
  std::vector<Ink> ink;             ///< in drawing order
  std::vector<FragmentPart> parts;  ///< in order of their ends
  std::vector<double> breaks;       ///< where a slide that is too tall may end: below lines and rows
  int line_count = 0;               ///< of all text placed so far

  /// How much there is so far.
  struct Mark {
    std::size_t ink = 0, box = 0;
  };
  Mark mark() const { return {ink.size(), boxes.size()}; }

  /// What was placed since `begin` is that fragment; 0: it is none.
  void add_part(const Mark& begin, int fragment);
};

/// Draws with the current transformation of `cairo`.
void draw_one(cairo_t* cairo, const Ink&, const Theme&);

/// All without the letters: what they stand on.
void draw_ground(cairo_t* cairo, const std::vector<Ink>&, const Theme&);

Color color_of(Paint, const Theme&);

void set_source(cairo_t* cairo, const Color&);

}  // namespace lectern::typeset
