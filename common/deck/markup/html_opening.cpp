#include "common/deck/markup/html_opening.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

#include "common/text/text.h"

namespace lectern::deck {
namespace {

constexpr double small_em = 0.6;  // reveal.js's

struct Flag {
  std::string_view name;
  bool Style::*flag;
};
constexpr std::array flags = {
    Flag{"b", &Style::strong},      Flag{"strong", &Style::strong}, Flag{"th", &Style::strong},
    Flag{"i", &Style::emphasis},    Flag{"em", &Style::emphasis},   Flag{"cite", &Style::emphasis},
    Flag{"dfn", &Style::emphasis},  Flag{"var", &Style::emphasis},  Flag{"u", &Style::underline},
    Flag{"ins", &Style::underline}, Flag{"s", &Style::strike},      Flag{"del", &Style::strike},
    Flag{"strike", &Style::strike}, Flag{"mark", &Style::mark},     Flag{"kbd", &Style::keyboard},
    Flag{"code", &Style::code},     Flag{"tt", &Style::code},       Flag{"samp", &Style::code},
};

std::shared_ptr<const std::string> shared(std::string text) {
  return std::make_shared<const std::string>(std::move(text));
}

/// What an element looks like by itself.
Style styled(const Element& element, const std::vector<Attribute>& attributes, Style style) {
  for (const Flag& flag : flags)
    if (flag.name == element.name) style.*flag.flag = true;
  if (element.name == "small") style.pixels *= small_em;
  if (element.name == "big") style.pixels *= 1.2;
  if (element.name == "sub") style.baseline = Baseline::sub;
  if (element.name == "sup") style.baseline = Baseline::super;
  if (element.name == "a") {
    if (const auto* href = find_value(attributes, "href")) style.href = shared(*href);
  }
  if (element.name == "font") {
    const auto* color = find_value(attributes, "color");
    if (color && !color->empty() && color->size() <= max_color_bytes) style.color = shared(*color);
    const auto* size = find_value(attributes, "size");
    if (const auto font_size = size ? font_tag_size(*size) : std::nullopt)
      style.pixels = pixels_of(*font_size, style.pixels);
  }
  return style;
}

int level_of(const Element& element) {
  return element.frame == Frame::heading ? element.name[1] - '0' : 1;
}

List list_of(const Element& element, const std::vector<Attribute>& attributes) {
  List list{.ordered = element.name == "ol", .start = 1, .items = {}};
  if (const auto* start = find_value(attributes, "start")) {
    int number = 1;
    const auto [end, error] = std::from_chars(start->data(), start->data() + start->size(), number);
    if (error == std::errc() && number > -1'000'000'000 && number < 1'000'000'000) list.start = number;
  }
  return list;
}

}  // namespace

Opening opening_of(const Element& element, const std::vector<Attribute>& attributes, const Mark& mark,
                   const Style& around) {
  Opening opening{.kind = element.frame, .owner = Owner::html, .name = element.name};
  opening.level = level_of(element);
  Style style = styled(element, attributes, around);
  if (!mark.look.size && element.frame == Frame::heading)
    style.pixels *= heading_em[static_cast<std::size_t>(opening.level) - 1];
  if (!mark.look.size && element.frame == Frame::preformatted) style.pixels *= code_em;
  opening.style = with_look(std::move(style), mark.look);
  opening.align = mark.look.align;
  opening.direction = mark.look.direction;
  if (element.name == "center") opening.align = Align::center;
  opening.mark = mark;
  opening.list = list_of(element, attributes);
  opening.is_header = element.name == "th";
  opening.goes_on = is_formatting(element.name);
  if (element.name == "q") opening.after = "”";
  return opening;
}

InlineImage image_of(const std::vector<Attribute>& attributes, const Look& look) {
  const auto text = [&](std::string_view name) {
    const auto* value = find_value(attributes, name);
    return value ? *value : std::string();
  };
  std::string source = text("src");
  if (source.empty()) source = text("data-src");
  return {.source = file_name_of(trimmed(source)),
          .alt = text("alt"),
          .title = text("title"),
          .is_decorative = find_value(attributes, "alt") && text("alt").empty(),
          .width = look.width,
          .height = look.height};
}

std::string language_of(const std::vector<Attribute>& attributes) {
  const auto* classes = find_value(attributes, "class");
  if (!classes) return {};
  for (const std::string_view prefix : {std::string_view("language-"), std::string_view("lang-")}) {
    const std::size_t at = classes->find(prefix);
    if (at == std::string::npos) continue;
    const std::string_view rest = std::string_view(*classes).substr(at + prefix.size());
    return std::string(rest.substr(0, rest.find_first_of(" \t\n")));
  }
  return {};
}

}  // namespace lectern::deck
