#include "common/deck/attributes.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

#include "common/deck/text.h"

namespace lectern::deck {
namespace {

struct Attribute {
  std::string_view name;
  std::string_view value;
};

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

bool is_hex_color(std::string_view text) {
  if (!text.starts_with('#') || (text.size() != 4 && text.size() != 7)) return false;
  return text.find_first_not_of("0123456789abcdefABCDEF", 1) == std::string_view::npos;
}

std::optional<double> parse_opacity(std::string_view text) {
  text = trimmed(text);
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  const bool whole = error == std::errc() && end == text.data() + text.size();
  return whole && value >= 0 && value <= 1 ? std::optional(value) : std::nullopt;
}

/// Several slides' worth of comma-separated pictures are legal in reveal.js; a data URL has a comma of its
/// own.
std::string first_picture(std::string_view list, std::size_t offset, Report& report) {
  const std::size_t comma = list.starts_with("data:") ? std::string_view::npos : list.find(',');
  if (comma != std::string_view::npos) {
    report.add(offset, "Only the first of several background pictures is shown.", "Name one picture.");
  }
  return file_name_of(trimmed(list.substr(0, comma)));
}

class SlideAttributes {
 public:
  SlideAttributes(std::size_t offset, Background& background, std::string& notes, Report& report)
      : offset_(offset), background_(background), notes_(notes), report_(report) {}

  void take(Attribute a) {
    if (a.name == "data-background") {
      if (names_picture(a.value)) {
        background_.image = file_name_of(trimmed(a.value));
      } else {
        take_color(a.value);
      }
    } else if (a.name == "data-background-image") {
      background_.image = first_picture(a.value, offset_, report_);
    } else if (a.name == "data-background-color" || a.name == "data-background-gradient") {
      take_color(a.value);
    } else if (a.name == "data-background-opacity") {
      take_opacity(a.value);
    } else if (a.name == "data-notes") {
      append_paragraph(notes_, trimmed(a.value));
    } else if (a.name.starts_with("data-")) {
      report_.add(offset_, "“" + std::string(a.name) + "” has no effect here.",
                  "Take it out, or leave it for other programs that read the deck.");
    }
  }

 private:
  void take_color(std::string_view value) {
    background_.color = trimmed(value);
    if (is_hex_color(background_.color)) return;
    report_.add(offset_, "Only a colour in figures is shown behind a slide; this one has the theme's.",
                "Write the colour as #rrggbb, for example data-background=\"#336699\".");
  }

  void take_opacity(std::string_view value) {
    const auto opacity = parse_opacity(value);
    background_.image_opacity = opacity.value_or(1.0);
    if (opacity) return;
    report_.add(offset_,
                "The background's opacity is not a number from 0 to 1; the picture is shown in full.",
                "Write for example data-background-opacity=\"0.5\".");
  }

  std::size_t offset_;
  Background& background_;
  std::string& notes_;
  Report& report_;
};

/// Takes the first `name="value"` off `text`; a name without a value has an empty one. Anything else is
/// skipped and counted.
std::optional<Attribute> take_attribute(std::string_view& text, int& unreadable_count) {
  while (!text.empty()) {
    if (is_space(text.front()) || text.front() == '"') {
      text.remove_prefix(1);
      continue;
    }
    const std::string_view name = text.substr(0, text.find_first_of("= \t\""));
    text.remove_prefix(std::max<std::size_t>(name.size(), 1));
    const std::size_t close = text.starts_with("=\"") ? text.find('"', 2) : std::string_view::npos;
    if (close != std::string_view::npos && close > 2 && !name.empty()) {
      const Attribute attribute{name, text.substr(2, close - 2)};
      text.remove_prefix(close + 1);
      return attribute;
    }
    if (!text.starts_with('=') && !name.empty()) return Attribute{name, {}};
    ++unreadable_count;
    text.remove_prefix(std::min(text.find_first_of(" \t"), text.size()));
  }
  return std::nullopt;
}

}  // namespace

void append_paragraph(std::string& text, std::string_view paragraph) {
  if (paragraph.empty()) return;
  if (!text.empty()) text += "\n\n";
  text += paragraph;
}

void read_comment(std::string_view comment, std::size_t offset, Background& background, std::string& notes,
                  Report& report) {
  constexpr std::string_view slide = ".slide:";
  const std::size_t at = comment.find(slide);
  if (at == std::string_view::npos) {
    if (trimmed(comment).starts_with(".element")) {
      report.add(offset,
                 "A comment “.element” has no effect here; what it stands at is shown with its slide.",
                 "Take it out, or leave it for other programs that read the deck.");
    }
    return;
  }
  // What counts is the rest of that line, or the next line where nothing else stands on it.
  std::string_view list = comment.substr(at + slide.size());
  while (!list.empty() && is_space(list.front())) list.remove_prefix(1);
  list = list.substr(0, list.find('\n'));

  SlideAttributes attributes(offset, background, notes, report);
  int unreadable_count = 0;
  while (const auto attribute = take_attribute(list, unreadable_count)) {
    if (!attribute->value.empty()) attributes.take(*attribute);
  }
  if (unreadable_count > 0) {
    report.add(
        offset, "A part of this slide comment cannot be read.",
        "Write each attribute as name=\"value\", with straight double quotes and no spaces around the =.");
  }
}

}  // namespace lectern::deck
