// The date as people in Britain write it.
#pragma once

#include <chrono>
#include <string>

namespace lectern::app {

/// "22 November 2026"
std::string in_words(std::chrono::year_month_day);

/// Of this machine's clock and time zone.
std::string today();

}  // namespace lectern::app
