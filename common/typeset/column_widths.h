// How wide the columns of a table become: CSS 2 §17.5.2.2, automatic table layout.
#pragma once

#include <vector>

#include "common/typeset/widths.h"

namespace lectern::typeset {

/// Of the columns side by side.
Widths table_widths(const std::vector<Widths>& columns);

/// Each column between its min and max; together `available` wide unless the table is content with less or
/// cannot do with it.
std::vector<double> column_widths(const std::vector<Widths>& columns, double available);

}  // namespace lectern::typeset
