#include "common/typeset/tags.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>

#include "common/text/text.h"
#include "common/typeset/masked_runs.h"

namespace lectern::typeset {
namespace {

constexpr std::string_view figure = "Figure", header_cell = "TH", body_cell = "TD";
constexpr char32_t object_character = 0xFFFC;  // stands for a picture in a text

/// Those boxes that are one element each.
const char* element_of(std::string_view kind) {
  static constexpr std::array<std::array<const char*, 2>, 9> names = {{{"h1", "H1"},
                                                                       {"h2", "H2"},
                                                                       {"h3", "H3"},
                                                                       {"h4", "H4"},
                                                                       {"h5", "H5"},
                                                                       {"h6", "H6"},
                                                                       {"p", "P"},
                                                                       {"pre", "Code"},
                                                                       {"blockquote", "BlockQuote"}}};
  const auto* const found = std::ranges::find(names, kind, [](const auto& name) { return name[0]; });
  return found == names.end() ? nullptr : (*found)[1];
}

/// But for pictures, which are inks of their own.
bool is_blank(const TextInk& text) {
  std::string_view rest = pango_layout_get_text(text.layout.get());
  while (!rest.empty()) {
    const char32_t c = take_code_point(rest);
    if (c != object_character && c != ' ' && c != '\n') return false;
  }
  return true;
}

bool holds(const Box& box, const Point& point) {
  return point.x >= box.x && point.x <= box.x + box.width && point.y >= box.y &&
         point.y <= box.y + box.height;
}

}  // namespace

Tags::Tags(cairo_t* cairo, const Sheet& sheet, const Transformation& transformation,
           std::vector<PdfElement>& told)
    : cairo_(cairo), sheet_(sheet), transformation_(transformation), told_(told) {}

Tags::~Tags() {
  close_down_to(0);
}

void Tags::enter(std::size_t ink_index) {
  const Ink& ink = sheet_.ink[ink_index];
  const auto* text = std::get_if<TextInk>(&ink);
  const bool is_picture = std::holds_alternative<PictureInk>(ink) ||
                          std::holds_alternative<OutlineInk>(ink) || (text && text->paint == Paint::faint);
  if (!is_picture && (!text || text->paint == Paint::marker || is_blank(*text))) return;
  const std::vector<Element> wanted = elements_of(ink_index, is_picture);
  const auto [differs, with] = std::ranges::mismatch(opened_, wanted);
  close_down_to(static_cast<std::size_t>(differs - opened_.begin()));
  for (auto element = with; element != wanted.end(); ++element) open(*element);
}

std::vector<Tags::Element> Tags::elements_of(std::size_t ink_index, bool is_picture) const {
  const Rect bounds = bounds_of(sheet_.ink[ink_index]);
  const Transformation& t = transformation_;
  const Point middle{t.x + t.scale * (bounds.x + bounds.width / 2),
                     t.y + t.scale * (bounds.y + bounds.height / 2)};
  std::vector<Element> elements = {{"Sect", 0}};
  for (std::size_t i = 0; i < sheet_.boxes.size(); ++i) {
    const Box& box = sheet_.boxes[i];
    if (holds(box, middle) && (is_picture || box.kind != "img")) add_elements(box, i, elements);
  }
  // Cairo has what is drawn in the innermost elements alone, and text may stand beside others.
  if (!is_picture) elements.push_back({"Span", ink_index});
  return elements;
}

void Tags::add_elements(const Box& box, std::size_t box_index, std::vector<Element>& elements) const {
  if (const char* name = element_of(box.kind)) {
    elements.push_back({name, box_index});
  } else if (box.kind == "li") {
    elements.insert(elements.end(), {{"L", 0}, {"LI", box_index}, {"LBody", box_index}});
  } else if (box.kind == "th" || box.kind == "td") {
    const auto row = static_cast<std::size_t>(std::llround(std::max(box.y, 0.0)));
    const std::string_view cell = box.kind == "th" ? header_cell : body_cell;
    elements.insert(elements.end(), {{"Table", 0}, {"TR", row}, {cell.data(), box_index}});
  } else if (box.kind == "img" && !box.text.empty()) {
    elements.push_back({figure.data(), box_index});
  }
}

void Tags::open(const Element& element) {
  cairo_tag_begin(cairo_, element.name, nullptr);
  opened_.push_back(element);
  if (element.name == figure) {
    told_.push_back({.alternative = sheet_.boxes[element.id].text});
  } else if (element.name == header_cell || element.name == body_cell) {
    const Box& box = sheet_.boxes[element.id];
    told_.push_back({.column_count = box.column_count, .row_count = box.row_count});
  }
}

void Tags::close_down_to(std::size_t count) {
  for (; opened_.size() > count; opened_.pop_back()) cairo_tag_end(cairo_, opened_.back().name);
}

}  // namespace lectern::typeset
