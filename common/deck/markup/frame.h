// What can be open around a place in a slide's content.
#pragma once

namespace lectern::deck {

enum class Frame {
  document,
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
  text,  ///< inside a line: styles its text, or says something about it that cannot be seen
};

}  // namespace lectern::deck
