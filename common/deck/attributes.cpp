#include "common/deck/attributes.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

#include "common/base/duration.h"
#include "common/deck/markup/attribute_list.h"
#include "common/deck/markup/css.h"
#include "common/deck/turn.h"
#include "common/text/text.h"

namespace lectern::deck {
namespace {

/// reveal.js's rule for what `data-background` holds.
bool names_picture(std::string_view value) {
  constexpr std::array<std::string_view, 7> endings = {".svg", ".png", ".jpg", ".jpeg",
                                                       ".gif", ".bmp", ".webp"};
  const std::string lower = lower_case(value);
  if (lower.starts_with("http") || lower.starts_with("file") || lower.starts_with("//")) return true;
  return std::any_of(endings.begin(), endings.end(), [&](std::string_view ending) {
    for (std::size_t at = lower.find(ending); at != std::string::npos; at = lower.find(ending, at + 1)) {
      const std::size_t end = at + ending.size();
      if (end == lower.size() || lower[end] == '?' || lower[end] == '#' || is_space(lower[end])) return true;
    }
    return false;
  });
}

std::optional<double> parse_opacity(std::string_view text) {
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  const bool whole = error == std::errc() && end == text.data() + text.size();
  return whole && value >= 0 && value <= 1 ? std::optional(value) : std::nullopt;
}

/// "a.jpg, b.jpg"; a data URL has a comma of its own.
std::vector<std::string> picture_list(std::string_view list) {
  std::vector<std::string> pictures;
  while (!list.empty()) {
    const std::size_t comma = list.starts_with("data:") ? list.size() : std::min(list.find(','), list.size());
    if (const auto name = trimmed(list.substr(0, comma)); !name.empty())
      pictures.push_back(file_name_of(name));
    list.remove_prefix(std::min(comma + 1, list.size()));
  }
  return pictures;
}

/// reveal.js counts in seconds; "2m" and "1h30m" are understood as well.
std::optional<Duration> parse_timing(std::string_view text) {
  const bool bare = !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
  return parse_duration(bare ? std::string(text) + "s" : std::string(text));
}

/// `slide: data-background="…"`, `.Slide: …`, `.fragment`: attributes were meant.
bool looks_like_attributes(std::string_view comment) {
  const std::string start = lower_case(comment.substr(0, 16));
  const auto starts_with_any = [&](auto... words) { return (start.starts_with(words) || ...); };
  const bool has_value = comment.find('=') != std::string_view::npos;
  return starts_with_any(".slide", ".fragment", ". slide") ||
         (has_value && starts_with_any("slide", "element", ".elem", "data-", "class="));
}

/// One slide comment's attributes, each with its place for remarks.
class Reader {
 public:
  Reader(SlideAttributes& slide, Report& report) : slide_(slide), report_(report) {}

  void take(const Attribute& attribute, std::size_t offset) {
    offset_ = offset;
    const auto known = std::ranges::find(handlers, attribute.name, &Handler::name);
    if (attribute.kind == Attribute::Kind::unreadable) {
      report_.add(Code::attribute_unreadable, offset, "A part of this slide comment cannot be read.",
                  "Write each attribute as name=\"value\", with straight double quotes.");
    } else if (known != handlers.end()) {
      const std::string_view value = trimmed(attribute.value);
      if (known->take == nullptr) {
        remark_without_effect(attribute.name);
      } else if (!value.empty()) {
        (this->*known->take)(value);
      } else if (attribute.name.starts_with("data-background")) {
        report_.add(Code::background_unusable, offset, in_quotes(attribute.name) + " has no value.",
                    "Name a picture or a colour, for example data-background=\"hall.jpg\".");
      }
    } else {
      remark_unknown(attribute.name);
    }
  }

 private:
  struct Handler {
    std::string_view name;
    void (Reader::*take)(std::string_view value) = nullptr;  ///< null: known, but without effect here
  };

  void take_background(std::string_view value) {
    if (names_picture(value))
      slide_.background.images = {file_name_of(value)};
    else if (value.find("gradient(") != std::string_view::npos)
      slide_.background.gradient = value;
    else
      slide_.background.color = value;
  }
  void take_images(std::string_view value) { slide_.background.images = picture_list(value); }
  void take_color(std::string_view value) { slide_.background.color = value; }
  void take_gradient(std::string_view value) { slide_.background.gradient = value; }
  void take_size(std::string_view value) { slide_.background.size = value; }
  void take_position(std::string_view value) { slide_.background.position = value; }
  void take_repeat(std::string_view value) { slide_.background.repeat = value; }
  void take_id(std::string_view value) { slide_.id = value; }
  void take_direction(std::string_view value) { slide_.direction = read_direction(value); }
  void take_class(std::string_view) {}
  void take_notes(std::string_view value) { append_paragraph(slide_.notes, value); }

  void take_opacity(std::string_view value) {
    const auto opacity = parse_opacity(value);
    slide_.background.image_opacity = opacity.value_or(1.0);
    if (!opacity)
      remark_value("The background's opacity is not a number from 0 to 1; the picture is shown in full.",
                   "Write for example data-background-opacity=\"0.5\".");
  }

