#include "presenter/server/connection.h"

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/read.hpp>
#include <boost/beast/http/write.hpp>
#include <boost/beast/websocket/rfc6455.hpp>
#include <memory>
#include <utility>

#include "common/protocol/limits.h"
#include "common/websocket/connection.h"
#include "common/websocket/upgrade.h"
#include "presenter/server/request.h"
#include "presenter/server/websocket_session.h"

namespace lectern::server {
namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = beast::http;
using websocket::HttpRequest;

constexpr auto result_tuple = asio::as_tuple(asio::use_awaitable);

std::string_view view(beast::string_view text) {
  return {text.data(), text.size()};
}

/// Several lines of one name are one list (RFC 9110 §5.3).
void join_lines(HttpRequest& http, http::field name) {
  std::string list;
  const auto [first, last] = http.equal_range(name);
  for (auto line = first; line != last; ++line)
    list += (line == first ? "" : ", ") + std::string(line->value());
  if (first != last) http.set(name, list);
}

Request parts_of(const HttpRequest& http) {
  const auto field = [&](http::field name) -> std::optional<std::string_view> {
    const auto at = http.find(name);
    if (at == http.end()) return std::nullopt;
    return view(at->value());
  };
  return {view(http.method_string()),
          view(http.target()),
          field(http::field::host),
          field(http::field::origin),
          field(http::field::sec_websocket_protocol).value_or(std::string_view{}),
          beast::websocket::is_upgrade(http)};
}

asio::awaitable<void> answer(beast::tcp_stream& stream, const HttpRequest& request, Response response) {
  http::response<http::string_body> http(static_cast<http::status>(response.status), request.version());
  http.set(http::field::content_type, "text/plain; charset=utf-8");
  http.set(http::field::cache_control, "no-store");
  http.set("X-Content-Type-Options", "nosniff");
  http.set("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
  http.keep_alive(false);
  const std::size_t size = response.body.size();
  if (request.method() != http::verb::head) http.body() = std::move(response.body);
  http.content_length(size);
  co_await http::async_write(stream, http, result_tuple);
  beast::error_code ignored;
  stream.socket().shutdown(asio::ip::tcp::socket::shutdown_send, ignored);
}

}  // namespace

asio::awaitable<void> serve(asio::ip::tcp::socket socket, Context& context) {
  const auto deadline = std::chrono::steady_clock::now() + protocol::hello_timeout;
  beast::tcp_stream stream(std::move(socket));
  beast::error_code ignored;
  stream.socket().set_option(asio::ip::tcp::no_delay(true), ignored);
  stream.expires_at(deadline);
  WaitingRoom::Seat seat = context.waiting_room.enter([&stream] { stream.close(); });

  beast::flat_buffer buffer;
  http::request_parser<http::string_body> parser;
  parser.header_limit(protocol::max_http_header_bytes);
  parser.body_limit(0);
  const auto [error, size] = co_await http::async_read(stream, buffer, parser, result_tuple);
  if (error) co_return;

  HttpRequest request = parser.release();
  join_lines(request, http::field::sec_websocket_protocol);
  if (auto response = respond(parts_of(request), context.port, context.engine.deck().settings.title))
    co_return co_await answer(stream, request, *std::move(response));
  auto connection = std::make_shared<websocket::Connection>(
      websocket::Upgrade{stream.release_socket(), std::move(request)}, protocol::max_hello_bytes);
  const auto session = std::make_shared<WebSocketSession>(std::move(connection), std::move(seat), context);
  co_await session->run(deadline);
}

}  // namespace lectern::server
