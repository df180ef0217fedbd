#include "common/deck/front_matter.h"

#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <set>
#include <string_view>
#include <utility>

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
  Reader(const SourceText& source, Report& report) : source_(source), report_(report) {}

  FrontMatter read(const YAML::Node& root) {
    FrontMatter front;
    Settings& settings = front.settings;
    warn_of_duplicates(root);
    if (const auto title = text_at(root, "title")) settings.title = trimmed(*title);
    read_theme(root, settings);
    front.separator = pattern_at(root, "separator");
    front.vertical_separator = pattern_at(root, "verticalSeparator");
    front.notes_separator = pattern_at(root, "notesSeparator");
    read_transition(root, settings);
    if (const YAML::Node misplaced = root["transition"]; misplaced.IsDefined()) {
      report_.add(offset_of(misplaced), "“transition” counts here, but belongs below “revealOptions”.",
                  "Write revealOptions: and, indented on the next line, the transition.");
    }
    read_options(root["revealOptions"], settings);
    return front;
  }

 private:
  std::size_t offset_of(const YAML::Node& node) const {
    const YAML::Mark mark = node.Mark();
    if (mark.is_null()) return 0;
    const std::size_t begin = source_.line_begin(static_cast<std::size_t>(mark.line) + 2);  // after "---"
    return begin + static_cast<std::size_t>(mark.column);
  }

  void warn_of_duplicates(const YAML::Node& map) {
    std::set<std::string> seen;
    for (const auto& entry : map) {
      if (!entry.first.IsScalar() || seen.insert(entry.first.Scalar()).second) continue;
      report_.add(offset_of(entry.first), "“" + entry.first.Scalar() + "” stands here a second time.",
                  "Keep one of the two; the first counts.");
    }
  }

  std::optional<std::string> text_at(const YAML::Node& map, const char* key) {
    const YAML::Node node = map[key];
    if (!node.IsDefined() || node.IsNull()) return std::nullopt;
    if (node.IsScalar()) return node.Scalar();
    report_.add(offset_of(node), std::string("“") + key + "” is not a text.",
                std::string("Write one line: ") + key + ": '…'");
    return std::nullopt;
  }

  std::optional<Pattern> pattern_at(const YAML::Node& map, const char* key) {
    auto text = text_at(map, key);
    if (!text || text->empty()) return std::nullopt;
    return Pattern{std::move(*text), offset_of(map[key])};
  }

  void read_theme(const YAML::Node& root, Settings& settings) {
    const auto theme = text_at(root, "theme");
    if (!theme) return;
    settings.theme = *theme;
    if (settings.theme == "night") return;
    report_.add(offset_of(root["theme"]),
                "There is no theme “" + settings.theme + "”; the deck is shown in night.",
                "Write theme: night, or leave the line out.");
  }

  void read_transition(const YAML::Node& map, Settings& settings) {
    constexpr std::array<std::pair<std::string_view, Transition>, 6> names = {
        {{"none", Transition::none},
         {"fade", Transition::fade},
         {"slide", Transition::slide},
         {"convex", Transition::convex},
         {"concave", Transition::concave},
         {"zoom", Transition::zoom}}};
    const auto name = text_at(map, "transition");
    if (!name) return;
    const auto known =
        std::find_if(names.begin(), names.end(), [&](const auto& entry) { return entry.first == *name; });
    if (known != names.end()) {
      settings.transition = known->second;
    } else {
      report_.add(offset_of(map["transition"]), "There is no transition “" + *name + "”.",
                  "Write none, fade, slide, convex, concave or zoom.");
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
      report_.add(offset_of(node), std::string("“") + key + "” is not a number that can be used.",
                  std::string("Write a number ") + limits.words + ", without a unit.");
    }
  }

  void read_options(const YAML::Node& options, Settings& settings) {
    if (!options.IsDefined() || options.IsNull()) return;
    if (!options.IsMap()) {
      report_.add(offset_of(options), "“revealOptions” holds no options.",
                  "Indent each option by two spaces on a line of its own below it.");
      return;
    }
    warn_of_duplicates(options);
    read_transition(options, settings);
    constexpr Limits length{1, 10'000, "from 1 to 10000"};
    read_number(options, "width", length, settings.width);
    read_number(options, "height", length, settings.height);
    read_number(options, "margin", {0, 0.45, "from 0 to 0.45"}, settings.margin);
    const YAML::Node center = options["center"];
    if (center.IsDefined() && !YAML::convert<bool>::decode(center, settings.center)) {
      report_.add(offset_of(center), "“center” is neither true nor false.",
                  "Write center: true or center: false.");
    }
  }

  const SourceText& source_;
  Report& report_;
};

/// A mapping out of `yaml`, if need be without the lines that stand in its way (most often `title: A: B`);
/// undefined if there is none in it.
YAML::Node load_leniently(std::string yaml, std::size_t yaml_begin, const SourceText& source,
                          Report& report) {
  for (int attempt = 0; attempt <= max_mended_lines; ++attempt) {
    const auto [root, broken] = load(yaml);
    if (!broken) return root.IsMap() ? root : YAML::Node(YAML::NodeType::Undefined);
    const std::size_t begin = source.line_begin(broken->line + 2) - yaml_begin;
    if (begin >= yaml.size()) break;
    report.add(yaml_begin + begin,
               "This line of the front matter is left out: it is not YAML (" + broken->reason + ").",
               "Put the text after the first colon in quotes, and indent with spaces only.");
    const std::size_t end = std::min(yaml.find('\n', begin), yaml.size());
    std::fill(yaml.begin() + static_cast<std::ptrdiff_t>(begin),
              yaml.begin() + static_cast<std::ptrdiff_t>(end), ' ');
  }
  report.add(yaml_begin, "The front matter is not YAML; the usual settings apply.",
             "Write one setting a line, as in theme: night.");
  return YAML::Node(YAML::NodeType::Undefined);
}

}  // namespace

FrontMatter read_front_matter(const SourceText& source, Report& report) {
  const std::string_view text = source.text();
  FrontMatter none;
  const std::string_view first_line = text.substr(0, text.find('\n'));
  if (!is_delimiter(first_line)) return none;

  // A deck that opens with a separator, or never closes its front matter: the line goes, the rest is slides.
  none.body_begin = first_line.size();
  const std::optional<Range> block = find_block(text);
  const std::string_view yaml =
      block ? text.substr(block->begin, block->end - block->begin) : std::string_view();
  if (!block || (!trimmed(yaml).empty() && !looks_like_mapping(yaml))) {
    report.add(0, "The deck opens with “---”, but no front matter follows; the line is ignored.",
               "Take the line out, or write settings below it and another line “---” below those.");
    return none;
  }

  none.body_begin = std::min(text.find('\n', block->end), text.size());
  if (trimmed(yaml).empty()) return none;
  if (nests_too_deep(yaml)) {
    report.add(block->begin, "The front matter is nested too deep to be read; the usual settings apply.",
               "Write one setting a line, as in theme: night.");
    return none;
  }
  const YAML::Node root = load_leniently(std::string(yaml), block->begin, source, report);
  if (!root.IsDefined()) return none;
  FrontMatter front = Reader(source, report).read(root);
  front.body_begin = none.body_begin;
  return front;
}

}  // namespace lectern::deck
