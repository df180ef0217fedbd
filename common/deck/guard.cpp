#include "common/deck/guard.h"

#include <algorithm>

#include "common/deck/deck.h"
#include "common/deck/fences.h"

namespace lectern::deck {
namespace {

/// md4c copies a link definition's text at every use. Bytes of definitions times closing brackets; a slide of
/// twenty links and sixty brackets comes to a fortieth of it.
constexpr std::size_t max_definition_work = 4u << 20;

/// Bytes in paragraphs that hold what may be a link definition, times places that may use one.
std::size_t definition_work(std::string_view markdown) {
  std::size_t definition_bytes = 0;
  for (std::size_t begin = 0; begin < markdown.size();) {
    const std::size_t end = std::min(markdown.find("\n\n", begin), markdown.size());
    const std::string_view paragraph = markdown.substr(begin, end - begin);
    if (paragraph.find("]:") != std::string_view::npos) definition_bytes += paragraph.size();
    begin = end + 2;
  }
  return definition_bytes * static_cast<std::size_t>(std::count(markdown.begin(), markdown.end(), ']'));
}

/// The row of dashes under a table's header, in quotes too: at least one bar or colon, and nothing but - : |
/// and spaces.
bool is_delimiter_row(std::string_view line) {
  line.remove_prefix(std::min(line.find_first_not_of(" \t>"), line.size()));
  return line.find_first_not_of("|:- \t") == std::string_view::npos &&
         line.find('-') != std::string_view::npos && line.find('|') != std::string_view::npos;
}

}  // namespace

GuardedMarkdown::GuardedMarkdown(std::string_view markdown, std::size_t offset, Report& report)
    : offset_(offset), cells_left_(markdown.size()) {
  escape_definitions_ = definition_work(markdown) > max_definition_work;
  if (escape_definitions_) {
    report.add(offset, "There are too many or too long link definitions here; they are shown as text.",
               "Write the links in place, as [text](address).");
  }
  const std::vector<Range> fences = closed_fences(markdown, 0);
  for (std::size_t begin = 0; begin < markdown.size();) {
    const std::size_t end = std::min(markdown.find('\n', begin), markdown.size() - 1) + 1;
    const std::string_view line = markdown.substr(begin, end - begin);
    if (range_around(fences, begin)) {
      text_ += line;
    } else {
      copy_line(line, offset + begin, report);
    }
    begin = end;
  }
}

std::size_t GuardedMarkdown::source_offset(std::size_t at) const {
  const auto after = std::upper_bound(insertions_.begin(), insertions_.end(), at,
                                      [](std::size_t a, const Insertion& i) { return a < i.at; });
  const std::size_t inserted = after == insertions_.begin() ? 0 : (after - 1)->total;
  return offset_ + (at > inserted ? at - inserted : 0);
}

void GuardedMarkdown::insert(std::string_view what) {
  text_ += what;
  const std::size_t before = insertions_.empty() ? 0 : insertions_.back().total;
  insertions_.push_back({text_.size(), before + what.size()});
}

void GuardedMarkdown::copy_line(std::string_view line, std::size_t offset, Report& report) {
  const std::string_view row = line.substr(0, line.find('\n'));
  const bool below_header = line_in_paragraph_ == 1;  // elsewhere it is a row of cells that hold dashes
  line_in_paragraph_ = trimmed(row).empty() ? 0 : line_in_paragraph_ + 1;
  if (is_delimiter_row(row)) {
    const std::size_t column_count = static_cast<std::size_t>(std::count(row.begin(), row.end(), '|')) + 1;
    column_count_ = std::max(column_count_, column_count);
    if (column_count > max_table_columns + 2) {  // the bars at both ends make no column
      report.add(offset, "This table is too wide; it is shown as its text.",
                 "Divide it into tables of at most " + std::to_string(max_table_columns) + " columns.");
      text_.append(row.size(), ' ');  // without the row of dashes it is no table
      text_ += line.substr(row.size());
      column_count_ = 0;
      return;
    }
    if (below_header) {
      copy_delimiter_row(row);
      text_ += line.substr(row.size());
      return;
    }
  }
  count_cells(row, offset, report);
  for (const char c : line) {
    if (c == ':' && escape_definitions_ && text_.ends_with(']')) insert("\\");
    text_ += c;
  }
}

/// Breaks a table off where its rows have many more cells than were written.
void GuardedMarkdown::count_cells(std::string_view row, std::size_t offset, Report& report) {
  if (trimmed(row).empty()) column_count_ = 0;
  if (column_count_ > cells_left_) {
    report.add(offset, "The rows of this table are mostly empty; from here on they are shown as text.",
               "Fill the cells, or write fewer rows.");
    insert("\n");
    column_count_ = 0;
  }
  cells_left_ -= column_count_;
}

/// md4c wants three characters a column, GFM is content with one dash.
void GuardedMarkdown::copy_delimiter_row(std::string_view row) {
  for (std::size_t i = 0; i < row.size(); ++i) {
    text_ += row[i];
    const bool ends_dashes = row[i] == '-' && (i + 1 == row.size() || row[i + 1] != '-');
    const std::size_t first = ends_dashes ? row.find_last_not_of('-', i) : 0;
    const std::size_t dash_count = first == std::string_view::npos ? i + 1 : i - first;
    if (ends_dashes && dash_count < 3) insert(std::string_view("--").substr(0, 3 - dash_count));
  }
}

}  // namespace lectern::deck
