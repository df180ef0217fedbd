// Characters of a text whose bytes in one code page are one character of UTF-8; repair.h says which of them
// are certain.
#pragma once

#include <string_view>
#include <vector>

#include "common/text/repair.h"
#include "common/text/text.h"

namespace lectern {

struct Candidate {
  Range range;
  char32_t meant = 0;
  bool is_certain = false;
};

/// By range. Linear time.
std::vector<Candidate> find_certain_candidates(std::string_view utf8, Through);

/// No text, but what a text was in between when it was broken twice.
bool is_halfway(char32_t);

}  // namespace lectern
