// Text that was UTF-8, was read as something else and saved again ("donâ€™t", "Â£5", "‚úÖ"): found run by
// run, and what it was. Right text in any language is never touched.
//
// A *candidate* is two to four characters in a row whose bytes in one code page are one well-formed UTF-8
// character of a kind that people write (no controls, nothing private or unassigned as a block). Right text
// has candidates too: CAFÉ… MANHÃ” «É – É √π 5 Å–7 £5–£10. So a candidate is repaired where it is *certain*:
//  - it cannot be right text. Right text may have a letter followed by letters whose cases agree and then
//    closing or joining punctuation, footnote figures or ™ ® ©; an opening or joining mark or a symbol before
//    anything; a sum or a measure (√π ≈£5 Ø½). "Ã©" "â€™" "ƒç" "¬£" "‚Äô" are none of these. Of two
//    characters only those that were Latin with accents or Latin-1's signs are ever certain alone;
//  - or it is one of Â Ã Ä Å inside a word, and right text would have no capital there ("siÄ™", "20Â°");
//  - or it is in an unbroken run of candidates with a certain one, or with three different characters of one
//    script ("–°–æ–≤–µ—Ç");
// or where a certain one *vouches* for it: in a line, or else a whole text, that has nothing outside ASCII
// but candidates of that code page. Everything else stays as it was written.
//
// Repaired text may be a candidate once more; it is repaired once more, by the same rules.
// Bytes that a program dropped are known again where that is safe: 0xF0 of an emoji in Mac Roman (U+F8FF,
// which many programs leave out), 0x9D of a closing quotation mark after an opening one, and the joiner and
// the variation selector between emoji in Windows-1252.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "common/text/text.h"

namespace lectern {

/// What UTF-8 was mistaken for.
enum class Through { mac_roman, windows_1252 };  ///< windows_1252: or Latin-1, most often the same

/// "Mac Roman", for people.
std::string_view to_string(Through);

struct Repair {
  Range range;                              ///< in the text as given
  std::string text;                         ///< what it was
  Through through = Through::windows_1252;  ///< the last time, where it was twice
};

/// By range, which never overlap. Linear time and memory; takes bytes that are not UTF-8 for
/// strangers.
std::vector<Repair> find_broken_text(std::string_view utf8);

std::string with_repairs(std::string_view text, const std::vector<Repair>&);

}  // namespace lectern
