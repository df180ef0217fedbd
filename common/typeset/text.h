// Inline content: runs, pictures and line breaks, shaped by Pango and set in lines by CSS's rules.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/typeset/block.h"

namespace lectern::typeset {

class Text {
 public:
  Text(Setting&, const deck::Inlines&, const TextStyle&);

  /// `text` as it stands, spaces and line ends kept.
  static Text preformatted(Setting&, std::string_view text, const TextStyle&);

  Widths widths();

  /// Breaks the text into lines and sizes its pictures. What follows is of these lines.
  void wrap(double width);
  double height() const;
  int line_count() const { return static_cast<int>(lines_.size()); }
  double first_baseline() const { return lines_.front().extent.above; }
  double overhang() const;  ///< of the last line's letters below its line box

  /// Puts the lines and the boxes of pictures onto the sheet. Once.
  void place(Sheet&, double left, double top);

 private:
  struct Span {  ///< a stretch of the text that needs its own room on the line
    int begin = 0, end = 0;
    Extent extent;
  };
  struct InlinePicture {
    int index = 0;  ///< of its character in the text, in bytes
    std::string alt;
    const Picture* picture = nullptr;  ///< null: missing
    std::optional<deck::Length> wanted_width{};
    std::optional<deck::Length> wanted_height{};
    int fragment = 0;
    double width = 0, height = 0;  ///< as set by size_pictures()
  };
  struct Line {
    Extent extent;
    double width = 0;
  };

  Text(Setting&, const TextStyle&);
  void add(const deck::TextRun&);
  void add(const deck::InlineImage&);
  void add(const deck::LineBreak&);
  void shape();
  void size_pictures(double max_width);
  void size(InlinePicture&, double max_width) const;
  void trim();
  int position() const { return static_cast<int>(text_.size()); }

  Setting& setting_;
  TextStyle style_;
  std::string text_;
  AttributesPtr attributes_;
  std::vector<Span> spans_;  ///< in order
  std::vector<FragmentSpan> fragments_;
  std::vector<LinkSpan> links_;
  std::vector<InlinePicture> pictures_;
  ObjectPtr<PangoLayout> layout_;
  std::vector<Line> lines_;
  double width_ = 0;
};

}  // namespace lectern::typeset
