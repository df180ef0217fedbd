// Where a program is on the network, as people write it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace lectern {

struct HostPort {
  std::string host;  ///< a name or an address, without the brackets of IPv6
  std::optional<std::uint16_t> port;
};

/// Of HOST, HOST:PORT, [V6] or [V6]:PORT.
std::optional<HostPort> parse_host_port(std::string_view);

/// As in a URL: HOST:PORT or [V6]:PORT.
std::string host_port_text(std::string_view host, std::uint16_t port);

}  // namespace lectern
