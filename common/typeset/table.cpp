// Tables: centred, each column as wide as its words want, a line under every row but the last. Where room is
// scarce a table that is too tall is set in parts side by side, each under the header.
#include <cassert>
#include <numeric>
#include <utility>

#include "common/typeset/column_widths.h"
#include "common/typeset/scripts.h"
#include "common/typeset/text.h"

namespace lectern::typeset {
namespace {

constexpr double padding_em_vertical = 0.2;
constexpr double padding_em_horizontal = 0.5;
constexpr double line_width = 1;
constexpr std::size_t max_parts = 3;
constexpr double gap_em = 2;  // between parts

class TableBlock : public Block {
 public:
  TableBlock(Setting& setting, const deck::Table& table, const Surroundings& surroundings)
      : setting_(setting),
        padding_x_(padding_em_horizontal * surroundings.text.font.pixels),
        padding_y_(padding_em_vertical * surroundings.text.font.pixels),
        gap_(gap_em * surroundings.text.font.pixels),
        is_mirrored_(surroundings.text.direction == deck::TextDirection::right_to_left),
        columns_(table.columns.size()) {
    const std::size_t header_count = table.header.empty() ? 0 : is_room_scarce() ? max_parts : 1;
    for (std::size_t i = 0; i < header_count; ++i)
      headers_.push_back(row(setting, table, table.header, "th", surroundings.text));
    for (const auto& cells : table.body) {
      if (setting.bytes_left == 0) break;
      rows_.push_back(row(setting, table, cells, "td", surroundings.text));
    }
  }

  Widths widths() override { return table_widths(columns_); }

  void place(Sheet& sheet, Flow& flow, double left, double width) override {
    const double top = flow.settle();
    const std::size_t count = part_count(width, setting_.area_height - top);
    const std::vector<double> widths = widths_in(part_width(width, count));
    const double step = sum(widths) + gap_;
    left += (width - (static_cast<double>(count) * step - gap_)) / 2;
    const std::size_t break_count = sheet.breaks.size();
    std::vector<double> bottoms;
    double height = 0;
    for (std::size_t i = 0; i < count; ++i) {
      const std::size_t place = is_mirrored_ ? count - 1 - i : i;
      bottoms = place_part(sheet, part(i, count), widths, left + static_cast<double>(place) * step, top);
      if (!bottoms.empty()) height = std::max(height, bottoms.back() - top);
    }
    sheet.breaks.resize(break_count);  // between rows, not through one
    if (count == 1) sheet.breaks.insert(sheet.breaks.end(), bottoms.begin(), bottoms.end());
    flow.advance(height);
  }

 private:
  struct Cell {
    Text text;
    std::string plain;
  };
  struct Row {
    std::string kind;
    std::vector<Cell> cells;
    double baseline = 0;  ///< from the top of the content
    double height = 0;    ///< of the content, as of wrap()
  };
  using Part = std::vector<Row*>;

  static double sum(const std::vector<double>& widths) {
    return std::accumulate(widths.begin(), widths.end(), 0.0);
  }

  bool is_room_scarce() const { return setting_.room != Room::ample; }

  Row row(Setting& setting, const deck::Table& table, const deck::Table::Row& cells, std::string kind,
          TextStyle style) {
    assert(cells.size() == columns_.size());
    if (kind == "th") style.font.weight = bold_weight;
    Row row{.kind = std::move(kind), .cells = {}};
    for (std::size_t i = 0; i < columns_.size() && setting.afford_piece(); ++i) {
      style.align = table.columns[i] == deck::Align::none ? start_of(style.direction) : table.columns[i];
      Cell cell{Text(setting, cells[i], style), folded(deck::plain_text(cells[i]))};
      const Widths text = cell.text.widths();
      columns_[i].cover({text.min + 2 * padding_x_, text.max + 2 * padding_x_});
      row.cells.push_back(std::move(cell));
    }
    return row;
  }

  double part_width(double width, std::size_t count) const {
    return (width - gap_ * static_cast<double>(count - 1)) / static_cast<double>(count);
  }

  /// Where there is no room, columns are narrower than their longest words rather than off the slide.
  std::vector<double> widths_in(double available) const {
    std::vector<double> widths = column_widths(columns_, available);
    if (const double wanted = sum(widths); setting_.room == Room::none && wanted > available)
      for (double& width : widths) width *= available / wanted;
    return widths;
  }

