#include "common/typeset/column_widths.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <numeric>

namespace lectern::typeset {
namespace {

std::vector<Widths> any_columns() {
  return *rc::gen::container<std::vector<Widths>>(rc::gen::apply(
      [](int min, int more) {
        return Widths{min / 8.0, (min + more) / 8.0};
      },
      rc::gen::inRange(0, 4000), rc::gen::inRange(0, 8000)));
}

RC_GTEST_PROP(ColumnWidths, FillTheWidthWithinWhatTheContentAllows, ()) {
  const auto columns = any_columns();
  const double available = *rc::gen::inRange(0, 4000);
  const auto widths = column_widths(columns, available);
  const Widths table = table_widths(columns);
  const double sum = std::accumulate(widths.begin(), widths.end(), 0.0);
  RC_ASSERT(std::abs(sum - std::clamp(available, table.min, table.max)) < 1e-6);
}

RC_GTEST_PROP(ColumnWidths, AreNeverNarrowerThanTheLongestWordNorWiderThanTheText, ()) {
  const auto columns = any_columns();
  const auto widths = column_widths(columns, *rc::gen::inRange(0, 4000));
  RC_ASSERT(widths.size() == columns.size());
  for (std::size_t i = 0; i < widths.size(); ++i) {
    RC_ASSERT(widths[i] >= columns[i].min - 1e-9);
    RC_ASSERT(widths[i] <= columns[i].max + 1e-9);
  }
}

TEST(ColumnWidths, GiveTheRoomToTheColumnThatWantsIt) {
  const std::vector<double> expected = {60, 240, 100};
  EXPECT_EQ(column_widths({{60, 60}, {140, 440}, {100, 100}}, 400), expected);
}

}  // namespace
}  // namespace lectern::typeset
