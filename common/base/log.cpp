#include "common/base/log.h"

#include <spdlog/async.h>
#include <spdlog/sinks/stdout_color_sinks.h>
#include <spdlog/spdlog.h>

#include <memory>

namespace lectern {

void log_to_stderr() {
  constexpr std::size_t kept_lines = 1024;
  spdlog::init_thread_pool(kept_lines, 1);
  spdlog::set_default_logger(std::make_shared<spdlog::async_logger>(
      "lectern", std::make_shared<spdlog::sinks::stderr_color_sink_mt>(), spdlog::thread_pool(),
      spdlog::async_overflow_policy::overrun_oldest));
  spdlog::set_pattern("%H:%M:%S %^%l%$ %v");
}

void log_nothing() {
  spdlog::set_level(spdlog::level::off);
}

void log_info(std::string_view line) {
  spdlog::info("{}", line);
}

void log_warning(std::string_view line) {
  spdlog::warn("{}", line);
}

}  // namespace lectern
