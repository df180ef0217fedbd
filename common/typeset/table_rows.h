// Rows of a table one below another: how tall they are, and where their cells and lines lie.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "common/typeset/text.h"

namespace lectern::typeset {

struct TableCell {
  Text text;
  std::string plain;
  int fragment = 0;  ///< that all of it is; 0: none
  std::size_t column = 0;
  std::size_t column_count = 1;
  std::size_t row_count = 1;
};

struct TableRow {
  std::string kind;  ///< of its boxes: th, td
  std::vector<TableCell> cells;
};

/// What all cells have in common.
struct TableStyle {
  double padding_x = 0, padding_y = 0;
  bool is_mirrored = false;  ///< the first column is the rightmost
};

class TableRows {
 public:
  /// Wraps the text of the rows' cells. No cell goes over the last row.
  TableRows(std::vector<TableRow*> rows, std::vector<double> column_widths, const TableStyle&);

  double width() const { return edges_.back(); }
  double height() const { return tops_.back(); }

  /// Tells where rows end. Once.
  std::vector<double> place(Sheet&, double left, double top);

 private:
  double width_of(const TableCell&) const;
  double left_of(std::size_t column, std::size_t count) const;
  bool has_line_below(std::size_t row_index) const;
  Extent lines_of(std::size_t row_index) const;
  double height_of(const TableCell&, std::size_t row_index) const;
  void measure(std::size_t row_index);
  void make_room(const TableCell&, std::size_t row_index);
  void place_line(Sheet&, std::size_t row_index, double left, double top) const;

  std::vector<TableRow*> rows_;
  std::vector<double> edges_;  ///< of the columns, the table's both among them
  TableStyle style_;
  std::vector<double> baselines_;  ///< of the rows' first lines, from their tops
  std::vector<double> heights_;
  std::vector<double> tops_;              ///< of the rows, and the last one's end
  std::vector<std::vector<bool>> lines_;  ///< below each row, in which columns there is one
};

}  // namespace lectern::typeset
