// Puts a table's cells into its places, as HTML does (§4.9.12.1): each into the first of its row that no cell
// before it covers.
#pragma once

#include <cstddef>
#include <vector>

#include "common/deck/document.h"
#include "common/deck/markup/room.h"

namespace lectern::deck {

class TableBuilder {
 public:
  struct Cell {
    std::size_t column = 0;
    Inlines content;
  };

  enum class CellKind { header, body };
  /// `size` says over how many places the cell goes, as far as they are free; over 0 rows are all that
  /// follow.
  void add(Inlines content, CellKind, const Span& size);
  /// Of the row that is not ended.
  std::vector<Cell>& cells() { return row_; }
  void end_row();

  /// Rows in which all cells are headers make the header. Places without a cell of their own take room; when
  /// there is none left, rows of nothing end the table.
  Table finish(Room&);

 private:
  bool is_covered(std::size_t column) const { return column < covered_.size() && covered_[column] > 0; }

  std::vector<Align> aligns_;  // of the columns in which a cell begins
  std::vector<std::vector<Cell>> rows_;
  std::vector<Span> spans_;
  std::size_t header_count_ = 0;
  std::vector<Cell> row_;
  bool row_is_header_ = true;
  std::vector<std::size_t> covered_;  // each column for so many rows, this one included
  std::size_t next_column_ = 0;
};

}  // namespace lectern::deck
