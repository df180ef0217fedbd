// Pictures called by another name, wherever a deck names them.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "presenter/check/edits.h"

namespace lectern::check {

/// From the name that a deck writes, decoded, to the one that it should write.
using NewNames = std::map<std::string, std::string>;

/// Edits that write the new names wherever the text names those pictures: in `![](…)`, in an attribute, in a
/// link definition; escaped as the old names were. Not in code. Linear in the text, whatever the number of
/// names.
std::vector<Edit> rename_pictures(std::string_view text, const NewNames&);

}  // namespace lectern::check
