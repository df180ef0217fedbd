#include "presenter/server/connection.h"

#include <netinet/tcp.h>

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/ip/network_v6.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/read.hpp>
#include <boost/beast/http/write.hpp>
#include <boost/beast/websocket/rfc6455.hpp>
#include <memory>
#include <utility>

#include "common/protocol/limits.h"
#include "common/websocket/connection.h"
#include "common/websocket/upgrade.h"
#include "presenter/server/peer.h"
#include "presenter/server/request.h"
#include "presenter/server/websocket_session.h"

namespace lectern::server {
namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = beast::http;
using websocket::ByteStream;
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

template <class Name>
std::optional<std::string_view> field_of(const HttpRequest& http, const Name& name) {
  const auto at = http.find(name);
  if (at == http.end()) return std::nullopt;
  return view(at->value());
}

/// Both ends of a connection, as far as it lasts.
struct Ends {
  asio::ip::tcp::endpoint ours;
  asio::ip::tcp::endpoint theirs;
};

std::optional<Ends> ends_of(const asio::ip::tcp::socket& socket) {
  beast::error_code error;
  Ends ends;
  ends.ours = socket.local_endpoint(error);
  if (!error) ends.theirs = socket.remote_endpoint(error);
  return error ? std::nullopt : std::optional(ends);
}

Peer peer_of(const asio::ip::address& address, bool is_within_machine) {
  const std::string network = address.is_v6()
                                  ? asio::ip::make_network_v6(address.to_v6(), 64).network().to_string()
                                  : address.to_string();
  return {network, is_within_machine};
}

/// Of an address, as a URL has it.
std::string in_url(const asio::ip::address& address) {
  return address.is_v6() ? "[" + address.to_string() + "]" : address.to_string();
}

Request parts_of(const HttpRequest& http, const asio::ip::tcp::endpoint& ours, const Peer& peer) {
  return {view(http.method_string()),
          view(http.target()),
          field_of(http, http::field::host),
          field_of(http, http::field::origin),
          field_of(http, http::field::sec_websocket_protocol).value_or(std::string_view{}),
          beast::websocket::is_upgrade(http),
          in_url(ours.address()),
          ours.port(),
          peer.is_secure};
}

/// What the system has not sent yet is old news by the time that it is: of that it keeps little, so that a
/// slow reader gets the newest.
void keep_little_unsent(asio::ip::tcp::socket& socket) {
  const int bytes = 16 * 1024;
  setsockopt(socket.native_handle(), IPPROTO_TCP, TCP_NOTSENT_LOWAT, &bytes, sizeof bytes);
}

asio::awaitable<void> answer(ByteStream stream, const HttpRequest& request, Response response) {
  http::response<http::string_body> http(static_cast<http::status>(response.status), request.version());
  http.set(http::field::content_type, response.content_type);
  if (response.status == 401) http.set(http::field::www_authenticate, "Bearer");
  http.set(http::field::cache_control, "no-store");
  http.set("X-Content-Type-Options", "nosniff");
  http.set("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
  http.keep_alive(false);
  if (http.result() == http::status::upgrade_required) http.set(http::field::upgrade, "TLS/1.3, HTTP/1.1");
  const std::size_t size = response.body.size();
  if (request.method() != http::verb::head) http.body() = std::move(response.body);
  http.content_length(size);
  co_await http::async_write(stream, http, result_tuple);
  stream.say_end();
}

using Parser = http::request_parser<http::string_body>;
const Response too_large{413, "That is too large.\n"};

/// Reads the rest of a command that is posted, and answers it.
asio::awaitable<void> take_command(ByteStream stream, beast::flat_buffer& buffer, Parser& parser,
                                   const Peer& peer, Context& context) {
  const auto [error, size] = co_await http::async_read(stream, buffer, parser, result_tuple);
  if (error == http::error::body_limit) co_return co_await answer(stream, parser.get(), too_large);
  if (error) co_return;
  const HttpRequest& request = parser.get();
  const Posted posted{field_of(request, http::field::authorization), field_of(request, "Idempotency-Key"),
                      request.body()};
  co_await answer(stream, request, context.posted_commands.take(posted, peer));
}

}  // namespace

asio::awaitable<void> serve(asio::ip::tcp::socket socket, Context& context) {
  const auto deadline = std::chrono::steady_clock::now() + protocol::hello_timeout;
  const auto ends = ends_of(socket);
  if (!ends) co_return;
  ByteStream stream(std::move(socket));
  Peer peer = peer_of(ends->theirs.address(), stream.is_within_machine());
  if (!peer.is_this_machine) context.pairing.somebody_came();
  stream.begin();
  keep_little_unsent(stream.socket());
  WaitingRoom::Seat seat = context.waiting_room.enter(peer.network, [stream]() mutable { stream.close(); });
  asio::steady_timer patience(stream.get_executor(), deadline);
  patience.async_wait([stream](beast::error_code error) mutable {
    if (!error) stream.close();
  });

  peer.is_secure = co_await stream.is_offered_tls();
  if (peer.is_secure && co_await stream.secure(context.tls)) co_return;

  beast::flat_buffer buffer;
  Parser parser;
  parser.header_limit(protocol::max_http_header_bytes);
  parser.body_limit(protocol::max_posted_bytes);
  const auto [error, size] = co_await http::async_read_header(stream, buffer, parser, result_tuple);
  if (error == http::error::body_limit) co_return co_await answer(stream, parser.get(), too_large);
  if (error) co_return;

  join_lines(parser.get(), http::field::sec_websocket_protocol);
  const Request asked = parts_of(parser.get(), ends->ours, peer);
  if (auto response = respond(asked, context.site, context.engine.deck().settings.title))
    co_return co_await answer(stream, parser.get(), *std::move(response));
  if (!asked.upgrade) co_return co_await take_command(stream, buffer, parser, peer, context);
  const auto encoding = *encoding_of(asked.subprotocols);
  auto connection = std::make_shared<websocket::Connection>(
      websocket::Upgrade{stream, parser.release(), encoding}, protocol::max_hello_bytes);
  const auto session = std::make_shared<WebSocketSession>(std::move(connection), encoding, std::move(peer),
                                                          std::move(seat), context);
  patience.cancel();
  co_await session->run(deadline);
}

}  // namespace lectern::server
