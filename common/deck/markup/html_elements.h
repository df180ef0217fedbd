// The elements of HTML, by what they mean on a slide.
#pragma once

#include <string_view>

namespace lectern::deck {

enum class ElementKind {
  unknown,
  text,  ///< inside a line: styles its text, or says something about it that cannot be seen
  line_break,
  image,
  rule,
  group,  ///< stands below what is before it
  paragraph,
  heading,
  quote,
  list,
  item,
  preformatted,
  table,
  row,
  cell,
  transparent,     ///< only its content counts
  without_effect,  ///< its text is shown, what it would do is not done
};

struct Element {
  std::string_view name;
  ElementKind kind = ElementKind::unknown;
  bool is_void = false;  ///< has no content and no end tag
};

/// Where there is none of that name: an element with an empty one.
const Element& find_element(std::string_view lower_case_name);

/// Whether it ends an open paragraph.
bool is_block(ElementKind);

}  // namespace lectern::deck
