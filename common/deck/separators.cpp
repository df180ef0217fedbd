#include "common/deck/separators.h"

#include <re2/re2.h>

#include <algorithm>
#include <array>

#include "common/deck/deck.h"
#include "common/deck/fences.h"
#include "common/deck/pattern.h"

namespace lectern::deck {
namespace {

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

class Cutter {
 public:
  Cutter(std::string_view text, const std::vector<Range>& fences, const std::vector<Range>& comments,
         Report& report)
      : text_(text), fences_(fences), comments_(comments), report_(report) {}

  std::vector<Piece> cut(std::size_t from, const Separators& separators) {
    piece_ = {{from, text_.size()}, Direction::right};
    const auto either = compile("(?:" + separators.horizontal + ")|(?:" + separators.vertical + ")", "m");
    const auto horizontal =
        compile("(?:" + separators.horizontal + ")", "-m");  // reveal.js tests the match without its flags
    if (!either || !horizontal) return {piece_};             // readable one by one, but too large together
    while (const auto match = find_match(*either, text_, from, text_.size())) {
      if (const Range* around = what_hides(*match)) {
        from = around->end;
        continue;
      }
      if (pieces_.size() + 1 == max_slides) {
        leave_out_the_rest(*match);
        break;
      }
      from = skip_rest_of_rule(text_, *match);
      piece_.range.end = match->begin;
      pieces_.push_back(piece_);
      const bool is_horizontal =
          RE2::PartialMatch(text_.substr(match->begin, match->end - match->begin), *horizontal);
      piece_ = {{from, text_.size()}, is_horizontal ? Direction::right : Direction::down};
    }
    pieces_.push_back(piece_);
    return std::move(pieces_);
  }

 private:
  /// The code or comment that the match is a part of; nullptr: it separates.
  const Range* what_hides(Range match) {
    const std::size_t place = place_of(text_, match);
    if (const Range* fence = range_around(fences_, place)) {
      if (fence != last_fence_) {
        report_.add(Code::separator_in_code, place,
                    "This line separates no slides: it is part of the code block that begins above it.",
                    "If a new slide was meant, close the code block first.");
      }
      return last_fence_ = fence;
    }
    const Range* comment = range_around(comments_, place);
    if (comment == nullptr || (match.begin <= comment->begin && match.end >= comment->end)) return nullptr;
    if (last_comment_ != comment)
      report_.add(Code::separator_in_comment, place,
                  "This line separates no slides: it is part of the comment that begins above it.",
                  "If a new slide was meant, close the comment with --> first.");
    return last_comment_ = comment;
  }

  void leave_out_the_rest(Range match) {
    report_.add(Code::deck_too_long, place_of(text_, match),
                "The deck has more than " + std::to_string(max_slides) + " slides; the rest is left out.",
                "Divide the deck into several files.");
    piece_.range.end = match.begin;
  }

  std::string_view text_;
  const std::vector<Range>& fences_;
  const std::vector<Range>& comments_;
  Report& report_;
  std::vector<Piece> pieces_;
  Piece piece_;
  const Range* last_fence_ = nullptr;
  const Range* last_comment_ = nullptr;
};

bool is_text_line(std::string_view line) {
  line = trimmed(line);
  return !line.empty() && std::string_view("#<>|-*+=`~").find(line.front()) == std::string_view::npos;
}

std::string_view line_before(std::string_view text, std::size_t end) {
  const std::string_view above = text.substr(0, end);
  return above.substr(above.rfind('\n') + 1);
}

/// A line on which somebody may have meant a new slide: dashes with white space beside them, `+++`, or what a
/// word processor makes of dashes.
bool looks_like_separator(std::string_view line) {
  constexpr std::array<std::string_view, 8> dashes = {"---", "----", "+++", "++++", "--", "—", "–", "––"};
  constexpr std::string_view no_break_space = "\u00A0";
  line = trimmed(line);
  while (line.starts_with(no_break_space)) line = trimmed(line.substr(no_break_space.size()));
  while (line.ends_with(no_break_space)) line = trimmed(line.substr(0, line.size() - no_break_space.size()));
  return std::ranges::find(dashes, line) != dashes.end();
}

/// What an author may have meant otherwise: `---` right below text makes it a heading elsewhere, and a line
/// that looks like a separator may be none. Each piece's notes are looked for at most once.
void remark_on_dashes(std::string_view text, std::size_t from, const std::vector<Piece>& pieces, bool usual,
                      const std::vector<Range>& fences, const std::vector<Range>& comments,
                      const RE2& notes_mark, Report& report) {
  constexpr std::size_t longest_line = 12;  // of dashes and white space, bytes
  text = text.substr(0, pieces.back().range.end);
  for (std::size_t at = text.find('\n', from); at != std::string_view::npos; at = text.find('\n', at + 1)) {
    const std::size_t begin = at + 1;
    const std::string_view line = text.substr(begin, text.find('\n', begin) - begin);
    const bool is_rule = line.starts_with("---") && line.find_first_not_of("- \t") == std::string_view::npos;
    const bool is_meant = line.size() <= longest_line && looks_like_separator(line);
    if (!is_rule && !is_meant) continue;
    if (range_around(fences, begin) || range_around(comments, begin)) continue;
    const auto after =
        std::ranges::upper_bound(pieces, begin, {}, [](const Piece& p) { return p.range.begin; });
    const bool separates = after != pieces.begin() && (after - 1)->range.end <= begin;
    const bool is_below_text = is_text_line(line_before(text, at));
    if (separates && is_rule && is_below_text &&
        !find_match(notes_mark, text, (after - 1)->range.begin, begin)) {
      report.add(
          Code::separator_underline, begin,
          "This line begins a new slide; right below text it would be a heading's underline elsewhere.",
          "Put an empty line above it; for a heading write # before its text.");
    } else if (!separates && usual && is_meant && (is_rule || !is_below_text)) {
      report.add(
          Code::separator_missed, begin, "This line begins no new slide.",
          "If a new slide was meant, write exactly --- between empty lines, or set the separator in the "
          "front matter; for a line across the slide write ***.");
    }
  }
}

}  // namespace

std::vector<Piece> cut_into_slides(std::string_view text, std::size_t from, const Separators& separators,
                                   const std::vector<Range>& fences, const std::vector<Range>& comments,
                                   const RE2& notes_mark, Report& report) {
  auto pieces = Cutter(text, fences, comments, report).cut(from, separators);
  const bool usual = separators.horizontal == usual_separator;
  remark_on_dashes(text, from, pieces, usual, fences, comments, notes_mark, report);
  return pieces;
}

}  // namespace lectern::deck
