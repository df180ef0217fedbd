// Any bytes at all as the head of an HTTP request, as serve() reads it: never a crash, and nobody gets
// further than the door who does not name this server, or comes from another's page.
#include <boost/asio/buffer.hpp>
#include <boost/beast/core/string.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/string_body.hpp>
#include <boost/beast/websocket/rfc6455.hpp>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "common/protocol/limits.h"
#include "presenter/server/request.h"

namespace {

namespace beast = boost::beast;
namespace http = beast::http;
using namespace lectern;

constexpr std::uint16_t port = 7070;

void require(bool promise) {
  if (!promise) std::abort();
}

std::string_view view(beast::string_view text) {
  return {text.data(), text.size()};
}

/// Names are the same in capitals and in small letters.
bool is_one_of_ours(std::string_view authority) {
  return authority == "127.0.0.1:7070" || beast::iequals(authority, "localhost:7070") ||
         authority == "[::1]:7070";
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  http::request_parser<http::string_body> parser;
  parser.header_limit(protocol::max_http_header_bytes);
  parser.body_limit(0);
  parser.eager(true);
  beast::error_code error;
  parser.put(boost::asio::buffer(data, size), error);
  if (error || !parser.is_done()) return 0;

  const auto& head = parser.get();
  const auto field = [&](http::field name) -> std::optional<std::string_view> {
    const auto at = head.find(name);
    if (at == head.end()) return std::nullopt;
    return view(at->value());
  };
  const server::Request request{view(head.method_string()),
                                view(head.target()),
                                field(http::field::host),
                                field(http::field::origin),
                                field(http::field::sec_websocket_protocol).value_or(std::string_view{}),
                                beast::websocket::is_upgrade(head),
                                "127.0.0.1",
                                port};
  const auto response = server::respond(request, server::Site{});
  const bool is_let_in = !response || response->status == 200;
  require(!response || (response->status >= 200 && response->status < 500 &&
                        (response->status == 304 || !response->bytes.empty())));
  require(!is_let_in || is_one_of_ours(request.host.value_or("")));
  require(!is_let_in || !request.origin || is_one_of_ours(request.origin->substr(7)));
  if (!response && request.upgrade) require(request.target == protocol::websocket_path);
  if (!response && !request.upgrade)
    require(request.method == "POST" || server::picture_of(request.target).has_value());
  return 0;
}
