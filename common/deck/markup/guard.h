// Makes Markdown safe for md4c 0.4.8, whose tables, link definitions and deep nesting can blow up, and widens
// the dashes it finds too few.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "common/deck/report.h"

namespace lectern::deck {

class GuardedMarkdown {
 public:
  /// `offset` is where `markdown` begins in the text that `report` speaks of.
  GuardedMarkdown(std::string_view markdown, std::size_t offset, Report& report);

  const std::string& text() const { return text_; }
  /// Where byte `at` of text() comes from, in the text that the report speaks of.
  std::size_t source_offset(std::size_t at) const;

 private:
  struct Change {
    std::size_t at;        // in text_, first byte after what was put in or left out
    std::ptrdiff_t total;  // bytes put in up to there, less those left out
  };
  void insert(std::string_view);
  void change(std::ptrdiff_t bytes);
  bool has_to_end_paragraph(std::string_view line, std::string_view next) const;
  void end_paragraph();
  std::string_view copy_markers(std::string_view line, std::size_t offset, Report&);
  void copy_line(std::string_view line, std::size_t offset, Report&);
  void copy_text(std::string_view line, std::size_t offset, Report&);
  void copy_delimiter_row(std::string_view row);
  void count_cells(std::string_view row, std::size_t offset, Report&);

  std::string text_;
  std::size_t offset_;
  bool escape_definitions_ = false;
  std::size_t bracket_work_ = 0;  // that closing brackets so far may give md4c
  bool escape_brackets_ = false;
  std::size_t line_in_paragraph_ = 0;  // lines since the last blank one
  std::size_t column_count_ = 0;       // of the table that the line may be in
  std::size_t cells_left_;             // every row has all columns, however few it was written with
  bool is_in_table_ = false;
  std::vector<Change> changes_;
  bool too_deep_ = false;
};

}  // namespace lectern::deck
