#include "presenter/server/request.h"

#include <algorithm>

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

std::optional<Response> respond(const Request& request, const Site& site, std::string_view deck_title) {
  if (!request.host || !names_us(*request.host, request, site))
    return Response{403, "This presenter answers only to its own names and addresses.\n"};
  if (request.origin && !is_our_page(*request.origin, request, site))
    return Response{403, "Pages from elsewhere may not use this presenter.\n"};
  if (site.requires_tls && !request.is_secure)
    return Response{426, "This presenter speaks TLS only: https://" + std::string(*request.host) + "/\n"};

  if (request.upgrade) {
    if (request.target != protocol::websocket_path)
      return Response{404, "The session is at " + std::string(protocol::websocket_path) + ".\n"};
    if (!encoding_of(request.subprotocols))
      return Response{400, "The session speaks " + std::string(protocol::subprotocol) + " and " +
                               std::string(protocol::json_subprotocol) + ".\n"};
    return std::nullopt;
  }

  if (request.target == protocol::command_path) {
    if (request.method == "POST") return std::nullopt;
    return Response{405, "Commands come here by POST.\n"};
  }
  if (request.method != "GET" && request.method != "HEAD")
    return Response{405, "Only GET is answered here.\n"};
  if (request.target != "/") return Response{404, "There is nothing here.\n"};
  return Response{200, "Lectern is presenting: " + std::string(deck_title) +
                           "\n\nThere is no page for phones yet. On a laptop:\n  lectern-remote --host " +
                           std::string(*request.host) + " pair\n"};
}

}  // namespace lectern::server
