// The regular expressions of a deck, which authors write for JavaScript. RE2 reads them: linear time on any
// input, at the price of look-around.
#pragma once

#include <re2/re2.h>

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "common/deck/report.h"
#include "common/text/text.h"

namespace lectern::deck {

/// `^` and `$` match at lines; nullptr: RE2 cannot read it.
std::unique_ptr<RE2> compile(const std::string& expression, const std::string& flags);

/// The same expression as RE2 writes it: `\u2028`, `[^]` and `(?<name>` are spelt otherwise there. What RE2
/// has no word for stays as it is.
std::string from_javascript(std::string_view expression);

/// An expression of the author's as RE2 can read it; empty, with a diagnostic: it cannot, or it also matches
/// nothing.
std::string readable_pattern(std::string_view expression, std::size_t offset, Report&);

inline constexpr std::size_t longest_match = 4u << 10;  ///< bytes of a separator that is surely found

/// The first match of at least one byte that begins at or after `from` and ends by `end`.
std::optional<Range> find_match(const RE2&, std::string_view text, std::size_t from, std::size_t end);

}  // namespace lectern::deck
