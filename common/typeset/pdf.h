// A PDF file in the making. What is drawn on its pages stays what it is: text is text, a photograph is a
// JPEG, and what belongs to which heading, list or table is said in tags (ISO 32000-1 §14.8).
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "common/base/pixmap.h"
#include "common/typeset/color.h"

namespace lectern::typeset {

struct PdfOptions {
  std::string title;
  std::string author;  ///< empty: not known
  /// A picture as the JPEG to keep instead; empty: each of its pixels is to be kept.
  std::function<std::string(const Pixmap&)> encode{};
  /// The name of the page that a link inside the deck leads to; empty: none.
  std::function<std::string(std::string_view href)> page_of{};
};

/// What Cairo cannot say in the file of a figure or of a table's cell.
struct PdfElement {
  std::string alternative{};                    ///< what the figure shows
  std::size_t column_count = 1, row_count = 1;  ///< that the cell goes over
};

/// Belongs to one thread. Lengths on a page are in points, 1/72 inch.
class Pdf {
 public:
  /// Takes the next bytes of the file; false: they cannot be written.
  using Write = std::function<bool(std::string_view)>;

  Pdf(Write, PdfOptions);
  Pdf(Pdf&&) noexcept;
  Pdf& operator=(Pdf&&) noexcept;
  ~Pdf();

  /// `name` is what links lead to, ASCII and of this page alone; empty: it has none.
  void begin_page(double width, double height, std::string_view name);

  /// From now on things are drawn as on a display of that many pixels, whose upper left corner is at (x, y)
  /// of the page and whose pixels are `scale` points large. Nothing is drawn outside it.
  void set_display(double x, double y, double scale, PixelSize display);

  PixelSize display() const;

  /// An entry of the outline that leads to the page of that name. 0 is above the topmost ones. The number is
  /// for what comes below it.
  int add_to_outline(const std::string& title, std::string_view page_name, int above);

  void fill(const Color&);

  /// The figures and cells, in their order in the file.
  const std::vector<PdfElement>& elements() const;

  /// Ends the file; false: not all of it could be written.
  bool finish();

  struct Drawing;
  Drawing& drawing() { return *drawing_; }

 private:
  std::unique_ptr<Drawing> drawing_;
};

}  // namespace lectern::typeset
