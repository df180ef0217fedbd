#include "common/deck/markup/table_builder.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <set>
#include <string>

#include "common/deck/deck.h"

namespace lectern::deck {
namespace {

using enum TableBuilder::CellKind;

Inlines words(std::string text) {
  TextRun run;
  run.text = std::move(text);
  return {run};
}

Span over(std::size_t rows, std::size_t columns) {
  return {.row_count = rows, .column_count = columns};
}

Table finished(TableBuilder& builder) {
  Room room(Room::no_limit, 0);
  return builder.finish(room);
}

TEST(TableBuilder, ACellGoesWhereNoneFromAboveStands) {
  TableBuilder builder;
  builder.add(words("a"), body, over(2, 1));
  builder.add(words("b"), body, over(1, 2));
  builder.end_row();
  builder.add(words("c"), body, {});
  builder.add(words("d"), body, {});
  builder.end_row();
  const Table table = finished(builder);
  ASSERT_EQ(table.columns.size(), 3u);
  EXPECT_EQ(plain_text(table.body.at(1).at(1)), "c");
  EXPECT_EQ(plain_text(table.body.at(1).at(2)), "d");
  ASSERT_EQ(table.spans.size(), 2u);
  EXPECT_EQ(table.spans.at(0).row_count, 2u);
  EXPECT_EQ(table.spans.at(1).column_count, 2u);
}

TEST(TableBuilder, SpansEndWithTheTable) {
  TableBuilder builder;
  builder.add(words("all"), body, over(1, 100));
  builder.end_row();
  builder.add(words("a"), body, {});
  builder.add(words("b"), body, over(0, 1));
  builder.end_row();
  const Table table = finished(builder);
  EXPECT_EQ(table.columns.size(), 2u);
  ASSERT_EQ(table.spans.size(), 1u);
  EXPECT_EQ(table.spans.front().column_count, 2u);
}

TEST(TableBuilder, ARowOfNothingIsThereWhereACellGoesOverIt) {
  TableBuilder builder;
  builder.add(words("a"), body, over(2, 1));
  builder.end_row();
  builder.end_row();
  builder.end_row();
  builder.add(words("b"), body, {});
  builder.end_row();
  EXPECT_EQ(finished(builder).body.size(), 3u);
}

TEST(TableBuilder, TheRowsOfHeadersAtTheTopAreTheHeader) {
  TableBuilder builder;
  builder.add(words("a"), header, over(2, 1));
  builder.add(words("b"), header, over(1, 2));
  builder.end_row();
  builder.add(words("c"), header, {});
  builder.add(words("d"), header, {});
  builder.end_row();
  builder.add(words("e"), header, {});
  builder.add(words("1"), body, {});
  builder.end_row();
  const Table table = finished(builder);
  EXPECT_EQ(table.header.size(), 2u);
  EXPECT_EQ(table.body.size(), 1u);
}

TEST(TableBuilder, AHeaderThatGoesOnBesideTheBodyIsPartOfIt) {
  TableBuilder builder;
  builder.add(words("a"), header, {});
  builder.end_row();
  builder.add(words("b"), header, over(2, 1));
  builder.end_row();
  builder.add(words("1"), body, {});
  builder.end_row();
  const Table table = finished(builder);
  EXPECT_EQ(table.header.size(), 1u);
  EXPECT_EQ(table.body.size(), 2u);
}

TEST(TableBuilder, AlignmentOfACellOverSeveralColumnsIsItsOwn) {
  TableBuilder builder;
  builder.add(words("a"), body, {.column_count = 2, .align = Align::center});
  builder.end_row();
  builder.add(words("1"), body, {.align = Align::right});
  builder.add(words("2"), body, {});
  builder.end_row();
  const Table table = finished(builder);
  EXPECT_EQ(table.columns.front(), Align::right);
  EXPECT_EQ(table.spans.front().align, Align::center);
}

RC_GTEST_PROP(TableBuilder, EveryPlaceHasNoMoreThanOneCell, ()) {
  TableBuilder builder;
  std::size_t cell_count = 0;
  for (int row = *rc::gen::inRange(1, 12); row > 0; --row) {
    for (int cell = *rc::gen::inRange(0, 8); cell > 0; --cell, ++cell_count)
      builder.add(words("x"), *rc::gen::arbitrary<bool>() ? header : body,
                  over(*rc::gen::inRange<std::size_t>(0, 5), *rc::gen::inRange<std::size_t>(0, 40)));
    builder.end_row();
  }
  const Table table = finished(builder);
  RC_ASSERT(table.columns.size() <= max_table_columns);
  const std::size_t row_count = table.header.size() + table.body.size();
  std::set<std::pair<std::size_t, std::size_t>> taken;
  std::size_t shown = 0;
  for (const auto* rows : {&table.header, &table.body})
    for (const Table::Row& row : *rows) {
      RC_ASSERT(row.size() == table.columns.size());
      for (const Inlines& cell : row) shown += !cell.empty();
    }
  RC_ASSERT(shown <= cell_count);
  for (const Span& span : table.spans) {
    RC_ASSERT(span.row + span.row_count <= row_count);
    RC_ASSERT(span.column + span.column_count <= table.columns.size());
    RC_ASSERT(span.row >= table.header.size() || span.row + span.row_count <= table.header.size());
    for (std::size_t row = span.row; row < span.row + span.row_count; ++row)
      for (std::size_t column = span.column; column < span.column + span.column_count; ++column)
        RC_ASSERT(taken.emplace(row, column).second);
  }
  for (const auto& [row, column] : taken) {
    const bool is_first = std::ranges::any_of(
        table.spans, [&](const Span& span) { return span.row == row && span.column == column; });
    const Table::Row& places =
        row < table.header.size() ? table.header[row] : table.body[row - table.header.size()];
    RC_ASSERT(places.at(column).empty() != is_first);
  }
}

}  // namespace
}  // namespace lectern::deck
