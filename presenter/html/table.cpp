#include <algorithm>
#include <set>
#include <span>
#include <string>
#include <vector>

#include "presenter/html/writing.h"

namespace lectern::html {
namespace {

std::size_t row_count(const deck::Table& table) {
  return table.header.size() + table.body.size();
}

const deck::Table::Row& row_at(const deck::Table& table, std::size_t row) {
  return row < table.header.size() ? table.header[row] : table.body[row - table.header.size()];
}

/// Whether the first column says of each row what it is about: other words in each.
bool has_names_of_rows(const deck::Table& table) {
  if (table.columns.size() < 2 || table.body.size() < 2) return false;
  if (std::ranges::any_of(table.spans, [](const deck::Span& span) { return span.column == 0; })) return false;
  std::set<std::string> seen;
  return std::ranges::all_of(table.body, [&](const deck::Table::Row& row) {
    const std::string text = deck::plain_text(row.front(), deck::Alternatives::include);
    return !is_blank(text) && seen.insert(text).second;
  });
}

/// The span that each place belongs to, row by row; nullptr: it is a cell of its own.
std::vector<const deck::Span*> spans_by_place(const deck::Table& table) {
  std::vector<const deck::Span*> places(row_count(table) * table.columns.size());
  for (const deck::Span& span : table.spans)
    for (std::size_t row = span.row; row < span.row + span.row_count; ++row)
      for (std::size_t column = span.column; column < span.column + span.column_count; ++column)
        places.at(row * table.columns.size() + column) = &span;
  return places;
}

bool has_words(const Shown& shown, const deck::Table::Row& row) {
  return std::ranges::any_of(row, [&](const deck::Inlines& cell) { return shown.has_words(cell); });
}

}  // namespace

void Writing::write(const deck::Table& table, const Place& place) {
  const bool names_rows = has_names_of_rows(table);
  const auto places = spans_by_place(table);
  const auto write_rows = [&](std::size_t begin, std::size_t end) {
    for (std::size_t row = begin; row < end && !out_.is_full(); ++row) {
      const bool is_header = row < table.header.size();
      const std::span<const deck::Span* const> spans(places.data() + row * table.columns.size(),
                                                     table.columns.size());
      write_row(row_at(table, row), row, spans, is_header ? "col" : "", names_rows && !is_header, place);
    }
  };
  // Markdown wants a header, even where there is nothing to say in it.
  const bool has_header =
      std::ranges::any_of(table.header, [&](const deck::Table::Row& row) { return has_words(shown_, row); });
  if (!has_header && table.body.empty()) return;
  write_start("table", place);
  out_.raw("\n");
  if (has_header) {
    out_.raw("<thead>\n");
    write_rows(0, table.header.size());
    out_.raw("</thead>\n");
  }
  if (!table.body.empty()) {
    out_.raw("<tbody>\n");
    write_rows(table.header.size(), row_count(table));
    out_.raw("</tbody>\n");
  }
  out_.raw("</table>\n");
}

void Writing::write_row(const deck::Table::Row& cells, std::size_t row,
                        std::span<const deck::Span* const> spans, std::string_view scope, bool has_name,
                        const Place& place) {
  out_.raw("<tr>");
  for (std::size_t column = 0; column < cells.size(); ++column) {
    const deck::Span single{.row = row, .column = column};
    const deck::Span& span = spans[column] ? *spans[column] : single;
    if (span.row != row || span.column != column) continue;
    write_cell(cells[column], span, has_name && column == 0 ? "row" : scope, place);
  }
  out_.raw("</tr>\n");
}

/// A header that says nothing is none.
void Writing::write_cell(const deck::Inlines& cell, const deck::Span& span, std::string_view scope,
                         const Place& place) {
  const bool is_header = !scope.empty() && shown_.has_words(cell);
  out_.raw(is_header ? "<th" : "<td");
  if (is_header) out_.attribute("scope", scope);
  if (span.column_count > 1) out_.attribute("colspan", std::to_string(span.column_count));
  if (span.row_count > 1) out_.attribute("rowspan", std::to_string(span.row_count));
  out_.raw(">");
  write(cell, place);
  out_.raw(is_header ? "</th>" : "</td>");
}

}  // namespace lectern::html
