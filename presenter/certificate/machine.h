// What this machine is called and where it is, for certificates and for telling people.
#pragma once

#include <string>
#include <vector>

namespace lectern::certificate {

struct Machine {
  std::string host;                    ///< its name; "lectern" where it has none that a certificate can hold
  std::vector<std::string> names;      ///< in small letters: podium, podium.local, localhost
  std::vector<std::string> addresses;  ///< IPv4 and IPv6, those of the loopback interface last
};

Machine this_machine();

/// A name that a certificate may be for: labels of letters, digits and hyphens.
bool is_host_name(const std::string&);

/// An IPv4 or IPv6 address.
bool is_address(const std::string&);

}  // namespace lectern::certificate
