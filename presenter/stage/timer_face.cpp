#include "presenter/stage/timer_face.h"

#include <fmt/format.h>

#include <cstdlib>
#include <string_view>
#include <utility>

namespace lectern::stage {

std::optional<TimerFace> timer_face(const session::QaTimer& timer, Instant now) {
  using Phase = session::QaTimer::Phase;
  if (timer.phase == Phase::off) return std::nullopt;
  const auto shown = session::shown_seconds(timer, now).count();
  const auto seconds = std::abs(shown);
  const auto hours = seconds / 3600, minutes = seconds / 60 % 60;
  const std::string_view sign = shown < 0 ? "+" : "";
  std::string text = hours > 0 ? fmt::format("{}{}:{:02}:{:02}", sign, hours, minutes, seconds % 60)
                               : fmt::format("{}{}:{:02}", sign, minutes, seconds % 60);
  return TimerFace{std::move(text), shown <= 0, timer.phase == Phase::paused};
}

}  // namespace lectern::stage
