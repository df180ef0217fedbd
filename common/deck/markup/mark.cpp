#include "common/deck/markup/mark.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <string>
#include <utility>

#include "common/base/duration.h"
#include "common/deck/turn.h"
#include "common/text/text.h"

namespace lectern::deck {
namespace {

struct EffectName {
  std::string_view name;
  Effect effect;
};
constexpr std::array effects = {
    EffectName{"fade-in", Effect::fade_in},
    EffectName{"fade-up", Effect::fade_up},
    EffectName{"fade-down", Effect::fade_down},
    EffectName{"fade-left", Effect::fade_left},
    EffectName{"fade-right", Effect::fade_right},
    EffectName{"zoom-in", Effect::zoom_in},
    EffectName{"fade-out", Effect::fade_out},
    EffectName{"fade-in-then-out", Effect::fade_in_then_out},
    EffectName{"current-visible", Effect::fade_in_then_out},
    EffectName{"fade-in-then-semi-out", Effect::fade_in_then_semi_out},
    EffectName{"semi-fade-out", Effect::semi_fade_out},
    EffectName{"grow", Effect::grow},
    EffectName{"shrink", Effect::shrink},
    EffectName{"strike", Effect::strike},
    EffectName{"highlight-red", Effect::highlight_red},
    EffectName{"highlight-green", Effect::highlight_green},
    EffectName{"highlight-blue", Effect::highlight_blue},
    EffectName{"highlight-current-red", Effect::highlight_current_red},
    EffectName{"highlight-current-green", Effect::highlight_current_green},
    EffectName{"highlight-current-blue", Effect::highlight_current_blue},
    EffectName{"custom", Effect::custom},
};
constexpr std::string_view fragment_class = "fragment";

constexpr std::array<std::string_view, 9> attribute_names = {
    "class", "style", "data-fragment-index", "data-notes", "data-autoslide", "width", "height",
    "align", "dir"};

constexpr auto class_names = [] {
  std::array<std::string_view, effects.size() + 1> names{fragment_class};
  for (std::size_t i = 0; i < effects.size(); ++i) names[i + 1] = effects[i].name;
  return names;
}();

enum class From { tag, comment };

class MarkReader {
 public:
  MarkReader(From from, Remarks& remarks) : from_(from), remarks_(remarks) {}

  Mark read(const std::vector<Attribute>& attributes) {
    for (const Attribute& attribute : attributes) take(attribute);
    mark_.fragment.effect = effect_.value_or(Effect::fade_in);
    if (effect_ && !mark_.is_fragment) {
      remarks_.once(Code::attribute_ignored, "An effect without the class “fragment” has no effect.",
                    "Write both, for example class=\"fragment grow\".");
    }
    return std::move(mark_);
  }

 private:
  void take(const Attribute& a) {
    if (a.kind == Attribute::Kind::unreadable) return unreadable(a);
    if (a.name == "class") {
      take_classes(a.value);
    } else if (a.name == "style") {
      take_style(a.value);
    } else if (a.name == "data-fragment-index") {
      take_index(a.value);
    } else if (a.name == "data-notes") {
      mark_.fragment.notes = a.value;
    } else if (a.name == "data-autoslide") {
      take_autoslide(a.value);
    } else if (a.name == "width") {
      take_length(a, mark_.look.width);
    } else if (a.name == "height") {
      take_length(a, mark_.look.height);
    } else if (a.name == "align") {
      mark_.look.align = read_align(a.value).value_or(mark_.look.align);
    } else if (a.name == "dir") {
      mark_.look.direction = read_direction(a.value);
    } else if (from_ == From::comment) {
      unknown_attribute(a.name);
    } else if (a.name == "colspan") {
      take_count(a, mark_.span.column_count);
    } else if (a.name == "rowspan") {
      take_count(a, mark_.span.row_count);
    }
  }

  void unreadable(const Attribute& a) {
    remarks_.once(Code::attribute_unreadable, in_quotes(a.name) + " cannot be read here.",
                  "Write each attribute as name=\"value\", with straight double quotes.");
  }

  void take_classes(std::string_view words) {
    while (!(words = trimmed(words)).empty()) {
      const std::string_view word = words.substr(0, words.find_first_of(" \t\n"));
      words.remove_prefix(word.size());
      const auto effect =
          std::ranges::find_if(effects, [&](const EffectName& known) { return known.name == word; });
      if (word == fragment_class) {
        mark_.is_fragment = true;
      } else if (effect != effects.end()) {
        effect_ = effect->effect;
      } else if (!word.starts_with("language-") && !word.starts_with("lang-")) {
        unknown_class(word);
      }
    }
  }

