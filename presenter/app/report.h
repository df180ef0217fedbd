// What the program says on the operator's terminal (standard error).
#pragma once

#include "common/base/result.h"
#include "presenter/app/deck_file.h"
#include "presenter/app/options.h"

namespace lectern::app {

/// One diagnostic a line: file:line:column: message; remedy.
void report_diagnostics(const DeckFile&);

/// Says what is wrong and, on a line of its own, what to do; gives `code` back to exit with.
int fail(const Error&, ExitCode code);

}  // namespace lectern::app
