// Logging for the operator at the terminal.
#pragma once

namespace lectern {

/// Logs to standard error (standard output belongs to what other programs read), with the time and the level.
/// Call once, first.
void log_to_stderr();

}  // namespace lectern
