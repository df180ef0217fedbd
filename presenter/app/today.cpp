#include "presenter/app/today.h"

#include <array>
#include <ctime>

namespace lectern::app {

std::string in_words(std::chrono::year_month_day date) {
  constexpr std::array months = {"January", "February", "March",     "April",   "May",      "June",
                                 "July",    "August",   "September", "October", "November", "December"};
  return std::to_string(static_cast<unsigned>(date.day())) + ' ' +
         months.at(static_cast<unsigned>(date.month()) - 1) + ' ' +
         std::to_string(static_cast<int>(date.year()));
}

std::string today() {
  const std::time_t now = std::time(nullptr);
  std::tm local{};
  localtime_r(&now, &local);
  return in_words(std::chrono::year(local.tm_year + 1900) /
                  std::chrono::month(static_cast<unsigned>(local.tm_mon) + 1) /
                  std::chrono::day(static_cast<unsigned>(local.tm_mday)));
}

}  // namespace lectern::app
