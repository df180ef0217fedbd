// What people write: the knowledge that tells broken text from right text.
#pragma once

#include <string_view>

namespace lectern {

/// Of a kind that authors write: letters of living scripts, marks, punctuation, symbols, emoji. By blocks.
bool is_written(char32_t);

/// Whether text that is as it should be may have these characters next to each other. None is ASCII; all are
/// Mac Roman's or Windows-1252's, at least two of them.
bool may_be_right(std::u32string_view);

/// Stands directly between letters in right text: ’ – … and the like.
bool is_joining(char32_t);

}  // namespace lectern
