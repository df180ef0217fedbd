#include "common/typeset/column_widths.h"

namespace lectern::typeset {

Widths table_widths(const std::vector<Widths>& columns) {
  Widths table;
  for (const Widths& column : columns) {
    table.min += column.min;
    table.max += column.max;
  }
  return table;
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
