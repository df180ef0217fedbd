#include "common/deck/front_matter.h"

#include <string>
#include <string_view>

#include "common/deck/front_matter_lines.h"
#include "common/deck/front_matter_settings.h"
#include "common/deck/front_matter_yaml.h"

namespace lectern::deck {

void read_config(const SourceText& source, FrontMatter& front, Report& report) {
  if (nests_too_deep(source.text()) || source.text().size() > max_config_bytes) {
    report.add(Code::front_matter_unreadable, 0, "This file is too large or nested too deep to be read.",
               "Write one setting a line, as in \"theme\": \"night\".");
    return;
  }
  const auto [root, broken] = load_yaml(source.text());
  if (broken || !root.IsMap()) {
    report.add(Code::front_matter_unreadable, broken ? source.line_begin(broken->line + 1) : 0,
               "This file is not JSON; the usual settings apply.",
               "Write settings in braces, as in { \"theme\": \"night\" }, or take the file away.");
    return;
  }
  read_settings(root, source, 1, front, report);
}

void read_front_matter(const SourceText& source, FrontMatter& front, Report& report) {
  const std::string_view text = source.text();
  const std::string_view first_line = text.substr(0, text.find('\n'));
  if (!first_line.starts_with("---") || !trimmed(first_line.substr(3)).empty()) return;

  const auto block = find_front_matter(text);
  if (!block) {
    // A deck that opens with a separator: the line goes, the rest is slides.
    front.body_begin = first_line.size();
    report.add(Code::front_matter_unclosed, 0,
               "The deck opens with “---”, but no settings follow; the line is ignored.",
               "Take the line out, or write settings below it and another line “---” below those.");
    return;
  }
  front.body_begin = block->body_begin;
  if (!block->is_closed)
    report.add(Code::front_matter_unclosed, block->yaml.end,
               "The front matter is never closed; it is taken to end above this heading.",
               "Write a line “---” below the settings.");
  const std::string_view yaml = text.substr(block->yaml.begin, block->yaml.end - block->yaml.begin);
  if (trimmed(yaml).empty()) return;
  if (nests_too_deep(yaml)) {
    report.add(Code::front_matter_unreadable, block->yaml.begin,
               "The front matter is nested too deep to be read; the usual settings apply.",
               "Write one setting a line, as in theme: night.");
    return;
  }
  const YAML::Node root = load_leniently(yaml, block->yaml.begin, 2, source, report);
  if (root.IsDefined()) read_settings(root, source, 2, front, report);
}

}  // namespace lectern::deck
