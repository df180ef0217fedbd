#include "common/deck/front_matter.h"

#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <set>
#include <string_view>
#include <utility>
#include <vector>

#include "common/base/duration.h"
#include "common/deck/pattern.h"
#include "common/deck/theme_name.h"
#include "common/deck/turn.h"

namespace lectern::deck {
namespace {

constexpr int max_mended_lines = 8;  // lines that are left out to make sense of the rest

bool is_delimiter(std::string_view line) {
  return line.starts_with("---") && trimmed(line.substr(3)).empty();
}

/// The lines between the two delimiters; nullopt: the text does not begin with a closed pair of them.
std::optional<Range> find_block(std::string_view text) {
  const std::size_t first_end = text.find('\n');
  if (first_end == std::string_view::npos || !is_delimiter(text.substr(0, first_end))) return std::nullopt;
  for (std::size_t begin = first_end + 1; begin < text.size() && begin <= max_front_matter_bytes;) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    if (is_delimiter(text.substr(begin, end - begin))) return Range{first_end + 1, begin};
    begin = end + 1;
  }
  return std::nullopt;
}

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

/// `word:` as a first line says that a mapping was meant, however broken what follows is.
bool looks_like_mapping(std::string_view yaml) {
  yaml = trimmed(yaml);
  if (yaml.starts_with('{')) return true;
  const std::string_view line = yaml.substr(0, yaml.find('\n'));
  const std::size_t colon = line.find(':');
  if (colon == 0 || colon == std::string_view::npos) return false;
  const auto is_word = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
  };
  return std::all_of(line.begin(), line.begin() + static_cast<std::ptrdiff_t>(colon), is_word);
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

  void read(const YAML::Node& root, FrontMatter& front) {
    Settings& settings = front.settings;
    warn_of_duplicates(root);
    if (const auto title = text_at(root, "title")) settings.title = trimmed(*title);
    read_theme(root, settings);
    read_pattern(root, "separator", front.separators.horizontal);
    read_pattern(root, "verticalSeparator", front.separators.vertical);
    read_pattern(root, "notesSeparator", front.notes_mark);
    read_transition(root, settings);
    if (const YAML::Node misplaced = root["transition"]; misplaced.IsDefined()) {
      report_.add(Code::front_matter_misplaced, offset_of(misplaced),
                  "“transition” counts here, but belongs below “revealOptions”.",
                  "Write revealOptions: and, indented on the next line, the transition.");
    }
    read_slot(root, settings);
    read_options(root["revealOptions"], settings);
  }

 private:
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
    if (!options.IsDefined() || options.IsNull()) return;
    if (!options.IsMap()) {
      report_.add(Code::front_matter_value, offset_of(options), "“revealOptions” holds no options.",
                  "Indent each option by two spaces on a line of its own below it.");
      return;
    }
    warn_of_duplicates(options);
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

/// `title: A: B` as it was meant: with all that follows the first colon in quotes. Empty: there is no key and
/// value, or the value is in quotes already.
std::string quoted_value(std::string_view line) {
  const std::size_t colon = line.find(':');
  if (colon == std::string_view::npos || !looks_like_mapping(line)) return {};
  const std::string_view value = trimmed(line.substr(colon + 1));
  if (value.empty() || std::string_view("'\"|>[{&*").find(value.front()) != std::string_view::npos) return {};
  std::string quoted(line.substr(0, colon + 1));
  quoted += " '";
  for (const char c : value) quoted += c == '\'' ? std::string("''") : std::string(1, c);
  return quoted + "'";
}

/// A mapping out of `yaml`, if need be with quotes that it lacks or without the lines that stand in its way;
/// undefined if there is none in it.
YAML::Node load_leniently(std::string_view yaml, std::size_t yaml_begin, std::size_t first_line,
                          const SourceText& source, Report& report) {
  std::vector<std::string> lines = lines_of(yaml);
  std::set<std::size_t> mended;
  for (int attempt = 0; attempt <= 2 * max_mended_lines; ++attempt) {
    const auto [root, broken] = load(joined(lines));
    if (!broken) return root.IsMap() ? root : YAML::Node(YAML::NodeType::Undefined);
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
  std::string translated = from_javascript(expression);
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
  if (!is_delimiter(first_line)) return;

  // A deck that opens with a separator, or never closes its front matter: the line goes, the rest is slides.
  front.body_begin = first_line.size();
  const std::optional<Range> block = find_block(text);
  const std::string_view yaml =
      block ? text.substr(block->begin, block->end - block->begin) : std::string_view();
  if (!block || (!trimmed(yaml).empty() && !looks_like_mapping(yaml))) {
    report.add(Code::front_matter_unclosed, 0,
               "The deck opens with “---”, but no front matter follows; the line is ignored.",
               "Take the line out, or write settings below it and another line “---” below those.");
    return;
  }

  front.body_begin = std::min(text.find('\n', block->end), text.size());
  if (trimmed(yaml).empty()) return;
  if (nests_too_deep(yaml)) {
    report.add(Code::front_matter_unreadable, block->begin,
               "The front matter is nested too deep to be read; the usual settings apply.",
               "Write one setting a line, as in theme: night.");
    return;
  }
  const YAML::Node root = load_leniently(yaml, block->begin, 2, source, report);
  if (root.IsDefined()) Reader(source, 2, report).read(root, front);
}

}  // namespace lectern::deck
