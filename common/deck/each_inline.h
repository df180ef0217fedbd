// Everything that stands in a slide's lines, in the order of the text.
#pragma once

#include <type_traits>
#include <variant>

#include "common/deck/document.h"

namespace lectern::deck {

/// Calls `take` for each run, picture and line break.
template <class Take>
void for_each_inline(const Blocks& blocks, const Take& take) {
  const auto each = [&](const Inlines& inlines) {
    for (const Inline& part : inlines) take(part);
  };
  for (const Block& block : blocks) {
    std::visit(
        [&]<class Content>(const Content& content) {
          if constexpr (std::is_same_v<Content, List>) {
            for (const ListItem& item : content.items) for_each_inline(item.blocks, take);
          } else if constexpr (std::is_same_v<Content, Quote>) {
            for_each_inline(content.blocks, take);
          } else if constexpr (std::is_same_v<Content, Table>) {
            for (const auto* rows : {&content.header, &content.body})
              for (const Table::Row& row : *rows)
                for (const Inlines& cell : row) each(cell);
          } else if constexpr (requires { content.content; }) {
            each(content.content);
          }
        },
        block.content);
  }
}

/// Calls `take` for each picture or each run.
template <class Part, class Take>
void for_each_part(const Blocks& blocks, const Take& take) {
  for_each_inline(blocks, [&](const Inline& part) {
    if (const auto* found = std::get_if<Part>(&part)) take(*found);
  });
}

}  // namespace lectern::deck
