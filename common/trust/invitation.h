// What is shown to who may pair: a PIN to type, or a QR code's address.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "common/trust/bytes.h"

namespace lectern::trust {

inline constexpr std::size_t pin_digits = 8;

/// So many digits, each as likely.
std::string random_pin();

/// "http://192.168.1.20:7070/remote#v1.CERTIFICATE.TOKEN", both in base64url. What follows the # stays in the
/// phone: no browser sends it.
std::string invitation_url(std::string_view scheme, std::string_view host, std::uint16_t port,
                           const Digest& certificate, const Token&);

struct Invitation {
  std::string host;  ///< an IPv6 address without its brackets
  std::uint16_t port = 0;
  Digest certificate{};
  Token token{};
  friend bool operator==(const Invitation&, const Invitation&) = default;
};

/// nullopt: it is no such address.
std::optional<Invitation> parse_invitation(std::string_view url);

}  // namespace lectern::trust
