// Slides found by words of their titles, as people type them: in whatever capitals, with accents or without,
// and not to the end.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace lectern::deck {

/// The indices of the titles in which every word of `typed` begins a word: "cyn gwy" finds "Cyngor Gwynedd".
/// In scripts without spaces every character is a word. Without a word it is all of them.
std::vector<std::size_t> find_slides(const std::vector<std::string>& titles, std::string_view typed);

}  // namespace lectern::deck
