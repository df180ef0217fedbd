#include "common/typeset/table_rows.h"

#include <algorithm>
#include <cassert>
#include <numeric>
#include <utility>

namespace lectern::typeset {
namespace {

constexpr double line_width = 1;

/// 0, and where each of the lengths ends, one behind another.
std::vector<double> ends_of(const std::vector<double>& lengths) {
  std::vector<double> ends(lengths.size() + 1);
  std::partial_sum(lengths.begin(), lengths.end(), ends.begin() + 1);
  return ends;
}

}  // namespace

TableRows::TableRows(std::vector<TableRow*> rows, std::vector<double> column_widths, const TableStyle& style)
    : rows_(std::move(rows)),
      edges_(ends_of(column_widths)),
      style_(style),
      baselines_(rows_.size()),
      heights_(rows_.size()),
      lines_(rows_.size(), std::vector<bool>(column_widths.size())) {
  for (std::size_t i = 0; i < rows_.size(); ++i) measure(i);
  for (std::size_t i = 0; i < rows_.size(); ++i)
    for (const TableCell& cell : rows_[i]->cells) make_room(cell, i);
  tops_ = ends_of(heights_);
}

double TableRows::left_of(std::size_t column, std::size_t count) const {
  return style_.is_mirrored ? width() - edges_[column + count] : edges_[column];
}

double TableRows::width_of(const TableCell& cell) const {
  return edges_[cell.column + cell.column_count] - edges_[cell.column];
}

bool TableRows::has_line_below(std::size_t row_index) const {
  return rows_[row_index]->kind == "th" || row_index + 1 < rows_.size();
}

/// The halves of the lines that belong to a row (§17.6.2, collapsing borders).
Extent TableRows::lines_of(std::size_t row_index) const {
  return {.above = row_index == 0 ? 0 : line_width / 2,
          .below = has_line_below(row_index) ? line_width / 2 : 0};
}

double TableRows::height_of(const TableCell& cell, std::size_t row_index) const {
  return baselines_[row_index] - cell.text.first_baseline() + cell.text.height() + style_.padding_y +
         lines_of(row_index).below;
}

/// Cells of a row share the baseline of their first lines.
void TableRows::measure(std::size_t row_index) {
  TableRow& row = *rows_[row_index];
  double& baseline = baselines_[row_index];
  for (TableCell& cell : row.cells) {
    assert(row_index + cell.row_count <= rows_.size() && cell.column + cell.column_count < edges_.size());
    cell.text.wrap(width_of(cell) - 2 * style_.padding_x);
    baseline = std::max(baseline, cell.text.first_baseline());
    if (has_line_below(row_index)) {
      const auto first =
          lines_[row_index + cell.row_count - 1].begin() + static_cast<std::ptrdiff_t>(cell.column);
      std::fill_n(first, cell.column_count, true);
    }
  }
  baseline += lines_of(row_index).above + style_.padding_y;
  for (const TableCell& cell : row.cells)
    if (cell.row_count == 1) heights_[row_index] = std::max(heights_[row_index], height_of(cell, row_index));
}

/// What rows lack for a cell over several of them is given to each by its height, or else to the last.
void TableRows::make_room(const TableCell& cell, std::size_t row_index) {
  if (cell.row_count == 1) return;
  const auto first = heights_.begin() + static_cast<std::ptrdiff_t>(row_index);
  const auto end = first + static_cast<std::ptrdiff_t>(cell.row_count);
  const double height = std::accumulate(first, end, 0.0);
  const double missing = height_of(cell, row_index) - height;
  if (missing <= 0) return;
  if (height == 0) {
    *(end - 1) = missing;
  } else {
    for (auto row = first; row != end; ++row) *row *= 1 + missing / height;
  }
}

std::vector<double> TableRows::place(Sheet& sheet, double left, double top) {
  std::vector<double> bottoms;
  for (std::size_t i = 0; i < rows_.size(); ++i) {
    for (TableCell& cell : rows_[i]->cells) {
      const double x = left + left_of(cell.column, cell.column_count), y = top + tops_[i];
      const Sheet::Mark begin = sheet.mark();
      sheet.boxes.push_back({rows_[i]->kind, cell.plain, x, y, width_of(cell),
                             tops_[i + cell.row_count] - tops_[i], cell.text.line_count(),
                             cell.column_count, cell.row_count});
      cell.text.place(sheet, x + style_.padding_x, y + baselines_[i] - cell.text.first_baseline());
      sheet.add_part(begin, cell.fragment);
    }
    bottoms.push_back(top + tops_[i + 1]);
    place_line(sheet, i, left, bottoms.back());
  }
  return bottoms;
}

/// In pieces, where a cell goes on below the row.
void TableRows::place_line(Sheet& sheet, std::size_t row_index, double left, double y) const {
  const std::vector<bool>& line = lines_[row_index];
  for (auto begin = line.begin(); (begin = std::find(begin, line.end(), true)) != line.end();) {
    const auto end = std::find(begin, line.end(), false);
    const auto column = static_cast<std::size_t>(begin - line.begin()),
               count = static_cast<std::size_t>(end - begin);
    sheet.ink.emplace_back(FillInk{{left + left_of(column, count), y - line_width / 2,
                                    edges_[column + count] - edges_[column], line_width},
                                   Paint::line});
    begin = end;
  }
}

}  // namespace lectern::typeset
