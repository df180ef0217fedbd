// The examples of docs/deck-specification.md.
#pragma once

#include <string>
#include <vector>

namespace lectern::test {

struct Example {
  int line = 0;  ///< of the document
  std::string deck;
  std::string expected;        ///< as describe() says it
  std::string reveal_md_json;  ///< the file beside the deck; empty: none
  bool as_in_reveal = false;   ///< reveal-md shows the same
};

/// All of them, read once. An example is a fence of 32 back-ticks with the word `example` (and `reveal`); the
/// deck; a line `.`; what it comes to. → is a tab, and ␣ a space at a line's end. The deck may begin with a
/// line `reveal-md.json: {…}`.
const std::vector<Example>& specification();

}  // namespace lectern::test
