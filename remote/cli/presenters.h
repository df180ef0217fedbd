// Which presenters there are, for whoever does not know where to connect.
#pragma once

#include <string>
#include <vector>

#include "common/discovery/service.h"
#include "remote/cli/verbs.h"

namespace lectern::cli {

/// Looks around for a moment, says what is there on standard output, and gives the exit code.
int list_presenters(Format);

/// "10.0.0.5:7070  Council chamber", a line each; or {"presenters":[{"name","host","address","port","txt"}]}.
std::string to_text(const std::vector<discovery::Found>&);
std::string to_json(const std::vector<discovery::Found>&);

}  // namespace lectern::cli
