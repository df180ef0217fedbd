// The elements of HTML, by what they mean on a slide.
#pragma once

#include <string_view>

#include "common/deck/markup/frame.h"

namespace lectern::deck {

enum class Role {
  unknown,
  frame,  ///< stands around its content
  line_break,
  image,
  rule,
  transparent,     ///< only its content counts
  without_effect,  ///< its text is shown, what it would do is not done
};

struct Element {
  constexpr Element() = default;
  constexpr Element(std::string_view its_name, Frame its_frame)
      : name(its_name), role(Role::frame), frame(its_frame) {}
  constexpr Element(std::string_view its_name, Role its_role, bool has_no_content = false)
      : name(its_name), role(its_role), is_void(has_no_content) {}

  std::string_view name;
  Role role = Role::unknown;
  Frame frame = Frame::text;  ///< of what has content
  bool is_void = false;       ///< has no content and no end tag
};

/// Where there is none of that name: an element with an empty one.
const Element& find_element(std::string_view lower_case_name);

}  // namespace lectern::deck
