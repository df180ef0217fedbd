#include "common/base/duration.h"

#include <charconv>
#include <cstdio>

namespace lectern {
namespace {

constexpr std::chrono::seconds longest = std::chrono::hours(24);

std::optional<std::chrono::seconds> unit(char letter) {
  switch (letter) {
    case 'h':
      return std::chrono::hours(1);
    case 'm':
      return std::chrono::minutes(1);
    case 's':
      return std::chrono::seconds(1);
    default:
      return std::nullopt;
  }
}

}  // namespace

std::optional<Duration> parse_duration(std::string_view text) {
  if (text.empty()) return std::nullopt;
  std::chrono::seconds total{0};
  const char* at = text.data();
  const char* const end = at + text.size();
  while (at != end) {
    int amount = 0;
    const auto [after, wrong] = std::from_chars(at, end, amount);
    if (wrong != std::errc{} || amount < 0) return std::nullopt;
    const bool bare_minutes = after == end && at == text.data();
    const auto each = bare_minutes ? unit('m') : after == end ? std::nullopt : unit(*after);
    if (!each || amount > longest / *each) return std::nullopt;
    total += amount * *each;
    at = bare_minutes ? end : after + 1;
  }
  if (total > longest) return std::nullopt;
  return total;
}

std::optional<Duration> parse_milliseconds(std::string_view text) {
  Duration::rep count = 0;
  const auto [end, wrong] = std::from_chars(text.data(), text.data() + text.size(), count);
  if (wrong != std::errc{} || end != text.data() + text.size() || count < 0 || Duration(count) > longest)
    return std::nullopt;
  return Duration(count);
}

std::string clock_text(std::chrono::seconds time) {
  const long long all = time.count() < 0 ? -time.count() : time.count();
  char text[40];
  if (all >= 3600)
    std::snprintf(text, sizeof text, "%lld:%02lld:%02lld", all / 3600, all / 60 % 60, all % 60);
  else
    std::snprintf(text, sizeof text, "%lld:%02lld", all / 60, all % 60);
  return (time.count() < 0 ? "-" : "") + std::string(text);
}

}  // namespace lectern
