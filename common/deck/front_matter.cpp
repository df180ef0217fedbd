#include "common/deck/front_matter.h"

#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "common/base/duration.h"
#include "common/deck/front_matter_lines.h"
#include "common/deck/pattern.h"
#include "common/deck/theme_name.h"
#include "common/deck/turn.h"

namespace lectern::deck {
namespace {

constexpr int max_mended_lines = 8;  // lines that are left out to make sense of the rest

/// Not exact, only never too low: brackets opened on all lines, and indentation characters at the begin of
/// one.
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

struct Broken {
  std::size_t line = 0;  ///< from 0, of the YAML
  std::string reason;
};

/// The only place where yaml-cpp's exceptions are caught.
std::pair<YAML::Node, std::optional<Broken>> load(const std::string& yaml) {
  try {
    return {YAML::Load(yaml), std::nullopt};
  } catch (const YAML::Exception& e) {
    return {YAML::Node(), Broken{e.mark.is_null() ? 0 : static_cast<std::size_t>(e.mark.line), e.msg}};
  }
}

/// Takes settings out of the mapping, with a diagnostic for each that is not what it should be.
class Reader {
 public:
  /// The YAML begins on `first_line` of `source`.
  Reader(const SourceText& source, std::size_t first_line, Report& report)
      : source_(source), first_line_(first_line), report_(report) {}

  /// What stands in the wrong place counts too, but less.
  void read(const YAML::Node& root, FrontMatter& front) {
    const YAML::Node options = root["revealOptions"];
    remark_misplaced(root, option_keys, "below “revealOptions”, indented");
    read_options(root, front.settings);
    if (options.IsDefined() && options.IsMap()) {
      remark_misplaced(options, top_keys, "beside “revealOptions”, not indented");
      read_top(options, front);
      read_options(options, front.settings);
    } else if (options.IsDefined() && !options.IsNull()) {
      report_.add(Code::front_matter_value, offset_of(options), "“revealOptions” holds no options.",
                  "Indent each option by two spaces on a line of its own below it.");
    }
    read_top(root, front);
  }

 private:
  void read_top(const YAML::Node& map, FrontMatter& front) {
    warn_of_duplicates(map);
    if (const auto title = text_at(map, "title")) front.settings.title = trimmed(*title);
    read_theme(map, front.settings);
    read_pattern(map, "separator", front.separators.horizontal);
    read_pattern(map, "verticalSeparator", front.separators.vertical);
    read_pattern(map, "notesSeparator", front.notes_mark);
    read_slot(map, front.settings);
  }

  void remark_misplaced(const YAML::Node& map, std::span<const std::string_view> keys, const char* place) {
    for (const std::string_view key : keys)
      if (const YAML::Node node = map[std::string(key)]; node.IsDefined())
        report_.add(Code::front_matter_misplaced, offset_of(node),
                    in_quotes(key) + " counts here, but belongs elsewhere.",
                    std::string("Write it ") + place + ".");
  }

  std::size_t offset_of(const YAML::Node& node) const {
    const YAML::Mark mark = node.Mark();
    if (mark.is_null()) return 0;
    const std::size_t begin = source_.line_begin(static_cast<std::size_t>(mark.line) + first_line_);
    return begin + static_cast<std::size_t>(mark.column);
  }

  void warn_of_duplicates(const YAML::Node& map) {
    std::set<std::string> seen;
    for (const auto& entry : map) {
      if (!entry.first.IsScalar() || seen.insert(entry.first.Scalar()).second) continue;
      report_.add(Code::front_matter_duplicate, offset_of(entry.first),
                  in_quotes(entry.first.Scalar()) + " stands here a second time.",
                  "Keep one of the two; the first counts.");
    }
  }

  std::optional<std::string> text_at(const YAML::Node& map, const char* key) {
    const YAML::Node node = map[key];
    if (!node.IsDefined() || node.IsNull()) return std::nullopt;
    if (node.IsScalar()) return node.Scalar();
    report_.add(Code::front_matter_value, offset_of(node), in_quotes(key) + " is not a text.",
                std::string("Write one line: ") + key + ": '…'");
    return std::nullopt;
  }

  void read_pattern(const YAML::Node& map, const char* key, std::string& pattern) {
    const auto text = text_at(map, key);
    if (!text || text->empty()) return;
    if (auto readable = readable_pattern(*text, offset_of(map[key]), report_); !readable.empty())
      pattern = std::move(readable);
  }

  void read_slot(const YAML::Node& root, Settings& settings) {
    const auto text = text_at(root, "slot");
    if (!text) return;
    settings.slot = parse_duration(trimmed(*text));
    if (settings.slot) return;
    report_.add(Code::front_matter_value, offset_of(root["slot"]), "“slot” is not a time.",
                "Write how long the talk may take, for example slot: 10m.");
  }

  void read_theme(const YAML::Node& root, Settings& settings) {
    const auto theme = text_at(root, "theme");
    if (!theme) return;
    if (is_theme_name(*theme) || is_theme_file(*theme)) {
      settings.theme = *theme;
    } else {
      report_.add(Code::theme_unknown, offset_of(root["theme"]),
                  "There is no theme " + in_quotes(*theme) + ".",
                  "Write " + theme_names_in_words() + ", or the name of a CSS file beside the deck.");
    }
  }

