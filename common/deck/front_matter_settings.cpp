#include "common/deck/front_matter_settings.h"

#include <algorithm>
#include <cmath>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <utility>

#include "common/base/duration.h"
#include "common/deck/front_matter_lines.h"
#include "common/deck/pattern.h"
#include "common/deck/theme_name.h"
#include "common/deck/turn.h"

namespace lectern::deck {
namespace {

constexpr std::size_t max_language_size = 35;  // RFC 5646 §4.4.1

class SettingsReader {
 public:
  SettingsReader(const SourceText& source, std::size_t first_line, Report& report)
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
    if (const auto author = text_at(map, "author")) front.settings.author = trimmed(*author);
    if (const auto date = text_at(map, "date")) front.settings.date = trimmed(*date);
    if (const auto logo = text_at(map, "logo")) front.settings.logo = trimmed(*logo);
    read_language(map, front.settings);
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

  void read_language(const YAML::Node& root, Settings& settings) {
    const auto text = text_at(root, "lang");
    if (!text || text->empty()) return;
    const auto is_usual = [](char c) {
      return c == '-' || (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    };
    if (text->size() <= max_language_size && std::ranges::all_of(*text, is_usual)) {
      settings.language = *text;
    } else {
      report_.add(Code::front_matter_value, offset_of(root["lang"]), "“lang” names no language.",
                  "Write its short name, for example lang: en-GB or lang: cy.");
    }
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

  template <class Value>
  void read_transition(const YAML::Node& map, const char* key, Value& transition) {
    const auto name = text_at(map, key);
    if (!name) return;
    if (const auto known = transition_named(*name)) {
      transition = *known;
    } else {
      report_.add(Code::front_matter_value, offset_of(map[key]),
                  "There is no transition " + in_quotes(*name) + ".",
                  "Write " + std::string(transition_words) + ".");
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

  /// reveal.js's words for it. `h/v` and `h.v` are the address.
  void read_slide_number(const YAML::Node& options, Settings& settings) {
    const auto style = text_at(options, "slideNumber");
    if (!style) return;
    if (*style == "false") {
      settings.slide_number = SlideNumber::none;
    } else if (*style == "true" || *style == "h.v" || *style == "h/v") {
      settings.slide_number = SlideNumber::address;
    } else if (*style == "c") {
      settings.slide_number = SlideNumber::number;
    } else if (*style == "c/t") {
      settings.slide_number = SlideNumber::number_of_count;
    } else {
      report_.add(Code::front_matter_value, offset_of(options["slideNumber"]),
                  "There is no slide number " + in_quotes(*style) + ".",
                  "Write true, false, 'h.v', 'c' or 'c/t'.");
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

  void read_autoslide(const YAML::Node& options, Settings& settings) {
    const auto text = text_at(options, "autoSlide");
    if (!text) return;
    const auto wait = *text == "false" ? Duration(0) : parse_milliseconds(trimmed(*text));
    if (wait) {
      settings.autoslide = *wait;
    } else {
      report_.add(Code::front_matter_value, offset_of(options["autoSlide"]),
                  "“autoSlide” is not a number of milliseconds.", "Write for example autoSlide: 5000.");
    }
  }

  void remark_on_loop(const YAML::Node& options) {
    const YAML::Node loop = options["loop"];
    bool is_wanted = false;
    if (loop.IsDefined() && YAML::convert<bool>::decode(loop, is_wanted) && is_wanted)
      report_.add(Code::front_matter_value, offset_of(loop),
                  "“loop” has no effect here: the show stays on its last slide.", "Take the line out.");
  }

  void read_options(const YAML::Node& options, Settings& settings) {
    read_transition(options, "transition", settings.transition);
    read_transition(options, "backgroundTransition", settings.background_transition);
    read_speed(options, settings);
    read_autoslide(options, settings);
    read_slide_number(options, settings);
    remark_on_loop(options);
    constexpr Limits length{1, 10'000, "from 1 to 10000"};
    read_number(options, "width", length, settings.width);
    read_number(options, "height", length, settings.height);
    read_number(options, "margin", {0, 0.45, "from 0 to 0.45"}, settings.margin);
    read_flag(options, "center", settings.center);
    bool is_right_to_left = settings.direction == TextDirection::right_to_left;
    read_flag(options, "rtl", is_right_to_left);
    settings.direction = is_right_to_left ? TextDirection::right_to_left : TextDirection::unsaid;
  }

  void read_flag(const YAML::Node& options, const char* key, bool& flag) {
    const YAML::Node node = options[key];
    if (!node.IsDefined() || YAML::convert<bool>::decode(node, flag)) return;
    report_.add(Code::front_matter_value, offset_of(node), in_quotes(key) + " is neither true nor false.",
                std::string("Write ") + key + ": true or " + key + ": false.");
  }

  const SourceText& source_;
  std::size_t first_line_;
  Report& report_;
};

}  // namespace

void read_settings(const YAML::Node& root, const SourceText& source, std::size_t first_line,
                   FrontMatter& front, Report& report) {
  SettingsReader(source, first_line, report).read(root, front);
}

}  // namespace lectern::deck
