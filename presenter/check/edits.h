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

/// Edits that call a picture `real` wherever the text calls it `written`, as a picture: in `![](…)`, in the
/// value of an attribute, in a link definition. Not in code.
std::vector<Edit> rename_picture(std::string_view text, std::string_view written, std::string_view real);

}  // namespace lectern::check
