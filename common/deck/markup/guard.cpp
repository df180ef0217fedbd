#include "common/deck/markup/guard.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "common/deck/deck.h"
#include "common/deck/fences.h"
#include "common/text/text.h"

namespace lectern::deck {
namespace {

/// md4c copies a link definition's text at every use. Bytes of definitions times closing brackets; a slide of
/// twenty links and sixty brackets comes to a fortieth of it.
constexpr std::size_t max_definition_work = 4u << 20;

constexpr std::size_t work_per_bracket = 100;  // in lines looked at
constexpr std::size_t max_bracket_work =
    400'000;  // of one slide: 4000 brackets, or 630 in a paragraph of as many lines

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

/// Of the mark of a quote or an item that the text begins with, white space before it included; 0: there is
/// none. CommonMark 0.30 §5.1 and §5.2.
std::size_t marker_length(std::string_view text) {
  constexpr std::size_t max_digits = 9;
  const std::size_t mark = text.find_first_not_of(" \t");
  if (mark == std::string_view::npos) return 0;
  std::size_t end = mark + 1;
  if (text[mark] == '>') return end;
  if (text[mark] != '-' && text[mark] != '+' && text[mark] != '*') {
    end = text.substr(0, mark + max_digits + 1).find_first_not_of("0123456789", mark);
    if (end == std::string_view::npos || end == mark || (text[end] != '.' && text[end] != ')')) return 0;
    ++end;
  }
  return end < text.size() && is_space(text[end]) ? end : 0;
}

std::size_t column_count_of(std::string_view row) {
  return static_cast<std::size_t>(std::count(row.begin(), row.end(), '|')) + 1;
}

/// Whether GFM ends a table at this line: another block begins.
bool begins_block(std::string_view line) {
  const std::size_t hashes = std::min(line.find_first_not_of('#'), line.size());
  return (hashes >= 1 && hashes <= 6 && hashes < line.size() && is_space(line[hashes])) ||
         line.starts_with("<") || line.starts_with(">") || line.starts_with("```") ||
         line.starts_with("~~~") || marker_length(line) > 0;
}

/// A no-break space after the mark of a heading or an item, where a space was meant; npos: there is none.
std::size_t find_no_break_space(std::string_view line) {
  constexpr std::string_view no_break_space = "\u00A0";
  const std::size_t at = line.find(no_break_space);
  if (at == std::string_view::npos || at == 0 || at > 10) return std::string_view::npos;
  const std::string_view mark = line.substr(0, at);
  const bool is_heading = at <= 6 && mark.find_first_not_of('#') == std::string_view::npos;
  return is_heading || marker_length(std::string(mark) + " ") == at ? at : std::string_view::npos;
}

/// `![Town hall](img/town hall.jpg "Title")`: CommonMark wants < and > around an address with spaces. Where
/// that of a picture lies in `line`; nullopt: there is none from `from` on.
std::optional<Range> find_spaced_picture(std::string_view line, std::size_t from) {
  constexpr std::string_view before_address = "](";
  constexpr std::size_t longest_address = 1000;  // bytes
  for (std::size_t image = line.find("![", from); image != std::string_view::npos;) {
    const std::size_t bracket = line.find(before_address, image);
    if (bracket == std::string_view::npos) return std::nullopt;
    const std::size_t begin = bracket + before_address.size();
    const std::size_t next = std::min(line.find("![", begin), line.size());
    const std::string_view rest = line.substr(begin, std::min(longest_address, next - begin));
    const std::string_view inside = rest.substr(0, rest.find(')'));
    const std::string_view address = trimmed(inside.substr(0, inside.find_first_of("\"'<")));
    if (inside.size() < rest.size() && address.find(' ') != std::string_view::npos &&
        address.find('.') != std::string_view::npos) {
      const auto at = static_cast<std::size_t>(address.data() - line.data());
      return Range{at, at + address.size()};
    }
    image = next < line.size() ? next : std::string_view::npos;
  }
  return std::nullopt;
}

}  // namespace

GuardedMarkdown::GuardedMarkdown(std::string_view markdown, std::size_t offset, Report& report)
    : offset_(offset), cells_left_(markdown.size()) {
  escape_definitions_ = definition_work(markdown) > max_definition_work;
  if (escape_definitions_) {
    report.add(Code::links_too_large, offset,
               "There are too many or too long link definitions here; they are shown as text.",
               "Write the links in place, as [text](address).");
  }
  const std::vector<Range> fences = closed_fences(markdown, 0);
  for (std::size_t begin = 0; begin < markdown.size();) {
    const std::size_t end = std::min(markdown.find('\n', begin), markdown.size() - 1) + 1;
    const std::string_view line = markdown.substr(begin, end - begin);
    if (range_around(fences, begin)) {
      if (is_in_table_) end_paragraph();
      text_ += line;
    } else {
      const std::string_view next = markdown.substr(end, markdown.find('\n', end) - end);
      if (has_to_end_paragraph(line, next)) end_paragraph();
      copy_line(line, offset + begin, report);
    }
    begin = end;
  }
}

std::size_t GuardedMarkdown::source_offset(std::size_t at) const {
  const auto after = std::upper_bound(changes_.begin(), changes_.end(), at,
                                      [](std::size_t a, const Change& c) { return a < c.at; });
  const std::ptrdiff_t change = after == changes_.begin() ? 0 : (after - 1)->total;
  const std::ptrdiff_t source = static_cast<std::ptrdiff_t>(at) - change;
  return offset_ + static_cast<std::size_t>(std::max<std::ptrdiff_t>(source, 0));
}

void GuardedMarkdown::insert(std::string_view what) {
  text_ += what;
  change(static_cast<std::ptrdiff_t>(what.size()));
}

void GuardedMarkdown::change(std::ptrdiff_t bytes) {
  changes_.push_back({text_.size(), bytes + (changes_.empty() ? 0 : changes_.back().total)});
}

/// Marks of quotes and items at the line's begin, as many as may be nested; the others are left out. Returns
/// the rest of the line.
std::string_view GuardedMarkdown::copy_markers(std::string_view line, std::size_t offset, Report& report) {
  std::size_t at = 0;
  for (int count = 0; count < max_nesting; ++count) {
    const std::size_t length = marker_length(line.substr(at));
    if (length == 0) return line;
    at += length;
  }
  std::size_t after = at;
  while (const std::size_t length = marker_length(line.substr(after))) after += length;
  if (after == at) return line;
  if (!std::exchange(too_deep_, true))
    report.add(Code::nesting_too_deep, offset,
               "Lists and quotes are nested too deep here; the innermost are shown without their form.",
               "Use at most " + std::to_string(max_nesting) + " levels.");
  text_ += line.substr(0, at);
  change(static_cast<std::ptrdiff_t>(at) - static_cast<std::ptrdiff_t>(after));
  return line.substr(after);
}

/// Where GFM goes on with another block and md4c does not: a table's header right below text, and what is no
/// row right below a table.
bool GuardedMarkdown::has_to_end_paragraph(std::string_view line, std::string_view next) const {
  if (is_in_table_) return begins_block(line);
  return line_in_paragraph_ > 0 && is_delimiter_row(next) && !is_delimiter_row(trimmed(line)) &&
         !begins_block(line) && !is_space(line.front()) && line.find('|') != std::string_view::npos &&
         column_count_of(trimmed(line)) == column_count_of(trimmed(next));
}

void GuardedMarkdown::end_paragraph() {
  insert("\n");
  line_in_paragraph_ = column_count_ = 0;
  is_in_table_ = false;
}

void GuardedMarkdown::copy_line(std::string_view whole_line, std::size_t offset, Report& report) {
  if (whole_line == "\n") {
    line_in_paragraph_ = column_count_ = 0;
    is_in_table_ = false;
    text_ += '\n';
    return;
  }
  const std::string_view line = copy_markers(whole_line, offset, report);
  const std::string_view row = line.substr(0, line.find('\n'));
  const bool below_header = line_in_paragraph_ == 1;  // elsewhere it is a row of cells that hold dashes
  line_in_paragraph_ = trimmed(row).empty() ? 0 : line_in_paragraph_ + 1;
  if (is_delimiter_row(row)) {
    const std::size_t column_count = column_count_of(row);
    column_count_ = std::max(column_count_, column_count);
    if (column_count > max_table_columns + 2) {  // the bars at both ends make no column
      report.add(Code::table_too_large, offset, "This table is too wide; it is shown as its text.",
                 "Divide it into tables of at most " + std::to_string(max_table_columns) + " columns.");
      text_.append(row.size(), ' ');  // without the row of dashes it is no table
      text_ += line.substr(row.size());
      column_count_ = 0;
      return;
    }
    if (below_header) {
      is_in_table_ = true;
      copy_delimiter_row(row);
      text_ += line.substr(row.size());
      return;
    }
  }
  count_cells(row, offset, report);
  copy_text(line, offset, report);
}

/// For each bracket that closes md4c looks through its paragraph's lines.
void GuardedMarkdown::copy_text(std::string_view line, std::size_t offset, Report& report) {
  const bool has_code = line.find('`') != std::string_view::npos;  // what stands in it must stay as it is
  auto picture = has_code ? std::nullopt : find_spaced_picture(line, 0);
  const std::size_t no_break_space = find_no_break_space(line);
  for (std::size_t i = 0; i < line.size(); ++i) {
    const char c = line[i];
    if (picture && i == picture->begin) insert("<");
    if (i == no_break_space) {
      text_ += ' ';
      change(-1);
      ++i;
      continue;
    }
    if (picture && i == picture->end) {
      insert(">");
      picture = find_spaced_picture(line, i);
    }
    if (c == ':' && escape_definitions_ && text_.ends_with(']')) insert("\\");
    if (c == ']' && !escape_brackets_) {
      bracket_work_ += work_per_bracket + line_in_paragraph_;
      escape_brackets_ = bracket_work_ > max_bracket_work;
      if (escape_brackets_)
        report.add(Code::links_too_large, offset,
                   "There are too many brackets here; the rest are shown as they are.",
                   "Divide this into several slides.");
    }
    if (c == ']' && escape_brackets_) insert("\\");
    text_ += c;
  }
}

/// Breaks a table off where its rows have many more cells than were written.
void GuardedMarkdown::count_cells(std::string_view row, std::size_t offset, Report& report) {
  if (trimmed(row).empty()) column_count_ = 0;
  if (column_count_ > cells_left_) {
    report.add(Code::table_too_large, offset,
               "The rows of this table are mostly empty; from here on they are shown as text.",
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
