#include "presenter/server/request.h"

#include <algorithm>
#include <array>

namespace lectern::server {
namespace {

/// `host[:port]` names this server: a loopback name and our port.
bool names_us(std::string_view authority, std::uint16_t port) {
  static constexpr std::array<std::string_view, 3> names = {"127.0.0.1", "localhost", "[::1]"};
  return std::ranges::any_of(names, [&](std::string_view name) {
    if (!authority.starts_with(name)) return false;
    const std::string_view rest = authority.substr(name.size());
    return rest == ":" + std::to_string(port) || (rest.empty() && port == 80);
  });
}

bool is_our_page(std::string_view origin, std::uint16_t port) {
  constexpr std::string_view scheme = "http://";
  return origin.starts_with(scheme) && names_us(origin.substr(scheme.size()), port);
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

std::optional<Response> respond(const Request& request, std::uint16_t port, std::string_view deck_title) {
  if (!request.host || !names_us(*request.host, port))
    return Response{403, "This presenter answers only to this machine's own name.\n"};
  if (request.origin && !is_our_page(*request.origin, port))
    return Response{403, "Pages from elsewhere may not use this presenter.\n"};

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
                           "\n\nDrive it from this machine with\n  lectern-remote --host 127.0.0.1:" +
                           std::to_string(port) + " next\n"};
}

}  // namespace lectern::server
