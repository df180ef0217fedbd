// The devices that were let in, in a file that only the user can read.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "common/base/result.h"
#include "presenter/pairing/device.h"

namespace lectern::pairing {

/// A device that is not pinned was meant for one session: where the program could not end it, it ends so long
/// after its pairing.
inline constexpr std::int64_t session_at_most_s = 12 * 3600;

struct Kept {
  std::string show;  ///< in which those that are not pinned were let in
  std::vector<Device> devices;
  DeviceNumber last_number = 0;  ///< that was given to any
  friend bool operator==(const Kept&, const Kept&) = default;
};

std::string to_text(const Kept&);

/// What is no device is left out: a file that somebody broke costs a pairing, not the show.
Kept kept_of(std::string_view text, std::int64_t now_s);

/// Nothing where there is no file; fails where there is one that cannot be read.
Result<Kept> read_devices(const std::filesystem::path&, std::int64_t now_s);

Result<void> write_devices(const std::filesystem::path&, const Kept&);

}  // namespace lectern::pairing
