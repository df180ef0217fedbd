// Logging for the operator at the terminal.
#pragma once

#include <string_view>

namespace lectern {

/// Logs to standard error (standard output belongs to what other programs read), with the time and the level.
/// A thread of its own writes, and the oldest lines are dropped where the terminal does not take them:
/// logging never makes the caller wait, nor the end of the program. Call once, first.
void log_to_stderr();

/// From here on nothing is logged.
void log_nothing();

/// From any thread.
void log_info(std::string_view line);
void log_warning(std::string_view line);  ///< something the operator may want to act on

}  // namespace lectern
