// What a presenter says of itself on the local network, after DNS-SD (RFC 6763).
#pragma once

#include <cstdint>
#include <map>
#include <string>

namespace lectern::discovery {

inline constexpr const char* service_type = "_lectern._tcp";
inline constexpr std::size_t max_name_bytes = 63;  ///< RFC 6763 §4.1.1

/// By key, for machines; "key=value" of at most 255 bytes each.
using Txt = std::map<std::string, std::string>;

/// A presenter as its network tells of it. Anybody can say anything there: it is a hint where to connect,
/// never a proof of who answers.
struct Found {
  std::string name;     ///< for people
  std::string host;     ///< such as "lisa-laptop.local"
  std::string address;  ///< numeric; of a link-local IPv6 address with its interface: "fe80::1%eth0"
  std::uint16_t port = 0;
  Txt txt;
  friend bool operator==(const Found&, const Found&) = default;
};

}  // namespace lectern::discovery
