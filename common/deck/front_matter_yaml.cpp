#include "common/deck/front_matter_yaml.h"

#include <algorithm>
#include <set>
#include <vector>

#include "common/deck/front_matter_lines.h"

namespace lectern::deck {
namespace {

constexpr int max_mended_lines = 8;  // lines that are left out to make sense of the rest

std::vector<std::string> lines_of(std::string_view yaml) {
  std::vector<std::string> lines;
  for (std::size_t begin = 0; begin < yaml.size();) {
    const std::size_t end = std::min(yaml.find('\n', begin), yaml.size());
    lines.emplace_back(yaml.substr(begin, end - begin));
    begin = end + 1;
  }
  return lines;
}

std::string joined(const std::vector<std::string>& lines) {
  std::string text;
  for (const std::string& line : lines) text += line + '\n';
  return text;
}

/// `title: A: B` as it was meant: with all that follows the first colon in quotes, and what is in double
/// quotes in single ones, where a backslash is one. Empty: there is no key and value, or the value is in such
/// quotes.
std::string quoted_value(std::string_view line) {
  const std::size_t colon = line.find(": ");
  if (colon == std::string_view::npos) return {};
  std::string_view value = trimmed(line.substr(colon + 1));
  if (value.empty() || std::string_view("'|>[{&*").find(value.front()) != std::string_view::npos) return {};
  if (value.size() > 2 && value.starts_with('"') && value.ends_with('"'))
    value = value.substr(1, value.size() - 2);
  std::string quoted(line.substr(0, colon + 1));
  quoted += " '";
  for (const char c : value) quoted += c == '\'' ? std::string("''") : std::string(1, c);
  return quoted + "'";
}

}  // namespace

/// Counts brackets opened on all lines, and indentation characters at the begin of one.
bool nests_too_deep(std::string_view yaml) {
  int brackets = 0;
  int indentation = 0;
  bool at_begin = true;
  for (const char c : yaml) {
    brackets += c == '[' || c == '{' ? 1 : 0;
    at_begin = c == '\n' || (at_begin && (c == ' ' || c == '-' || c == '?' || c == ':'));
    indentation = at_begin && c != '\n' ? indentation + 1 : 0;
    if (brackets > 8 * max_yaml_nesting || indentation > 4 * max_yaml_nesting) return true;
  }
  return false;
}

std::pair<YAML::Node, std::optional<BrokenYaml>> load_yaml(const std::string& yaml) {
  try {
    return {YAML::Load(yaml), std::nullopt};
  } catch (const YAML::Exception& e) {
    return {YAML::Node(), BrokenYaml{e.mark.is_null() ? 0 : static_cast<std::size_t>(e.mark.line), e.msg}};
  }
}

YAML::Node load_leniently(std::string_view yaml, std::size_t yaml_begin, std::size_t first_line,
                          const SourceText& source, Report& report) {
  std::vector<std::string> lines = lines_of(yaml);
  for (Mend& mend : mend_keys(lines))
    report.add(Code::front_matter_key, source.line_begin(mend.line + first_line), std::move(mend.message),
               "Write “key: value”, with the key as the documentation spells it.");
  if (std::vector<std::string> unindented = lines;
      load_yaml(joined(lines)).second && mend_indentation(unindented)) {
    report.add(Code::front_matter_unreadable, yaml_begin,
               "Settings of the front matter are indented that should not be; they count all the same.",
               "Begin each setting in the first column; only what is below “revealOptions” is indented.");
    lines = std::move(unindented);
  }
  std::set<std::size_t> mended;
  for (int attempt = 0; attempt <= 2 * max_mended_lines; ++attempt) {
    const auto [root, broken] = load_yaml(joined(lines));
    if (!broken && root.IsMap()) return root;
    if (!broken) break;
    if (broken->line >= lines.size()) break;
    std::string& line = lines[broken->line];
    std::string quoted = mended.insert(broken->line).second ? quoted_value(line) : std::string();
    const std::size_t offset = source.line_begin(broken->line + first_line);
    if (!quoted.empty()) {
      report.add(
          Code::front_matter_unreadable, offset,
          "This line of the front matter is not YAML; what follows its first colon is taken as it stands.",
          "Put the text after the first colon in quotes.");
    } else if (!line.empty()) {
      report.add(Code::front_matter_unreadable, offset,
                 "This line of the front matter is left out: it is not YAML (" + broken->reason + ").",
                 "Put the text after the first colon in quotes, and indent with spaces only.");
    }
    line = std::move(quoted);
  }
  report.add(Code::front_matter_unreadable, yaml_begin,
             "The front matter is not YAML; the usual settings apply.",
             "Write one setting a line, as in theme: night.");
  return YAML::Node(YAML::NodeType::Undefined);
}

}  // namespace lectern::deck
