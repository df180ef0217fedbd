#include "common/text/right_text.h"

#include <algorithm>
#include <array>
#include <cstdint>

namespace lectern {
namespace {

struct Block {
  char32_t first;
  char32_t last;
};

// Unicode's Blocks.txt, neighbours joined. Left out: controls, private use, and scripts that nobody speaks or
// whose UTF-8, misread, looks like capitals before punctuation (Syriac, Thaana, NKo, IPA's Latin neighbours).
constexpr std::array<Block, 45> written_blocks = {{
    {0xA0, 0x21F},      {0x250, 0x52F},     {0x531, 0x58F},     {0x591, 0x5F4},     {0x600, 0x6FF},
    {0x750, 0x77F},     {0x900, 0xFFF},     {0x1000, 0x13FF},   {0x1780, 0x18AF},   {0x1C80, 0x1CBF},
    {0x1D00, 0x206F},   {0x2070, 0x20C0},   {0x20D0, 0x20F0},   {0x2100, 0x218B},   {0x2190, 0x2426},
    {0x2460, 0x2BFF},   {0x2C60, 0x2C7F},   {0x2D00, 0x2D2D},   {0x2D80, 0x2E5D},   {0x2E80, 0x2FDF},
    {0x2FF0, 0x2FFB},   {0x3000, 0x303F},   {0x3041, 0x318E},   {0x3190, 0x4DFF},   {0x4E00, 0xA4CF},
    {0xA640, 0xA69F},   {0xA720, 0xA7FF},   {0xA8E0, 0xA8FF},   {0xA960, 0xA97C},   {0xAB00, 0xAB6B},
    {0xAC00, 0xD7A3},   {0xF900, 0xFAD9},   {0xFB00, 0xFB4F},   {0xFB50, 0xFDCF},   {0xFDF0, 0xFE6B},
    {0xFE70, 0xFEFF},   {0xFF01, 0xFFEE},   {0x1D400, 0x1D7FF}, {0x1EE00, 0x1EEF1}, {0x1F000, 0x1FAFF},
    {0x1FB00, 0x1FBF9}, {0x20000, 0x2FA1D}, {0x30000, 0x3134A}, {0xE0020, 0xE007F}, {0xE0100, 0xE01EF},
}};

enum class Kind : std::uint8_t { symbol, capital, small, joining, mark, sum, measure };

constexpr std::size_t kinds_size = 0x2600;  // beyond it, both code pages have only symbols

constexpr std::array<Kind, kinds_size> kinds = [] {
  std::array<Kind, kinds_size> table{};
  const auto set = [&](std::u32string_view characters, Kind kind) {
    for (const char32_t c : characters) table[c] = kind;
  };
  for (char32_t c = 0xC0; c <= 0xFF; ++c) table[c] = c < 0xDF ? Kind::capital : Kind::small;
  set(U"ŒŠŽŸ", Kind::capital);
  set(U"œšžı", Kind::small);
  set(U"‘’“”‚„‹›«»…•–—·´\u00A0\u00AD", Kind::joining);
  set(U"§©ª®°²³¹º¶¡¿™†‡", Kind::mark);  // stands after a word: a footnote, an ordinal, a trade mark
  set(U"√¬πΩ∞∑∏∫µ", Kind::sum);
  set(U"≈∆÷ƒ×Ø", Kind::measure);  // stands before an amount: ≈£5, Ø½, 3×½
  return table;
}();

Kind kind_of(char32_t c) {
  return c < kinds_size ? kinds[c] : Kind::symbol;
}

bool is_letter(char32_t c) {
  const Kind kind = kind_of(c);
  return kind == Kind::capital || kind == Kind::small;
}

bool is_one_of(char32_t c, std::u32string_view set) {
  return set.find(c) != std::u32string_view::npos;
}

/// "É…", "Íš”", "Öö": letters whose cases agree, then what may close a word, and what may follow.
bool may_be_word(std::u32string_view text) {
  const bool is_arrow = text.size() == 3 && text[0] == U'â' && is_one_of(text[1], U"†‡–") &&
                        kind_of(text[1]) != kind_of(text[2]);
  if (is_arrow) return false;  // "â†’" "â‡’" "â–¶": no word ends so
  std::size_t at = 1;
  for (; at < text.size() && is_letter(text[at]); ++at) {
    const bool cases_agree = kind_of(text[at]) == Kind::small || kind_of(text[at - 1]) == Kind::capital;
    // No language has œ š ž beside other small letters with accents than these.
    const bool is_czech_or_estonian = kind_of(text[0]) == Kind::capital || is_one_of(text[0], U"áäéíóöõúüý");
    if (!cases_agree || !is_czech_or_estonian) return false;
  }
  for (; at < text.size() && kind_of(text[at]) != Kind::joining; ++at) {
    if (kind_of(text[at]) != Kind::mark) return false;
  }
  // Behind a dash or an apostrophe another word or an amount may begin: "café–£3".
  return std::all_of(text.begin() + static_cast<std::ptrdiff_t>(at), text.end(),
                     [](char32_t c) { return c >= 0xA0; });
}

/// „Ööpäev“ (Estonian) but not ‚Äô: after a quotation mark, two letters with dots, or no letter.
bool may_be_quoted(std::u32string_view text) {
  if (text.size() == 2) return true;
  if (!is_letter(text[1])) return !is_one_of(text[1], U"≠≤≥");  // ⭐ is ‚≠ê
  return is_one_of(text[1], U"ÄÖÜäöüõ") && is_one_of(text[2], U"ÄÖÜäöüõ");
}

}  // namespace

bool is_written(char32_t c) {
  const auto* block = std::upper_bound(written_blocks.begin(), written_blocks.end(), c,
                                       [](char32_t wanted, const Block& b) { return wanted < b.first; });
  return block != written_blocks.begin() && c <= (block - 1)->last;
}

bool may_be_right(std::u32string_view text) {
  const Kind second = kind_of(text[1]);
  switch (kind_of(text[0])) {
    case Kind::capital:
      if (is_one_of(text[0], U"ÂÃ") && is_one_of(text[1], U"§©®°¡¿")) return false;
      return may_be_word(text) || (text[0] == U'Å' && text[1] == U'±');
    case Kind::small:
      return may_be_word(text);
    case Kind::joining:
    case Kind::mark:
      return may_be_quoted(text);
    case Kind::sum:
      return second == Kind::sum && text != U"¬∞";
    case Kind::measure:
      return !is_letter(text[1]) || text[1] == U'ø';
    case Kind::symbol:
      return std::none_of(text.begin(), text.end(), [](char32_t c) { return is_letter(c); });
  }
  return true;
}

bool is_joining(char32_t c) {
  return kind_of(c) == Kind::joining;
}

}  // namespace lectern
