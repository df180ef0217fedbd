// What an HTTP request gets, decided before anything is sent. Pure.
#pragma once

#include <cstdint>
#include <memory>
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
  bool takes_gzip = false;
  std::string_view if_none_match = {};  ///< as sent; empty where absent
  std::string_view range = {};          ///< likewise
};

/// What this presenter is reached by.
struct Site {
  std::vector<std::string> names;  ///< beside its addresses, in small letters; "*.council.example": any there
  bool requires_tls = false;
  std::string trusted_name = {};    ///< of a certificate that somebody vouches for; empty: nobody does
  std::string framing_origin = {};  ///< whose pages may show the audience's page in a frame; empty: nobody's
};

/// "https://www.council.example:8443", and nothing after it.
bool is_origin(std::string_view);

struct Response {
  unsigned status = 200;
  std::string_view content_type = "text/plain; charset=utf-8";
  std::shared_ptr<const std::string> text = {};  ///< what is sent, or what `bytes` is a part of
  std::string_view bytes = {};
  bool is_gzip = false;
  std::string_view caching = "no-store";
  std::string content_range = {};  ///< where `bytes` are a part: which, of how many
  std::string_view tag = {};       ///< by which the peer may ask for it again; empty: it may not
  std::string policy = "default-src 'none'; frame-ancestors 'none'";  ///< Content-Security-Policy
};
Response say(unsigned status, std::string text);

/// A slide's picture, as its address names it.
struct PictureWanted {
  std::string_view name;
  int width = 0;  ///< pixels
};
/// nullopt: the target is no picture's.
std::optional<PictureWanted> picture_of(std::string_view target);
Response show(std::shared_ptr<const std::string> jpeg);

/// The encoding that a client gets of the sub-protocols that it offers; nullopt: it offers none of ours.
std::optional<protocol::Encoding> encoding_of(std::string_view subprotocols);

/// nullopt: go on with the WebSocket handshake, or, where no WebSocket is asked for, with the command that is
/// posted or the picture that is wanted; otherwise answer this.
///
/// `Host` must be the address that the peer connected to or a name of the site and, where a browser sends
/// one, `Origin` must be the page this server serves: a page from elsewhere can neither use the socket (RFC
/// 6455 §10.2) nor reach it by a name that was pointed here (DNS rebinding).
std::optional<Response> respond(const Request&, const Site&);

}  // namespace lectern::server
