#include "common/typeset/column_widths.h"

#include <algorithm>
#include <span>

namespace lectern::typeset {
namespace {

Widths sum(std::span<const Widths> columns) {
  Widths table;
  for (const Widths& column : columns) {
    table.min += column.min;
    table.max += column.max;
  }
  return table;
}

/// What a column of so many has of something, if each has as much of it as of `whole`.
double share(double part, double whole, std::size_t count) {
  return whole > 0 ? part / whole : 1.0 / static_cast<double>(count);
}

/// Min grows as far as the columns' text would fill it, then as max does.
void widen(std::span<const Widths> columns, Widths cell, std::span<Widths> into) {
  const Widths together = sum(columns);
  const double within = std::clamp(cell.min - together.min, 0.0, together.max - together.min),
               beyond = std::max(cell.min - together.max, 0.0), more = std::max(cell.max - together.max, 0.0);
  for (std::size_t i = 0; i < columns.size(); ++i) {
    const Widths& column = columns[i];
    const double by_room = share(column.max - column.min, together.max - together.min, columns.size()),
                 by_max = share(column.max, together.max, columns.size());
    into[i].cover({column.min + by_room * within + by_max * beyond, column.max + by_max * more});
  }
}

}  // namespace

void widen(std::vector<Widths>& columns, std::vector<WideCell> cells) {
  std::ranges::stable_sort(cells, {}, &WideCell::column_count);
  std::vector<Widths> before;  // as cells over fewer columns want them
  for (std::size_t i = 0; i < cells.size(); ++i) {
    const WideCell& cell = cells[i];
    if (i == 0 || cells[i - 1].column_count < cell.column_count) before = columns;
    widen(std::span(before).subspan(cell.column, cell.column_count), cell.widths,
          std::span(columns).subspan(cell.column, cell.column_count));
  }
}

Widths table_widths(const std::vector<Widths>& columns) {
  return sum(columns);
}

std::vector<double> column_widths(const std::vector<Widths>& columns, double available) {
  const Widths table = table_widths(columns);
  const double spread = table.max - table.min;
  const double share = spread > 0 ? std::clamp((available - table.min) / spread, 0.0, 1.0) : 0.0;
  std::vector<double> widths;
  for (const Widths& column : columns) widths.push_back(column.min + share * (column.max - column.min));
  return widths;
}

}  // namespace lectern::typeset
