// Something an author should know about a deck that can be shown all the same.
#pragma once

#include <string>

namespace lectern::deck {

struct Diagnostic {
  int line = 1;         ///< in the deck's text, from 1
  int column = 1;       ///< in code points, from 1
  std::string message;  ///< what is wrong, in plain English
  std::string remedy;   ///< what to write instead
};

}  // namespace lectern::deck
