// What a remark is about. A code's name is stable: scripts may rely on it, and docs/deck-language.md lists
// all.
#pragma once

#include <span>
#include <string_view>

namespace lectern::deck {

enum class Code {
  // The file
  text_repaired,
  encoding_converted,
  // Front matter and settings
  front_matter_unreadable,
  front_matter_unclosed,
  front_matter_value,
  front_matter_misplaced,
  front_matter_duplicate,
  front_matter_key,
  theme_unknown,
  theme_unreadable,
  theme_ignored,
  // Separators
  separator_unreadable,
  separator_in_code,
  separator_in_comment,
  separator_underline,
  separator_missed,
  // Notes
  notes_shown,
  // Comments and attributes
  comment_unclosed,
  attribute_unreadable,
  attribute_unknown,
  attribute_value,
  attribute_ignored,
  background_unusable,
  // Markdown and HTML
  html_unknown,
  html_ignored,
  html_unclosed,
  link_dead,
  // Limits
  deck_too_long,
  slide_too_long,
  nesting_too_deep,
  table_too_large,
  links_too_large,
  remarks_too_many,
  // Pictures
  picture_missing,
  picture_unreadable,
  picture_case,
  picture_elsewhere,
  picture_format,
  picture_small,
  picture_huge,
  picture_without_text,
  // What the audience would see
  slide_empty,
  slide_overflows,
  slide_near_edge,
  text_small,
  words_many,
  contrast_low,
  glyph_missing,
  // Time
  questions_untimed,
  notes_long,
  timing_long,
  // What was meant and is not
  markdown_shown,
  id_duplicate,
};

/// "picture-missing".
std::string_view name_of(Code);

/// Why it matters in front of an audience: a sentence.
std::string_view why_it_matters(Code);

/// Every code, in the order above.
std::span<const Code> all_codes();

}  // namespace lectern::deck
