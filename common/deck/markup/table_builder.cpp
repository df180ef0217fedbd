#include "common/deck/markup/table_builder.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "common/deck/deck.h"

namespace lectern::deck {
namespace {

constexpr std::size_t all_rows = 1'000'000;

}  // namespace

void TableBuilder::add(Inlines content, CellKind kind, const Span& size) {
  std::size_t column = next_column_;
  while (is_covered(column)) ++column;
  if (column >= max_table_columns) return;
  std::size_t end = column + 1;
  while (end < std::min(column + size.column_count, max_table_columns) && !is_covered(end)) ++end;
  next_column_ = end;
  row_.push_back({column, std::move(content)});
  row_is_header_ = row_is_header_ && kind == CellKind::header;

  const Span span{.row = rows_.size(),
                  .column = column,
                  .row_count = size.row_count == 0 ? all_rows : std::min(size.row_count, all_rows),
                  .column_count = end - column,
                  .align = size.align};
  if (span.row_count > 1 || span.column_count > 1) spans_.push_back(span);
  covered_.resize(std::max(covered_.size(), end));
  std::fill_n(covered_.begin() + static_cast<std::ptrdiff_t>(column), span.column_count, span.row_count);
  aligns_.resize(std::max(aligns_.size(), column + 1));
  if (span.column_count == 1 && aligns_[column] == Align::none) aligns_[column] = size.align;
}

void TableBuilder::end_row() {
  const bool is_covered_row = std::ranges::any_of(covered_, [](std::size_t rows) { return rows > 0; });
  if (is_covered_row) {
    if (row_is_header_ && header_count_ == rows_.size()) ++header_count_;
    rows_.push_back(std::move(row_));
  }
  for (std::size_t& rows : covered_) rows -= rows > 0;
  row_.clear();
  row_is_header_ = true;
  next_column_ = 0;
}

Table TableBuilder::finish(Room& room) {
  Table table;
  std::vector<Table::Row> grid;
  const std::size_t column_count = aligns_.size();
  for (std::vector<Cell>& row : rows_) {
    bool has_room = true;
    for (std::size_t missing = column_count - row.size(); missing > 0; --missing)
      has_room = room.take_piece();
    if (!has_room && std::ranges::all_of(row, &Inlines::empty, &Cell::content)) break;
    Table::Row& places = grid.emplace_back(column_count);
    for (Cell& cell : row) places[cell.column] = std::move(cell.content);
  }
  for (Span span : spans_) {
    if (span.row >= grid.size()) break;
    span.row_count = std::min(span.row_count, grid.size() - span.row);
    span.column_count = std::min(span.column_count, column_count - span.column);
    if (span.row_count > 1 || span.column_count > 1) table.spans.push_back(span);
  }
  std::size_t header_count = std::min(header_count_, grid.size());
  for (auto span = table.spans.rbegin(); span != table.spans.rend(); ++span)
    if (span->row < header_count && span->row + span->row_count > header_count) header_count = span->row;
  const auto body = std::make_move_iterator(grid.begin() + static_cast<std::ptrdiff_t>(header_count));
  table.header.assign(std::make_move_iterator(grid.begin()), body);
  table.body.assign(body, std::make_move_iterator(grid.end()));
  table.columns = std::move(aligns_);
  return table;
}

}  // namespace lectern::deck
