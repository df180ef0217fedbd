// Something an author should know about a deck that can be shown all the same.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "common/deck/code.h"

namespace lectern::deck {

struct Diagnostic {
  Code code = Code::remarks_too_many;
  std::string file{};   ///< where not in the deck itself: the name of the file next to it
  int line = 1;         ///< in the deck's text, from 1
  int column = 1;       ///< in code points, from 1
  std::string message;  ///< what is wrong, in plain English
  std::string remedy;   ///< what to write instead
};

inline constexpr std::size_t max_diagnostics = 200;  ///< nobody reads more

/// Adds one to the others, up to max_diagnostics; the last then says that there are more.
void add_diagnostic(std::vector<Diagnostic>&, Diagnostic);

}  // namespace lectern::deck
