// A deck of photographs as large as today's cameras make them, drawn by arithmetic.
#pragma once

#include <filesystem>
#include <string>

namespace lectern::bench {

/// Writes `slides.md` and its 24-megapixel JPEG backgrounds into `folder`, unless they are there from an
/// earlier run; the path of the deck. 24 slides, each with its own background among `picture_count`,
/// transitions off.
std::string write_photograph_deck(const std::filesystem::path& folder, int picture_count);

/// `slide_count` slides, each with a background of its own of 12 megapixels. Eight are drawn; the others are
/// copies of these, each with another comment in it.
std::string write_long_photograph_deck(const std::filesystem::path& folder, int slide_count);

}  // namespace lectern::bench
