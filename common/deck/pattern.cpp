#include "common/deck/pattern.h"

namespace lectern::deck {
namespace {

constexpr int max_empty_matches = 100;  // of an expression like \b, which matches nothing only at some places

}  // namespace

std::unique_ptr<RE2> compile(const std::string& expression, const std::string& flags) {
  RE2::Options options;
  options.set_log_errors(false);
  auto pattern = std::make_unique<RE2>("(?" + flags + ")" + expression, options);
  return pattern->ok() ? std::move(pattern) : nullptr;
}

std::string readable_or(const std::optional<Pattern>& written, const char* usual, Report& report) {
  if (!written) return usual;
  const auto pattern = compile(written->expression, "m");
  if (pattern && !RE2::FullMatch("", *pattern)) return written->expression;
  if (pattern) {
    report.add(written->offset, "This separator also matches where nothing stands; the usual one is used.",
               "Write what must be there, for example ^-{3} instead of -*.");
  } else {
    report.add(written->offset,
               "This separator is not a regular expression that can be read here; the usual one is used.",
               "Write it without look-ahead, look-behind and \\u, for example ^-{3} or ^\\+{3}.");
  }
  return usual;
}

std::optional<Range> find_match(const RE2& pattern, std::string_view text, std::size_t from,
                                std::size_t end) {
  // An expression may have to see everything up to `end` before it settles for a short match, and do so at
  // each one. Windows keep many searches in one text linear.
  constexpr std::size_t window = 16 * longest_match;
  int empty_match_count = 0;
  const auto next_character = [&](std::size_t at) {
    while (at < end && (text[at] & 0xC0) == 0x80) ++at;
    return at;
  };
  while (from < end) {
    const std::size_t window_end = end - from > window ? from + window : end;
    re2::StringPiece match;
    if (!pattern.Match(text, from, window_end, RE2::UNANCHORED, &match, 1)) {
      if (window_end == end) return std::nullopt;
      from = next_character(window_end - longest_match);
      continue;
    }
    const auto begin = static_cast<std::size_t>(match.data() - text.data());
    if (begin > from && begin + longest_match > window_end && window_end < end) {
      from = begin;  // it may be cut short by the window
    } else if (!match.empty()) {
      return Range{begin, begin + match.size()};
    } else if (++empty_match_count > max_empty_matches) {
      return std::nullopt;
    } else {
      from = next_character(begin + 1);
    }
  }
  return std::nullopt;
}

}  // namespace lectern::deck
