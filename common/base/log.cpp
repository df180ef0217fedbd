#include "common/base/log.h"

#include <spdlog/sinks/stdout_color_sinks.h>
#include <spdlog/spdlog.h>

namespace lectern {

void log_to_stderr() {
  spdlog::set_default_logger(spdlog::stderr_color_mt("lectern"));
  spdlog::set_pattern("%H:%M:%S %^%l%$ %v");
}

}  // namespace lectern
