// The presenters that this user's device was paired with, in a file that only this user can read.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/base/fingerprint.h"
#include "common/base/result.h"
#include "common/client/device_key.h"

namespace lectern::client {

struct KnownPresenter {
  std::string host;  ///< as it was given
  std::uint16_t port = 0;
  Fingerprint fingerprint{};
  DeviceKey device;
  friend bool operator==(const KnownPresenter&, const KnownPresenter&) = default;
};

/// What is no such thing is left out.
std::string to_text(const std::vector<KnownPresenter>&);
std::vector<KnownPresenter> known_presenters_of(std::string_view text);

class KnownPresenters {
 public:
  /// In `folder`, which need not exist yet; state_folder() is the user's.
  explicit KnownPresenters(const std::filesystem::path& folder) : file_(folder / "presenters") {}

  /// nullopt: this device was not paired with it.
  Result<std::optional<KnownPresenter>> find(const std::string& host, std::uint16_t port) const;

  /// In place of what was known of that host and port.
  Result<void> keep(const KnownPresenter&) const;

 private:
  Result<std::vector<KnownPresenter>> all() const;

  std::filesystem::path file_;
};

}  // namespace lectern::client
