#include "common/deck/separators.h"

#include <re2/re2.h>

#include <algorithm>
#include <string>

#include "common/deck/deck.h"
#include "common/deck/fences.h"
#include "common/deck/pattern.h"

namespace lectern::deck {
namespace {

// reveal-md's defaults.
constexpr const char* usual_separator = "\r?\n---\r?\n";
constexpr const char* usual_vertical_separator = "\r?\n----\r?\n";

/// `^-{3}` matches the begin of "-----" too: what else is on a line of nothing but that character is no
/// content.
std::size_t skip_rest_of_rule(std::string_view text, Range match) {
  const char last = text[match.end - 1];
  if (last == '\n') return match.end;
  const std::size_t line_end = std::min(text.find('\n', match.end), text.size());
  const std::size_t rest = std::min(text.find_first_not_of(last, match.end), line_end);
  return trimmed(text.substr(rest, line_end - rest)).empty() ? line_end : match.end;
}

/// The byte that says where a match is: the first that is not a line's end.
std::size_t place_of(std::string_view text, Range match) {
  const std::size_t at = text.find_first_not_of('\n', match.begin);
  return at < match.end ? at : match.begin;
}

}  // namespace

std::vector<Piece> cut_into_slides(std::string_view text, const FrontMatter& front,
                                   const std::vector<Range>& fences, Report& report) {
  const std::string separator = readable_or(front.separator, usual_separator, report);
  const std::string vertical = readable_or(front.vertical_separator, usual_vertical_separator, report);
  const auto either = compile("(?:" + separator + ")|(?:" + vertical + ")", "m");
  const auto horizontal =
      compile("(?:" + separator + ")", "-m");  // reveal.js tests the match without its flags
  std::vector<Piece> pieces;
  Piece piece{{front.body_begin, text.size()}, Direction::right};
  if (!either || !horizontal) return {piece};  // readable one by one, but too large together

  const Range* last_fence = nullptr;
  for (std::size_t from = front.body_begin;
       const auto match = find_match(*either, text, from, text.size());) {
    const std::size_t place = place_of(text, *match);
    if (const Range* fence = range_around(fences, place)) {
      if (fence != last_fence) {
        report.add(place, "This line separates no slides: it is part of the code block that begins above it.",
                   "If a new slide was meant, close the code block first.");
      }
      last_fence = fence;
      from = fence->end;
      continue;
    }
    if (pieces.size() + 1 == max_slides) {
      report.add(place,
                 "The deck has more than " + std::to_string(max_slides) + " slides; the rest is left out.",
                 "Divide the deck into several files.");
      piece.range.end = match->begin;
      break;
    }
    from = skip_rest_of_rule(text, *match);
    piece.range.end = match->begin;
    pieces.push_back(piece);
    const bool is_horizontal =
        RE2::PartialMatch(text.substr(match->begin, match->end - match->begin), *horizontal);
    piece = {{from, text.size()}, is_horizontal ? Direction::right : Direction::down};
  }
  pieces.push_back(piece);
  return pieces;
}

}  // namespace lectern::deck