  /// The fewest parts that are not taller than `height`; one where that is of no use.
  std::size_t part_count(double width, double height) {
    if (!is_room_scarce()) return 1;
    for (std::size_t count = 1; count <= max_parts; ++count) {
      const double available = part_width(width, count);
      if (count > 1 && table_widths(columns_).min > available) break;
      const std::vector<double> widths = widths_in(available);
      double tallest = 0;
      for (std::size_t i = 0; i < count; ++i) tallest = std::max(tallest, height_of(part(i, count), widths));
      if (tallest <= height) return count;
    }
    return 1;
  }

  /// One of so many, of about as many rows each.
  Part part(std::size_t index, std::size_t count) {
    Part part;
    if (index < headers_.size()) part.push_back(&headers_[index]);
    const std::size_t length = (rows_.size() + count - 1) / count;
    for (std::size_t i = index * length; i < std::min((index + 1) * length, rows_.size()); ++i)
      part.push_back(&rows_[i]);
    return part;
  }

  /// Cells of a row share the baseline of their first lines.
  void wrap(Row& row, const std::vector<double>& widths) const {
    row.baseline = row.height = 0;
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
      row.cells[i].text.wrap(widths[i] - 2 * padding_x_);
      row.baseline = std::max(row.baseline, row.cells[i].text.first_baseline());
    }
    for (const Cell& cell : row.cells)
      row.height = std::max(row.height, row.baseline - cell.text.first_baseline() + cell.text.height());
  }

  static bool has_line_below(const Part& part, std::size_t index) {
    return part[index]->kind == "th" || index + 1 < part.size();
  }

  /// The halves of the lines that belong to a row (§17.6.2, collapsing borders).
  static Extent borders(const Part& part, std::size_t index) {
    return {.above = index == 0 ? 0 : line_width / 2,
            .below = has_line_below(part, index) ? line_width / 2 : 0};
  }

  double height_of(const Part& part, std::size_t index) const {
    const Extent lines = borders(part, index);
    return lines.above + padding_y_ + part[index]->height + padding_y_ + lines.below;
  }

  double height_of(const Part& part, const std::vector<double>& widths) const {
    double height = 0;
    for (std::size_t i = 0; i < part.size(); ++i) {
      wrap(*part[i], widths);
      height += height_of(part, i);
    }
    return height;
  }

  /// Tells where the rows end.
  std::vector<double> place_part(Sheet& sheet, const Part& part, const std::vector<double>& widths,
                                 double left, double top) const {
    std::vector<double> bottoms;
    for (std::size_t i = 0; i < part.size(); ++i) {
      wrap(*part[i], widths);
      const double height = height_of(part, i);
      place_row(sheet, *part[i], widths, {left, top, sum(widths), height}, borders(part, i).above);
      top += height;
      bottoms.push_back(top);
      if (has_line_below(part, i))
        sheet.ink.emplace_back(FillInk{{left, top - line_width / 2, sum(widths), line_width}, Paint::line});
    }
    return bottoms;
  }

  void place_row(Sheet& sheet, Row& row, const std::vector<double>& widths, const Rect& rect,
                 double border_above) const {
    double left = is_mirrored_ ? rect.x + rect.width : rect.x;
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
      Text& text = row.cells[i].text;
      if (is_mirrored_) left -= widths[i];
      sheet.boxes.push_back(
          {row.kind, row.cells[i].plain, left, rect.y, widths[i], rect.height, text.line_count()});
      text.place(sheet, left + padding_x_,
                 rect.y + border_above + padding_y_ + row.baseline - text.first_baseline());
      if (!is_mirrored_) left += widths[i];
    }
  }

  Setting& setting_;
  double padding_x_;
  double padding_y_;
  double gap_;
  bool is_mirrored_;             ///< the first column is the rightmost
  std::vector<Widths> columns_;  ///< padding included
  std::vector<Row> headers_;     ///< one for each part that there could be
  std::vector<Row> rows_;
};

}  // namespace

std::unique_ptr<Block> make_block(Setting& setting, const deck::Table& table,
                                  const Surroundings& surroundings) {
  return std::make_unique<TableBlock>(setting, table, surroundings);
}

}  // namespace lectern::typeset
