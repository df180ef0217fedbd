#include "common/base/log.h"

#include <poll.h>
#include <spdlog/async.h>
#include <spdlog/sinks/stdout_color_sinks.h>
#include <spdlog/spdlog.h>
#include <unistd.h>

#include <atomic>
#include <cstdlib>
#include <memory>

namespace lectern {
namespace {

std::atomic<bool> is_ending = false;

/// Standard error, which is waited for as long as the program goes on: a line that would block its end is
/// dropped.
class Terminal final : public spdlog::sinks::stderr_color_sink_mt {
 public:
  void log(const spdlog::details::log_msg& line) override {
    if (takes_a_line()) ansicolor_stderr_sink::log(line);
  }

 private:
  static bool takes_a_line() {
    constexpr int patience_ms = 100;
    for (;;) {
      pollfd writable{STDERR_FILENO, POLLOUT, 0};
      if (poll(&writable, 1, is_ending ? 0 : patience_ms) > 0) return true;
      if (is_ending) return false;
    }
  }
};

}  // namespace

void log_to_stderr() {
  constexpr std::size_t kept_lines = 1024;
  spdlog::init_thread_pool(kept_lines, 1);
  spdlog::set_default_logger(
      std::make_shared<spdlog::async_logger>("lectern", std::make_shared<Terminal>(), spdlog::thread_pool(),
                                             spdlog::async_overflow_policy::overrun_oldest));
  spdlog::set_pattern("%H:%M:%S %^%l%$ %v");
  std::atexit([] { is_ending = true; });  // before the end of what was made above, which waits for its thread
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