  void unknown_class(std::string_view word) {
    if (word == "notes" && from_ == From::tag)
      return remarks_.once(Code::notes_shown, "What looks like notes is on the slide.",
                           "Write <aside class=\"notes\">, or a line Note: above them.");
    const auto meant = nearest_name(word, class_names);
    if (meant) {
      remarks_.once(Code::attribute_unknown, "The class " + in_quotes(word) + " is not known.",
                    "Write " + in_quotes(*meant) + " if that is what you mean.");
    } else {
      remarks_.once(from_ == From::tag ? Code::html_ignored : Code::attribute_ignored,
                    "The class " + in_quotes(word) + " has no effect here.",
                    "Say with style=\"…\" how it is to look.");
    }
  }

  void unknown_attribute(std::string_view name) {
    const auto meant = nearest_name(name, attribute_names);
    if (meant) {
      remarks_.once(Code::attribute_unknown, "The attribute " + in_quotes(name) + " is not known.",
                    "Write " + in_quotes(*meant) + " if that is what you mean.");
    } else {
      remarks_.once(Code::attribute_ignored, "The attribute " + in_quotes(name) + " has no effect here.",
                    "Take it out, or leave it for other programs that read the deck.");
    }
  }

  void take_style(std::string_view css) {
    std::vector<std::string> ignored;
    read_style(css, mark_.look, ignored);
    for (const std::string& name : ignored)
      remarks_.once(Code::html_ignored, "The style " + in_quotes(name) + " has no effect here.",
                    "Use color, font-size, font-weight, font-style, text-decoration, text-align, width or "
                    "height, with values as in CSS.");
  }

  void take_index(std::string_view text) {
    text = trimmed(text);
    int index = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), index);
    if (error == std::errc() && end == text.data() + text.size() && index >= 0) {
      mark_.fragment.index = index;
    } else {
      remarks_.once(Code::attribute_value, "A fragment's index " + in_quotes(text) + " is not a number.",
                    "Write for example data-fragment-index=\"2\".");
    }
  }

  void take_count(const Attribute& a, std::size_t& into) {
    const std::string_view text = trimmed(a.value);
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), into);
    if (error != std::errc() || end != text.data() + text.size())
      remarks_.once(Code::attribute_value, "The " + a.name + " " + in_quotes(a.value) + " is not a number.",
                    "Write for example " + a.name + "=\"2\".");
  }

  void take_autoslide(std::string_view text) {
    mark_.fragment.autoslide = parse_milliseconds(trimmed(text));
    if (!mark_.fragment.autoslide)
      remarks_.once(Code::attribute_value, in_quotes(text) + " is not a number of milliseconds.",
                    std::string(autoslide_remedy));
  }

  void take_length(const Attribute& a, std::optional<Length>& into) {
    if (const auto length = read_length(a.value)) {
      into = length;
    } else {
      remarks_.once(Code::attribute_value, "The " + a.name + " " + in_quotes(a.value) + " is not a length.",
                    "Write for example " + a.name + "=\"300\" or " + a.name + "=\"50%\".");
    }
  }

  From from_;
  Remarks& remarks_;
  Mark mark_;
  std::optional<Effect> effect_;
};

}  // namespace

Mark mark_of_tag(const std::vector<Attribute>& attributes, Remarks& remarks) {
  return MarkReader(From::tag, remarks).read(attributes);
}

Mark mark_of_comment(std::string_view text, Remarks& remarks) {
  return MarkReader(From::comment, remarks).read(read_attributes(text));
}

std::optional<std::string_view> element_comment(std::string_view comment) {
  constexpr std::string_view opening = "<!--", closing = "-->", word = ".element";
  if (!comment.starts_with(opening) || !comment.ends_with(closing) ||
      comment.size() < opening.size() + closing.size())
    return std::nullopt;
  comment.remove_prefix(opening.size());
  comment.remove_suffix(closing.size());
  comment = trimmed(comment);
  if (!comment.starts_with(word)) return std::nullopt;
  comment.remove_prefix(word.size());
  if (comment.starts_with(':')) comment.remove_prefix(1);
  return comment;
}

}  // namespace lectern::deck
