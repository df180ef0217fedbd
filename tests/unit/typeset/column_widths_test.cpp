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

TEST(ColumnWidths, WhatACellOverSeveralLacksTheyShareByTheirText) {
  std::vector<Widths> columns = {{10, 30}, {10, 10}, {5, 5}};
  widen(columns, {{0, 2, {60, 100}}});
  const auto is_near = [](Widths a, Widths b) {
    return std::abs(a.min - b.min) < 1e-9 && std::abs(a.max - b.max) < 1e-9;
  };
  EXPECT_TRUE(is_near(columns[0], {45, 75}));
  EXPECT_TRUE(is_near(columns[1], {15, 25}));
  EXPECT_TRUE(is_near(columns[2], {5, 5}));
  columns = {{0, 0}, {0, 0}};
  widen(columns, {{0, 2, {20, 40}}});
  EXPECT_TRUE(is_near(columns[0], {10, 20}));
}

RC_GTEST_PROP(ColumnWidths, HaveRoomForCellsOverSeveral, ()) {
  const auto before = any_columns();
  RC_PRE(before.size() >= 2u);
  std::vector<WideCell> cells;
  for (int count = *rc::gen::inRange(1, 5); count > 0; --count) {
    const auto column = *rc::gen::inRange<std::size_t>(0, before.size() - 1);
    const auto column_count = *rc::gen::inRange<std::size_t>(2, before.size() - column + 1);
    const double min = *rc::gen::inRange(0, 4000);
    cells.push_back({column, column_count, {min, min + *rc::gen::inRange(0, 4000)}});
  }
  auto columns = before;
  widen(columns, cells);
  for (std::size_t i = 0; i < columns.size(); ++i) {
    RC_ASSERT(columns[i].min >= before[i].min && columns[i].max >= before[i].max);
    RC_ASSERT(columns[i].min <= columns[i].max + 1e-6);
  }
  for (const WideCell& cell : cells) {
    Widths together;
    for (std::size_t i = 0; i < cell.column_count; ++i) {
      together.min += columns[cell.column + i].min;
      together.max += columns[cell.column + i].max;
    }
    RC_ASSERT(together.min >= cell.widths.min - 1e-6 && together.max >= cell.widths.max - 1e-6);
  }
}

TEST(ColumnWidths, GiveTheRoomToTheColumnThatWantsIt) {
  const std::vector<double> expected = {60, 240, 100};
  EXPECT_EQ(column_widths({{60, 60}, {140, 440}, {100, 100}}, 400), expected);
}

}  // namespace
}  // namespace lectern::typeset
