// What an author may call a theme.
#pragma once

#include <array>
#include <string>
#include <string_view>

namespace lectern::deck {

/// Those that come with the program: reveal.js 5's.
inline constexpr std::array<std::string_view, 12> theme_names = {"black",     "white", "league",  "beige",
                                                                 "sky",       "night", "serif",   "simple",
                                                                 "solarized", "moon",  "dracula", "blood"};

bool is_theme_name(std::string_view);

/// "theme/council.css": a relative path that stays in its folder.
bool is_theme_file(std::string_view);

/// "black, white, … or blood"
std::string theme_names_in_words();

}  // namespace lectern::deck
