#include "common/base/host_port.h"

#include <charconv>

namespace lectern {

std::optional<HostPort> parse_host_port(std::string_view text) {
  const bool is_bracketed = text.starts_with('[');
  const std::size_t colon = text.rfind(':');
  const bool is_bare_v6 = !is_bracketed && text.find(':') != colon;
  const bool has_port = colon != std::string_view::npos && !is_bare_v6 && !text.ends_with(']');

  HostPort found{std::string(text.substr(0, has_port ? colon : text.size())), std::nullopt};
  if (is_bracketed) {
    if (!found.host.ends_with(']')) return std::nullopt;
    found.host = found.host.substr(1, found.host.size() - 2);
  }
  if (found.host.empty()) return std::nullopt;
  if (has_port) {
    const char* const end = text.data() + text.size();
    const auto [rest, wrong] = std::from_chars(text.data() + colon + 1, end, found.port.emplace());
    if (wrong != std::errc{} || rest != end || found.port == 0) return std::nullopt;
  }
  return found;
}

std::string host_port_text(std::string_view host, std::uint16_t port) {
  const bool is_v6 = host.find(':') != std::string_view::npos;
  return (is_v6 ? "[" + std::string(host) + "]" : std::string(host)) + ":" + std::to_string(port);
}

}  // namespace lectern
