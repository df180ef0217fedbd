#include "common/typeset/scripts.h"

#include <glib.h>

#include <algorithm>
#include <array>

namespace lectern::typeset {
namespace {

constexpr std::array right_to_left_scripts = {G_UNICODE_SCRIPT_ARABIC, G_UNICODE_SCRIPT_HEBREW,
                                              G_UNICODE_SCRIPT_SYRIAC, G_UNICODE_SCRIPT_THAANA,
                                              G_UNICODE_SCRIPT_NKO,    G_UNICODE_SCRIPT_ADLAM};

/// Calls `take` with the script of each letter.
template <class Take>
void for_each_letter(std::string_view text, Take take) {
  const char* const end = text.data() + text.size();
  for (const char* at = text.data(); at < end; at = g_utf8_next_char(at)) {
    const gunichar character = g_utf8_get_char_validated(at, end - at);
    if (!g_unichar_validate(character)) return;
    if (g_unichar_isalpha(character)) take(g_unichar_get_script(character));
  }
}

}  // namespace

deck::TextDirection direction_by_letters(std::string_view text) {
  int balance = 0;  // of letters of the one kind over those of the other
  for_each_letter(text, [&](GUnicodeScript script) {
    const bool is_right_to_left =
        std::ranges::find(right_to_left_scripts, script) != right_to_left_scripts.end();
    balance += is_right_to_left ? 1 : -1;
  });
  return balance > 0 ? deck::TextDirection::right_to_left : deck::TextDirection::left_to_right;
}

const char* han_language_by_letters(std::string_view text) {
  const char* language = "zh-cn";
  for_each_letter(text, [&](GUnicodeScript script) {
    if (script == G_UNICODE_SCRIPT_HIRAGANA || script == G_UNICODE_SCRIPT_KATAKANA) language = "ja";
    if (script == G_UNICODE_SCRIPT_HANGUL) language = "ko";
  });
  return language;
}

}  // namespace lectern::typeset
