// This machine's certificate from one start to the next, and the authority for it, in files of one folder.
#pragma once

#include <filesystem>
#include <optional>

#include "presenter/certificate/identity.h"

namespace lectern::certificate {

/// With the key; both can be read by this user alone.
std::filesystem::path identity_file(const std::filesystem::path& folder);
std::filesystem::path authority_file(const std::filesystem::path& folder);
/// The authority's certificate, to be given away.
std::filesystem::path authority_certificate_file(const std::filesystem::path& folder);

struct Kept {
  Identity identity;
  std::optional<Error> not_kept;  ///< why there will be another after the next start
};

/// The one of last time. A new one where there is none or it ends within thirty days: by the authority, where
/// there is one that may, else self-signed. An empty folder keeps nothing.
Kept kept_identity(const std::filesystem::path& folder, const Machine&, Time now);

/// A new one by the authority, which is made where there is none.
Result<Identity> issue_in(const std::filesystem::path& folder, const Machine&, Time now);

}  // namespace lectern::certificate
