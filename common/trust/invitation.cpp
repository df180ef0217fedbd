#include "common/trust/invitation.h"

#include "common/base/host_port.h"
#include "common/trust/primitives.h"

namespace lectern::trust {
namespace {

/// Of the page for remotes.
constexpr std::string_view marker = "/remote#v1.";

}  // namespace

std::string random_pin() {
  constexpr std::uint32_t pin_count = 100'000'000;
  constexpr std::uint32_t usable =
      UINT32_MAX / pin_count * pin_count;  // above it, small PINs would come more often
  std::uint32_t number = usable;
  while (number >= usable) fill_randomly(reinterpret_cast<std::uint8_t*>(&number), sizeof number);
  const std::string digits = std::to_string(number % pin_count);
  return std::string(8 - digits.size(), '0') + digits;
}

std::string invitation_url(std::string_view scheme, std::string_view host, std::uint16_t port,
                           const Digest& certificate, const Token& token) {
  const bool is_v6 = host.find(':') != std::string_view::npos;
  std::string url(scheme);
  url += "://";
  url += is_v6 ? "[" + std::string(host) + "]" : std::string(host);
  url += ":" + std::to_string(port) + std::string(marker) + to_base64url(view(certificate)) + "." +
         to_base64url(view(token));
  return url;
}

std::optional<Invitation> parse_invitation(std::string_view url) {
  for (const std::string_view scheme : {"http://", "https://"})
    if (url.starts_with(scheme)) url.remove_prefix(scheme.size());
  const std::size_t mark = url.find(marker);
  if (mark == std::string_view::npos) return std::nullopt;
  const auto at = parse_host_port(url.substr(0, mark));
  const std::string_view secret = url.substr(mark + marker.size());
  const std::size_t dot = secret.find('.');
  if (!at || !at->port || dot == std::string_view::npos) return std::nullopt;
  const auto certificate = from_base64url(secret.substr(0, dot));
  const auto token = from_base64url(secret.substr(dot + 1));
  const auto digest = fixed<32>(certificate.value_or(""));
  const auto bytes = fixed<16>(token.value_or(""));
  if (!digest || !bytes) return std::nullopt;
  return Invitation{at->host, *at->port, *digest, *bytes};
}

}  // namespace lectern::trust
