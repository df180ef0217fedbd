// A private key and its certificate: read and made. OpenSSL's certificates stay behind this folder.
#pragma once

#include <chrono>
#include <string>
#include <vector>

#include "common/base/result.h"
#include "presenter/certificate/machine.h"

namespace lectern::certificate {

using Time = std::chrono::sys_seconds;
std::string day_text(Time);  ///< 2029-02-25, in UTC

/// Secret.
struct Identity {
  std::string key;                     ///< in PEM
  std::string certificates;            ///< in PEM: the one for the key, and those that vouch for it
  std::vector<std::string> names;      ///< DNS names that the certificate is for, as it has them
  std::vector<std::string> addresses;  ///< and IP addresses
  Time begins;
  Time ends;
};

/// Fails where there is no certificate in it. Whether the key fits is not looked at.
Result<Identity> read_identity(std::string key, std::string certificates);

/// That it is valid now, or why not.
Result<void> is_current(const Identity&, Time now);

/// With a new ECDSA P-256 key, for ten years: whoever trusts it was told its fingerprint, and would have to
/// be told anew.
Identity make_self_signed(const Machine&, Time now);

/// A local authority, which can vouch for this machine's names, its addresses and those of private networks,
/// and for nothing else (RFC 5280 §4.2.1.10). Its certificate is to be installed on other devices; its key is
/// secret.
Identity make_authority(const Machine&, Time now);

/// The machine's certificate with a new key, by that authority; for 825 days, the most that Apple's devices
/// take. Fails where the authority cannot vouch for one of the names.
Result<Identity> issue(const Identity& authority, const Machine&, Time now);

}  // namespace lectern::certificate
