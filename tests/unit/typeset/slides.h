// Slides made by hand, and what they come to on a display.
#pragma once

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "common/typeset/typesetter.h"
#include "tests/support/themes.h"

namespace lectern::typeset {

using test::night;

inline constexpr PixelSize design_size{
    960, 700};  ///< with margin 0 a display of this size shows CSS pixels as they are

inline deck::Inlines text(std::string words) {
  deck::TextRun run;
  run.text = std::move(words);
  return {run};
}

inline deck::Block paragraph(std::string words) {
  return {deck::Paragraph{text(std::move(words))}};
}
inline deck::Block heading(int level, std::string words) {
  return {deck::Heading{level, text(std::move(words))}};
}
inline deck::Block picture(std::string source, std::string alternative) {
  return {deck::Paragraph{{deck::InlineImage{std::move(source), std::move(alternative), {}}}}};
}
inline deck::List list(const std::vector<std::string>& items) {
  deck::List result;
  for (const auto& item : items) result.items.push_back({{{deck::Plain{text(item)}}}});
  return result;
}

/// Every row has as many cells as the first, which is the header.
inline deck::Table table(const std::vector<std::vector<std::string>>& rows) {
  deck::Table result;
  result.columns.resize(rows.front().size());
  for (const auto& row : rows) {
    deck::Table::Row cells;
    for (const auto& cell : row) cells.push_back(text(cell));
    if (result.header.empty()) {
      result.header.push_back(cells);
    } else {
      result.body.push_back(cells);
    }
  }
  return result;
}

inline deck::Slide slide(deck::Blocks content) {
  deck::Slide result;
  result.content = std::move(content);
  return result;
}

inline deck::Settings without_margin() {
  deck::Settings settings;
  settings.margin = 0;
  return settings;
}

inline const Box& find(const std::vector<Box>& boxes, std::string_view kind, std::size_t index = 0) {
  for (const Box& box : boxes) {
    if (box.kind == kind && index-- == 0) return box;
  }
  static const Box none;
  ADD_FAILURE() << "no such box: " << kind;
  return none;
}

class TypesetterTest : public testing::Test {
 protected:
  /// In CSS pixels of the design area.
  std::vector<Box> boxes(const deck::Slide& slide, const PictureLookup& pictures = {}) {
    return typesetter_.layout(slide, without_margin(), night(), design_size, pictures).boxes();
  }

  Pixmap draw(const deck::Slide& slide, const PictureLookup& pictures = {}) {
    Pixmap result(design_size);
    typesetter_.draw(typesetter_.layout(slide, without_margin(), night(), design_size, pictures), night(),
                     result);
    return result;
  }

  Typesetter typesetter_ = *Typesetter::create(LECTERN_FONT_DIR);
};

}  // namespace lectern::typeset
