// A slide's content laid out and drawn: Pango sets the text, Cairo draws it, the rules are CSS's. Geometry is
// worked out in the design area's CSS pixels and scaled once, as reveal.js does.
#pragma once

#include <filesystem>
#include <functional>
#include <limits>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "common/base/pixmap.h"
#include "common/base/result.h"
#include "common/deck/deck.h"
#include "common/typeset/letters.h"
#include "common/typeset/pdf.h"
#include "common/typeset/theme.h"

namespace lectern::typeset {

/// A picture in the text. `pixels` may be smaller than the natural size (decoded for the display); it is
/// scaled when drawn.
struct Picture {
  double natural_width = 0;  ///< CSS pixels: the file's own pixels, upright after EXIF orientation
  double natural_height = 0;
  std::shared_ptr<const Pixmap>
      pixels;  ///< null: known to exist, not decoded (laid out, drawn as a placeholder)
};

/// Finds a picture by its source as written. nullptr: missing or undecodable; a quiet placeholder stands for
/// it.
using PictureLookup = std::function<const Picture*(std::string_view source)>;

/// A CSS border box in pixels of the display.
struct Box {
  std::string kind;  ///< h1…h6, p, li, th, td, img, pre, blockquote
  std::string text;  ///< of the element, white space folded; an image's alternative text
  double x = 0, y = 0, width = 0, height = 0;
  int line_count = 0;  ///< lines of text; 0 for img
  std::size_t column_count = 1, row_count = 1;  ///< of a table, that a cell goes over
};

class Fonts;

/// One slide laid out for one display size. Owned by whoever asked; tied to the Typesetter that made it and
/// must not outlive it.
class Layout {
 public:
  Layout(Layout&&) noexcept;
  Layout& operator=(Layout&&) noexcept;
  ~Layout();

  const std::vector<Box>& boxes() const;  ///< in document order, as a browser's querySelectorAll gives them
  double scale() const;  ///< from the design area's CSS pixels to the display's, `fit` included
  double fit() const;    ///< what the content had to be scaled down by to fit the design area; 1: not at all
  bool overflows() const;      ///< at its full size it would run off the display
  int cut_line_count() const;  ///< lines of text for which there is no room at any size that can be read
  std::vector<Letters> letters(const Theme&) const;  ///< in drawing order

 private:
  friend class Typesetter;
  struct Content;
  explicit Layout(std::unique_ptr<Content>);
  std::unique_ptr<Content> content_;
};

/// From the design area's CSS pixels to the display's, before anything is made to fit.
double scale_on(const deck::Settings&, PixelSize display);

/// What of a slide at one of its steps is drawn. What arrives is each fragment of that very step that moves
/// into its place (deck::moves), with all that is in it.
struct Excerpt {
  enum class Of { whole, resting, arriving } of = Of::whole;
  deck::Effect effect{};  ///< of what arrives, which is drawn without what rests

  friend bool operator==(const Excerpt&, const Excerpt&) = default;
};

inline constexpr int all_steps = std::numeric_limits<int>::max();

/// Sets slides. Owns a Pango font map, so it belongs to one thread at a time; make one a worker. Costs some
/// milliseconds to make and more on the first text it sets.
class Typesetter {
 public:
  /// `font_folder` holds the fonts that the distribution lacks (Montserrat); they are known to this process
  /// alone.
  static Result<Typesetter> create(const std::filesystem::path& font_folder);
  Typesetter(Typesetter&&) noexcept;
  Typesetter& operator=(Typesetter&&) noexcept;
  ~Typesetter();

  /// Lays a slide out on a display of `size`. Where it is larger than the design area, pictures become
  /// smaller first, then everything down to what can be read; what is left over is cut.
  Layout layout(const deck::Slide&, const deck::Settings&, const Theme&, PixelSize size,
                const PictureLookup&);

  /// Draws onto `target` (any size: the layout is for a display of that size), over what is there, with that
  /// many of the slide's steps revealed. Geometry is the same at every step.
  void draw(const Layout&, const Theme&, Pixmap& target, int step = all_steps, const Excerpt& = {},
            double scale = 1);

  /// Onto the display that the page shows, with all steps revealed, as a section of the document with its
  /// links.
  void draw(const Layout&, const Theme&, Pdf&);

  /// As draw(), without the letters and `scale` times as large.
  void draw_ground(const Layout&, const Theme&, double scale, Pixmap& target);

  /// The slide's number, small, in the lower right corner.
  void draw_number(std::string_view number, Pixmap& target);
  void draw_number(std::string_view number, Pdf&);

  /// Lays blocks out one below another, as tall as they come, to be read rather than shown: text begins at
  /// `left`, where markers of lists hang out. Pictures are left to their words.
  Layout column(const deck::Blocks&, const Theme&, double left, double width);

  /// Where a column can be cut into pages of that height, the first of another; the last is the column's end.
  static std::vector<double> page_ends(const Layout& column, double first_height, double height);

  /// What lies there on a column, at the top of the display that the page shows.
  void draw_stretch(const Layout& column, const Theme&, double begin, double end, Pdf&);

  /// One line of text on a transparent ground, as wide as its advance and as high as its font, at least one
  /// pixel each; for overlays. What is wider than `max_width` ends in an ellipsis; 0: nothing is.
  Pixmap line(std::string_view text, std::string_view family, double font_pixels, Color, bool tabular_digits,
              int max_width = 0);

 private:
  explicit Typesetter(std::unique_ptr<Fonts>);
  std::unique_ptr<Fonts> fonts_;
};

}  // namespace lectern::typeset