  void read_transition(const YAML::Node& map, Settings& settings) {
    const auto name = text_at(map, "transition");
    if (!name) return;
    if (const auto known = transition_named(*name)) {
      settings.transition = *known;
    } else {
      report_.add(Code::front_matter_value, offset_of(map["transition"]),
                  "There is no transition " + in_quotes(*name) + ".",
                  "Write none, fade, slide, convex, concave or zoom.");
    }
  }

  void read_speed(const YAML::Node& options, Settings& settings) {
    const auto name = text_at(options, "transitionSpeed");
    if (!name) return;
    if (const auto known = speed_named(*name)) {
      settings.speed = *known;
    } else {
      report_.add(Code::front_matter_value, offset_of(options["transitionSpeed"]),
                  "There is no speed " + in_quotes(*name) + ".", "Write default, fast or slow.");
    }
  }

  struct Limits {
    double low;
    double high;
    const char* words;
  };

  void read_number(const YAML::Node& map, const char* key, const Limits& limits, double& value) {
    const YAML::Node node = map[key];
    if (!node.IsDefined() || node.IsNull()) return;
    double number = NAN;
    if (YAML::convert<double>::decode(node, number) && number >= limits.low && number <= limits.high) {
      value = number;
    } else {
      report_.add(Code::front_matter_value, offset_of(node),
                  in_quotes(key) + " is not a number that can be used.",
                  std::string("Write a number ") + limits.words + ", without a unit.");
    }
  }

  void read_options(const YAML::Node& options, Settings& settings) {
    read_transition(options, settings);
    read_speed(options, settings);
    constexpr Limits length{1, 10'000, "from 1 to 10000"};
    read_number(options, "width", length, settings.width);
    read_number(options, "height", length, settings.height);
    read_number(options, "margin", {0, 0.45, "from 0 to 0.45"}, settings.margin);
    const YAML::Node center = options["center"];
    if (center.IsDefined() && !YAML::convert<bool>::decode(center, settings.center)) {
      report_.add(Code::front_matter_value, offset_of(center), "“center” is neither true nor false.",
                  "Write center: true or center: false.");
    }
  }

  const SourceText& source_;
  std::size_t first_line_;
  Report& report_;
};

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

/// Of `/^x/m` and “^x” the `^x`.
std::string_view without_delimiters(std::string_view expression) {
  constexpr std::string_view opening = "“", closing = "”", flags = "dgimsuvy";
  if (expression.starts_with(opening) && expression.ends_with(closing))
    return expression.substr(opening.size(), expression.size() - opening.size() - closing.size());
  const std::size_t end = expression.rfind('/');
  const bool is_literal = expression.starts_with('/') && end > 1 && end != std::string_view::npos &&
                          expression.find_first_not_of(flags, end + 1) == std::string_view::npos;
  return is_literal ? expression.substr(1, end - 1) : expression;
}

/// A mapping out of `yaml`, if need be with quotes that it lacks or without the lines that stand in its way;
/// undefined if there is none in it.
YAML::Node load_leniently(std::string_view yaml, std::size_t yaml_begin, std::size_t first_line,
                          const SourceText& source, Report& report) {
  std::vector<std::string> lines = lines_of(yaml);
  for (Mend& mend : mend_keys(lines))
    report.add(Code::front_matter_key, source.line_begin(mend.line + first_line), std::move(mend.message),
               "Write “key: value”, with the key as the documentation spells it.");
  if (std::vector<std::string> unindented = lines;
      load(joined(lines)).second && mend_indentation(unindented)) {
    report.add(Code::front_matter_unreadable, yaml_begin,
               "Settings of the front matter are indented that should not be; they count all the same.",
               "Begin each setting in the first column; only what is below “revealOptions” is indented.");
    lines = std::move(unindented);
  }
  std::set<std::size_t> mended;
  for (int attempt = 0; attempt <= 2 * max_mended_lines; ++attempt) {
    const auto [root, broken] = load(joined(lines));
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

}  // namespace

std::string readable_pattern(std::string_view expression, std::size_t offset, Report& report) {
  std::string translated = from_javascript(without_delimiters(expression));
  const auto pattern = compile(translated, "m");
  if (pattern && !RE2::FullMatch("", *pattern)) return translated;
  if (pattern) {
    report.add(Code::separator_unreadable, offset,
               "This separator also matches where nothing stands; the usual one is used.",
               "Write what must be there, for example ^-{3} instead of -*.");
  } else {
    report.add(Code::separator_unreadable, offset,
               "This separator is not a regular expression that can be read here; the usual one is used.",
               "Write it without look-ahead and look-behind, for example ^-{3} or ^\\+{3}.");
  }
  return {};
}

void read_config(const SourceText& source, FrontMatter& front, Report& report) {
  if (nests_too_deep(source.text()) || source.text().size() > max_config_bytes) {
    report.add(Code::front_matter_unreadable, 0, "This file is too large or nested too deep to be read.",
               "Write one setting a line, as in \"theme\": \"night\".");
    return;
  }
  const auto [root, broken] = load(source.text());
  if (broken || !root.IsMap()) {
    report.add(Code::front_matter_unreadable, broken ? source.line_begin(broken->line + 1) : 0,
               "This file is not JSON; the usual settings apply.",
               "Write settings in braces, as in { \"theme\": \"night\" }, or take the file away.");
    return;
  }
  Reader(source, 1, report).read(root, front);
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
  if (root.IsDefined()) Reader(source, 2, report).read(root, front);
}

}  // namespace lectern::deck
