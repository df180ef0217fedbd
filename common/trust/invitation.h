// What is shown to who may pair: a PIN to type, or a QR code's address.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "common/trust/bytes.h"

namespace lectern::trust {

/// Eight digits, each as likely.
std::string random_pin();

/// "http://192.168.1.20:7070/#v1.CERTIFICATE.TOKEN", both in base64url. What follows the # stays in the
/// phone: no browser sends it.
std::string invitation_url(std::string_view scheme, std::string_view host, std::uint16_t port,
                           const Digest& certificate, const Token&);

}  // namespace lectern::trust
