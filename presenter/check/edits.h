// Small changes to a text, found first and made at once.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "common/text/text.h"

namespace lectern::check {

struct Edit {
  Range range;       ///< of the text as it was
  std::string text;  ///< instead
};

/// `edits` in any order; of those that overlap the first counts.
std::string with_edits(std::string_view text, std::vector<Edit> edits);

/// Where each line begins, whatever ends the one before it: LF, CR LF or CR.
std::vector<std::size_t> line_begins(std::string_view text);

}  // namespace lectern::check
