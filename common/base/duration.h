// Times as people type them. Pure.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "common/base/time.h"

namespace lectern {

/// "15m", "90s", "1h30m", or minutes alone: "15". At most 24 hours; nullopt for anything else.
std::optional<Duration> parse_duration(std::string_view);

/// "5000": whole milliseconds, at most 24 hours; nullopt for anything else.
std::optional<Duration> parse_milliseconds(std::string_view);

/// "5:00", "1:02:03", "-0:12".
std::string clock_text(std::chrono::seconds);

}  // namespace lectern
