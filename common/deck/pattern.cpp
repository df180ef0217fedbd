#include "common/deck/pattern.h"

#include <algorithm>

namespace lectern::deck {
namespace {

constexpr int max_empty_matches = 100;  // of an expression like \b, which matches nothing only at some places

/// Of `/^x/m` and “^x” the `^x`.
std::string_view without_delimiters(std::string_view expression) {
  constexpr std::string_view opening = "“", closing = "”", flags = "dgimsuvy";
  if (expression.starts_with(opening) && expression.ends_with(closing))
    return expression.substr(opening.size(), expression.size() - opening.size() - closing.size());
  const std::size_t end = expression.rfind('/');
  const bool is_literal = expression.starts_with('/') && end > 1 && end != std::string_view::npos &&
                          expression.find_first_not_of(flags, end + 1) == std::string_view::npos;
  return is_literal ? expression.substr(1, end - 1) : expression;
}

}  // namespace

std::unique_ptr<RE2> compile(const std::string& expression, const std::string& flags) {
  RE2::Options options;
  options.set_log_errors(false);
  auto pattern = std::make_unique<RE2>("(?" + flags + ")" + expression, options);
  return pattern->ok() ? std::move(pattern) : nullptr;
}

std::string from_javascript(std::string_view expression) {
  std::string out;
  for (std::size_t i = 0; i < expression.size();) {
    const std::string_view rest = expression.substr(i);
    if (rest.starts_with("[^]")) {
      out += "[\\s\\S]";
      i += 3;
    } else if (rest.starts_with("(?<") && !rest.starts_with("(?<=") && !rest.starts_with("(?<!")) {
      out += "(?P<";
      i += 3;
    } else if (rest.starts_with("\\u{")) {
      out += "\\x{";
      i += 3;
    } else if (rest.starts_with("\\u") && rest.size() >= 6) {
      out.append("\\x{").append(rest.substr(2, 4)).append("}");
      i += 6;
    } else {
      const std::size_t length = rest.front() == '\\' ? std::min<std::size_t>(2, rest.size()) : 1;
      out += rest.substr(0, length);
      i += length;
    }
  }
  return out;
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

std::string readable_pattern(std::string_view expression, std::size_t offset, Report& report) {
  std::string translated = from_javascript(without_delimiters(expression));
  const auto pattern = compile(translated, "m");
  if (pattern && !RE2::FullMatch("", *pattern)) return translated;
  if (pattern) {
    report.add(Code::separator_unreadable, offset,
               "This separator also matches where nothing stands; the usual one is used.",
               "Write what must be there, for example ^-{3} instead of -*.");
  } else {
    report.add(Code::separator_unreadable, offset,
               "This separator is not a regular expression that can be read here; the usual one is used.",
               "Write it without look-ahead and look-behind, for example ^-{3} or ^\\+{3}.");
  }
  return {};
}

}  // namespace lectern::deck
