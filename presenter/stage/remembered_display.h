// The display that the operator chose for the audience, from one start to the next: a small file of two
// lines, the connector and the device.
#pragma once

#include <filesystem>
#include <optional>

#include "common/base/result.h"
#include "presenter/stage/monitors.h"

namespace lectern::stage {

/// nullopt: nothing usable is written there.
std::optional<MonitorName> remembered_display(const std::filesystem::path&);

/// Makes the folders that lack.
Result<void> remember_display(const std::filesystem::path&, const MonitorName&);

}  // namespace lectern::stage
