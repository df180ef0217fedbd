// What an HTML tag or a comment `.element` says about its element.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "common/deck/markup/attribute_list.h"
#include "common/deck/markup/css.h"
#include "common/deck/markup/fragment_book.h"
#include "common/deck/markup/remarks.h"

namespace lectern::deck {

struct Mark {
  Look look{};
  bool is_fragment = false;
  FragmentMark fragment{};  ///< or what more is said about one that the element is already
  Span span{};              ///< of a cell: over how many places it goes
};

/// Of a tag: what means nothing here is remarked on where it would be seen, and no more.
Mark mark_of_tag(const std::vector<Attribute>&, Remarks&);

/// Of a comment: whatever means nothing is remarked on.
Mark mark_of_comment(std::string_view text, Remarks&);

/// The text of a comment `.element`, from behind that word; nullopt: it is another comment.
std::optional<std::string_view> element_comment(std::string_view comment);

}  // namespace lectern::deck
