#include "presenter/server/request.h"

#include <algorithm>
#include <charconv>
#include <utility>

#include "common/base/host_port.h"
#include "presenter/pages/pages.h"

namespace lectern::server {
namespace {

bool is_loopback(std::string_view host) {
  return host == "127.0.0.1" || host == "localhost" || host == "[::1]";
}

/// `host` is `name`, or has one label more than the domain of a `name` that begins with "*.".
bool is_named(std::string_view host, std::string_view name) {
  if (!name.starts_with("*.")) return host == name;
  const std::size_t dot = host.find('.');
  return dot != std::string_view::npos && dot > 0 && host.substr(dot) == name.substr(1);
}

/// `host[:port]` is where the request came in.
bool names_us(std::string_view authority, const Request& request, const Site& site) {
  const std::size_t colon = authority.rfind(':');
  const bool has_port = colon != std::string_view::npos && !authority.ends_with(']');
  const std::string_view port = has_port ? authority.substr(colon + 1) : request.is_secure ? "443" : "80";
  if (port != std::to_string(request.port)) return false;

  std::string host(authority.substr(0, has_port ? colon : authority.size()));
  std::ranges::transform(host, host.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? char(c + 32) : c; });
  if (is_loopback(request.address)) return is_loopback(host);
  return host == request.address ||
         std::ranges::any_of(site.names, [&](const std::string& name) { return is_named(host, name); });
}

bool is_our_page(std::string_view origin, const Request& request, const Site& site) {
  const std::string_view scheme = request.is_secure ? "https://" : "http://";
  return origin.starts_with(scheme) && names_us(origin.substr(scheme.size()), request, site);
}

/// `wanted` is one of a comma-separated list (RFC 6455 §11.3.4).
bool lists(std::string_view list, std::string_view wanted) {
  while (!list.empty()) {
    const std::size_t comma = std::min(list.find(','), list.size());
    std::string_view item = list.substr(0, comma);
    const std::size_t first = std::min(item.find_first_not_of(" \t"), item.size());
    const std::size_t last = item.find_last_not_of(" \t");
    item = first == item.size() ? std::string_view{} : item.substr(first, last - first + 1);
    if (item == wanted) return true;
    list.remove_prefix(std::min(comma + 1, list.size()));
  }
  return false;
}

}  // namespace

std::optional<protocol::Encoding> encoding_of(std::string_view subprotocols) {
  for (const auto encoding : {protocol::Encoding::protobuf, protocol::Encoding::json})
    if (lists(subprotocols, protocol::subprotocol_of(encoding))) return encoding;
  return std::nullopt;
}

bool is_origin(std::string_view text) {
  constexpr std::string_view scheme = "https://";
  if (!text.starts_with(scheme)) return false;
  text.remove_prefix(scheme.size());
  const auto host = parse_host_port(text);
  return host && !text.empty() && std::ranges::all_of(text, [](char c) {
           return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' || c == '-' || c == ':';
         });
}

Response say(unsigned status, std::string text) {
  Response response;
  response.status = status;
  response.text = std::make_shared<const std::string>(std::move(text));
  response.bytes = *response.text;
  return response;
}

Response show(std::shared_ptr<const std::string> jpeg) {
  Response response;
  response.content_type = "image/jpeg";
  response.text = std::move(jpeg);
  response.bytes = *response.text;
  response.caching = "private, max-age=31536000, immutable";
  return response;
}

std::optional<PictureWanted> picture_of(std::string_view target) {
  if (!target.starts_with(protocol::picture_path)) return std::nullopt;
  target.remove_prefix(protocol::picture_path.size());
  constexpr std::string_view query = "?width=";
  const std::size_t mark = target.find(query);
  if (mark == std::string_view::npos) return std::nullopt;
  PictureWanted wanted{target.substr(0, mark)};
  const std::string_view width = target.substr(mark + query.size());
  const auto [rest, wrong] = std::from_chars(width.begin(), width.end(), wanted.width);
  if (wrong != std::errc{} || rest != width.end() || wanted.width < 1) return std::nullopt;
  return wanted;
}

namespace {

constexpr std::string_view page_policy =
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
    "media-src 'self'; manifest-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'none'; "
    "frame-ancestors ";

/// One range from a first byte on, without which Safari plays no film (RFC 9110 §14.2). Any other is passed
/// over.
void cut(Response& response, std::string_view range) {
  constexpr std::string_view unit = "bytes=";
  if (!range.starts_with(unit)) return;
  range.remove_prefix(unit.size());
  std::size_t first = 0, last = response.bytes.size() - 1;
  const char* const end = range.data() + range.size();
  const auto from = std::from_chars(range.data(), end, first);
  if (from.ec != std::errc{} || from.ptr == end || *from.ptr != '-' || first >= response.bytes.size()) return;
  if (from.ptr + 1 != end) {
    const auto to = std::from_chars(from.ptr + 1, end, last);
    if (to.ec != std::errc{} || to.ptr != end || last < first) return;
    last = std::min(last, response.bytes.size() - 1);
  }
  response.status = 206;
  response.content_range = "bytes " + std::to_string(first) + "-" + std::to_string(last) + "/" +
                           std::to_string(response.bytes.size());
  response.bytes = response.bytes.substr(first, last - first + 1);
}

Response serve_page(const pages::Page& page, const Request& request, const Site& site) {
  const bool may_be_framed = page.path == "/" && !site.framing_origin.empty();
  Response response;
  response.content_type = page.content_type;
  response.caching = "no-cache";
  response.tag = page.tag;
  response.policy = std::string(page_policy) + (may_be_framed ? site.framing_origin : "'none'");
  if (lists(request.if_none_match, page.tag)) {
    response.status = 304;
  } else if (page.is_gzip && !request.takes_gzip) {
    return say(406, "This page comes compressed by gzip: curl --compressed\n");
  } else {
    response.bytes = page.bytes;
    response.is_gzip = page.is_gzip;
    if (!page.is_gzip) cut(response, request.range);
  }
  return response;
}

}  // namespace

std::optional<Response> respond(const Request& request, const Site& site) {
  if (!request.host || !names_us(*request.host, request, site))
    return say(403, "This presenter answers only to its own names and addresses.\n");
  if (request.origin && !is_our_page(*request.origin, request, site))
    return say(403, "Pages from elsewhere may not use this presenter.\n");
  if (site.requires_tls && !request.is_secure)
    return say(426, "This presenter speaks TLS only: https://" + std::string(*request.host) + "/\n");

  if (request.upgrade) {
    if (request.target != protocol::websocket_path)
      return say(404, "The session is at " + std::string(protocol::websocket_path) + ".\n");
    if (!encoding_of(request.subprotocols))
      return say(400, "The session speaks " + std::string(protocol::subprotocol) + " and " +
                          std::string(protocol::json_subprotocol) + ".\n");
    return std::nullopt;
  }

  if (request.target == protocol::command_path) {
    if (request.method == "POST") return std::nullopt;
    return say(405, "Commands come here by POST.\n");
  }
  if (request.method != "GET" && request.method != "HEAD") return say(405, "Only GET is answered here.\n");
  if (picture_of(request.target)) return std::nullopt;
  const std::string_view path = request.target.substr(0, request.target.find('?'));
  if (const pages::Page* const page = pages::find(path)) return serve_page(*page, request, site);
  return say(404, "There is nothing here.\n");
}

}  // namespace lectern::server