  void take_transition(std::string_view value) {
    if (const auto unknown = read_turn(value, slide_.turn); !unknown.empty())
      remark_value("There is no transition " + in_quotes(unknown) + ".",
                   "Write " + std::string(transition_words) + ".");
  }

  void take_background_transition(std::string_view value) {
    slide_.turn.background = transition_named(value);
    if (!slide_.turn.background)
      remark_value("There is no transition " + in_quotes(value) + ".",
                   "Write " + std::string(transition_words) + ".");
  }

  void take_speed(std::string_view value) {
    slide_.turn.speed = speed_named(value);
    if (!slide_.turn.speed)
      remark_value("There is no speed " + in_quotes(value) + ".", "Write default, fast or slow.");
  }

  void take_visibility(std::string_view value) {
    slide_.is_hidden = value == "hidden";
    slide_.is_counted = value != "uncounted";
    if (!slide_.is_hidden && slide_.is_counted && value != "visible")
      remark_value("A slide cannot be " + in_quotes(value) + ".", "Write hidden or uncounted.");
  }

  void take_timing(std::string_view value) {
    slide_.timing = parse_timing(value);
    if (!slide_.timing)
      remark_value(in_quotes(value) + " is not a time.", "Write seconds, or for example 2m.");
  }

  void take_autoslide(std::string_view value) {
    slide_.autoslide = parse_milliseconds(value);
    if (!slide_.autoslide)
      remark_value(in_quotes(value) + " is not a number of milliseconds.", std::string(autoslide_remedy));
  }

  void remark_value(std::string message, std::string remedy) {
    report_.add(Code::attribute_value, offset_, std::move(message), std::move(remedy));
  }

  void remark_without_effect(const std::string& name) {
    report_.add(Code::attribute_ignored, offset_, in_quotes(name) + " has no effect here.",
                "Take it out, or leave it for other programs that read the deck.");
  }

  void remark_unknown(const std::string& name) {
    std::array<std::string_view, handler_count> names;
    std::ranges::transform(handlers, names.begin(), &Handler::name);
    auto meant = nearest_name(name, names);
    if (const auto longer = std::ranges::find(names, "data-" + name); longer != names.end()) meant = *longer;
    if (!meant && !name.starts_with("data-")) return remark_without_effect(name);
    report_.add(Code::attribute_unknown, offset_, "There is no attribute " + in_quotes(name) + ".",
                meant ? "Did you mean " + std::string(*meant) + "?" : "Take it out, or look its name up.");
  }

  static constexpr std::size_t handler_count = 29;
  static const std::array<Handler, handler_count> handlers;

  SlideAttributes& slide_;
  Report& report_;
  std::size_t offset_ = 0;
};

const std::array<Reader::Handler, Reader::handler_count> Reader::handlers = {{
    {"data-background", &Reader::take_background},
    {"data-background-image", &Reader::take_images},
    {"data-background-color", &Reader::take_color},
    {"data-background-gradient", &Reader::take_gradient},
    {"data-background-opacity", &Reader::take_opacity},
    {"data-background-size", &Reader::take_size},
    {"data-background-position", &Reader::take_position},
    {"data-background-repeat", &Reader::take_repeat},
    {"data-background-transition", &Reader::take_background_transition},
    {"data-background-video"},
    {"data-background-video-loop"},
    {"data-background-video-muted"},
    {"data-background-iframe"},
    {"data-background-interactive"},
    {"data-transition", &Reader::take_transition},
    {"data-transition-speed", &Reader::take_speed},
    {"data-visibility", &Reader::take_visibility},
    {"data-timing", &Reader::take_timing},
    {"data-notes", &Reader::take_notes},
    {"data-auto-animate"},
    {"data-auto-animate-restart"},
    {"data-auto-animate-id"},
    {"data-auto-animate-easing"},
    {"data-auto-animate-duration"},
    {"data-autoslide", &Reader::take_autoslide},
    {"data-state"},
    {"id", &Reader::take_id},
    {"dir", &Reader::take_direction},
    {"class", &Reader::take_class},
}};

}  // namespace

void append_paragraph(std::string& text, std::string_view paragraph) {
  if (paragraph.empty()) return;
  if (!text.empty()) text += "\n\n";
  text += paragraph;
}

void read_slide_comment(std::string_view comment, std::size_t offset, SlideAttributes& slide,
                        Report& report) {
  constexpr std::string_view mark = ".slide:";
  const std::size_t at = comment.find(mark);
  if (at == std::string_view::npos) {
    if (looks_like_attributes(trimmed(comment)))
      report.add(Code::attribute_unreadable, offset,
                 "This comment has no effect: it begins with no known mark.",
                 "Begin it with .slide: for the slide, or with .element: for what stands before it.");
    return;
  }
  const std::size_t begin = at + mark.size();
  Reader reader(slide, report);
  for (const Attribute& attribute : read_attributes(comment.substr(begin)))
    reader.take(attribute, offset + begin + attribute.offset);
}

}  // namespace lectern::deck
