// How wide the columns of a table become: CSS 2 §17.5.2.2, automatic table layout, and for cells over several
// columns CSS Tables 3 §3.8.2.
#pragma once

#include <cstddef>
#include <vector>

#include "common/typeset/widths.h"

namespace lectern::typeset {

/// A cell over several columns.
struct WideCell {
  std::size_t column = 0;
  std::size_t column_count = 2;
  Widths widths;
};

/// Makes columns, of which `columns` says what the cells in one of them want, wide enough for the others too.
/// What is missing they share by how wide they could be.
void widen(std::vector<Widths>& columns, std::vector<WideCell> cells);

/// Of the columns side by side.
Widths table_widths(const std::vector<Widths>& columns);

/// Each column between its min and max; together `available` wide unless the table is content with less or
/// cannot do with it.
std::vector<double> column_widths(const std::vector<Widths>& columns, double available);

}  // namespace lectern::typeset
