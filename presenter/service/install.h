// Puts the unit where the user's systemd looks for it, and takes it away.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "common/base/result.h"
#include "presenter/service/unit.h"

namespace lectern::service {

/// What systemd itself has to say against a unit; empty: nothing. nullopt: it is not here to be asked.
std::optional<std::string> remarks_on(const std::string& unit_text);

/// Writes the unit into `folder` (of the user's units) and has its target want it, which starts it at the
/// next login: what `systemctl --user enable` does, without needing a systemd that runs. An earlier one is
/// replaced. Fails where nothing can be written, or a unit of that name is somebody else's.
Result<std::filesystem::path> install(const Service&, const std::filesystem::path& folder);

/// Takes both away again. false: there was nothing.
Result<bool> remove(const std::filesystem::path& folder);

}  // namespace lectern::service
