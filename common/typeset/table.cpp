// Tables: centred, each column as wide as its words want, a line under every row but the last.
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

class TableBlock : public Block {
 public:
  TableBlock(Setting& setting, const deck::Table& table, const Surroundings& surroundings)
      : padding_x_(padding_em_horizontal * surroundings.text.font.pixels),
        padding_y_(padding_em_vertical * surroundings.text.font.pixels),
        is_mirrored_(surroundings.text.direction == deck::TextDirection::right_to_left),
        columns_(table.columns.size()) {
    if (!table.header.empty()) add_row(setting, table, table.header, "th", surroundings.text);
    for (const auto& row : table.body) {
      if (setting.bytes_left == 0) break;
      add_row(setting, table, row, "td", surroundings.text);
    }
  }

  Widths widths() override { return table_widths(columns_); }

  void place(Sheet& sheet, Flow& flow, double left, double width) override {
    const std::vector<double> widths = column_widths(columns_, width);
    const double table_width = std::accumulate(widths.begin(), widths.end(), 0.0);
    left += (width - table_width) / 2;
    const double table_top = flow.settle();
    double top = table_top;
    for (std::size_t i = 0; i < rows_.size(); ++i) {
      const bool has_line_below = rows_[i].kind == "th" || i + 1 < rows_.size();
      top += place_row(sheet, rows_[i], widths, left, top,
                       {.above = i == 0 ? 0 : line_width / 2, .below = has_line_below ? line_width / 2 : 0});
      if (has_line_below) {
        sheet.ink.emplace_back(FillInk{{left, top - line_width / 2, table_width, line_width}, Paint::line});
      }
    }
    flow.advance(top - table_top);
  }

 private:
  struct Cell {
    Text text;
    std::string plain;
  };
  struct Row {
    std::string kind;
    std::vector<Cell> cells;
  };

  void add_row(Setting& setting, const deck::Table& table, const deck::Table::Row& cells, std::string kind,
               TextStyle style) {
    assert(cells.size() == columns_.size());
    if (kind == "th") style.font.weight = bold_weight;
    Row row{std::move(kind), {}};
    for (std::size_t i = 0; i < columns_.size() && setting.afford_piece(); ++i) {
      style.align = table.columns[i] == deck::Align::none ? start_of(style.direction) : table.columns[i];
      Cell cell{Text(setting, cells[i], style), folded(deck::plain_text(cells[i]))};
      const Widths text = cell.text.widths();
      columns_[i].cover({text.min + 2 * padding_x_, text.max + 2 * padding_x_});
      row.cells.push_back(std::move(cell));
    }
    rows_.push_back(std::move(row));
  }

  /// Cells of a row share the baseline of their first lines. `borders`: the halves of the lines that belong
  /// to this row (§17.6.2, collapsing borders). Returns the row's height.
  double place_row(Sheet& sheet, Row& row, const std::vector<double>& widths, double left, double top,
                   Extent borders) {
    double baseline = 0;
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
      row.cells[i].text.wrap(widths[i] - 2 * padding_x_);
      baseline = std::max(baseline, row.cells[i].text.first_baseline());
    }
    double content = 0;
    for (const Cell& cell : row.cells) {
      content = std::max(content, baseline - cell.text.first_baseline() + cell.text.height());
    }
    const double height = borders.above + padding_y_ + content + padding_y_ + borders.below;
    if (is_mirrored_) left += std::accumulate(widths.begin(), widths.end(), 0.0);
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
      Text& text = row.cells[i].text;
      if (is_mirrored_) left -= widths[i];
      sheet.boxes.push_back({row.kind, row.cells[i].plain, left, top, widths[i], height, text.line_count()});
      text.place(sheet, left + padding_x_,
                 top + borders.above + padding_y_ + baseline - text.first_baseline());
      if (!is_mirrored_) left += widths[i];
    }
    return height;
  }

  double padding_x_;
  double padding_y_;
  bool is_mirrored_;             ///< the first column is the rightmost
  std::vector<Widths> columns_;  ///< padding included
  std::vector<Row> rows_;
};

}  // namespace

std::unique_ptr<Block> make_block(Setting& setting, const deck::Table& table,
                                  const Surroundings& surroundings) {
  return std::make_unique<TableBlock>(setting, table, surroundings);
}

}  // namespace lectern::typeset
