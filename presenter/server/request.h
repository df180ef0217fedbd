// What an HTTP request gets, decided before anything is sent. Pure.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/protocol/limits.h"

namespace lectern::server {

/// The parts of a request that matter, and where it came in.
struct Request {
  std::string_view method;
  std::string_view target;
  std::optional<std::string_view> host;
  std::optional<std::string_view> origin;
  std::string_view subprotocols;  ///< Sec-WebSocket-Protocol as sent; empty where absent
  bool upgrade = false;           ///< asks for a WebSocket
  std::string address;            ///< of this machine that the peer connected to, as in a URL: "[::1]"
  std::uint16_t port = 0;
  bool is_secure = false;  ///< came over TLS
};

/// What this presenter is reached by.
struct Site {
  std::vector<std::string> names;  ///< beside its addresses, in small letters; "*.council.example": any there
  bool requires_tls = false;
  std::string trusted_name = {};  ///< of a certificate that somebody vouches for; empty: nobody does
};

struct Response {
  unsigned status = 200;
  std::string body;
  std::string_view content_type = "text/plain; charset=utf-8";
};

/// The encoding that a client gets of the sub-protocols that it offers; nullopt: it offers none of ours.
std::optional<protocol::Encoding> encoding_of(std::string_view subprotocols);

/// nullopt: go on with the WebSocket handshake, or, where no WebSocket is asked for, with the command that is
/// posted; otherwise answer this and close.
///
/// `Host` must be the address that the peer connected to or a name of the site and, where a browser sends
/// one, `Origin` must be the page this server serves: a page from elsewhere can neither use the socket (RFC
/// 6455 §10.2) nor reach it by a name that was pointed here (DNS rebinding).
std::optional<Response> respond(const Request&, const Site&, std::string_view deck_title);

}  // namespace lectern::server
