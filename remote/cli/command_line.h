// The command line of lectern-remote.
#pragma once

#include <variant>

#include "remote/cli/verbs.h"

namespace lectern::cli {

/// The call that was asked for; or, after help or a mistake (both said on the terminal), the code to exit
/// with.
std::variant<Call, int> parse_command_line(int argc, char** argv);

}  // namespace lectern::cli
