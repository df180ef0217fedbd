#include "presenter/server/connection.h"

#include <netinet/tcp.h>

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/ip/network_v6.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/read.hpp>
#include <boost/beast/http/span_body.hpp>
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
using Deadline = std::chrono::steady_clock::time_point;

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
          peer.is_secure,
          field_of(http, http::field::accept_encoding).value_or("").find("gzip") != std::string_view::npos,
          field_of(http, http::field::if_none_match).value_or(""),
          field_of(http, http::field::range).value_or("")};
}

Response too_large() {
  return say(413, "That is too large.\n");
}

/// What the system has not sent yet is old news by the time that it is: of that it keeps little, so that a
/// slow reader gets the newest.
void keep_little_unsent(asio::ip::tcp::socket& socket) {
  const int bytes = 16 * 1024;
  setsockopt(socket.native_handle(), IPPROTO_TCP, TCP_NOTSENT_LOWAT, &bytes, sizeof bytes);
}

/// False: the connection has nothing more to say.
asio::awaitable<bool> answer(ByteStream stream, const HttpRequest& request, Response response) {
  http::response<http::span_body<const char>> http(static_cast<http::status>(response.status),
                                                   request.version());
  const bool is_of_page = request.method() != http::verb::post && response.status < 400;
  const bool goes_on = is_of_page && request.keep_alive();
  http.set(http::field::content_type, response.content_type);
  if (response.is_gzip) http.set(http::field::content_encoding, "gzip");
  if (!response.tag.empty()) http.set(http::field::etag, response.tag);
  if (!response.tag.empty()) http.set(http::field::vary, "Accept-Encoding");
  if (!response.content_range.empty()) http.set(http::field::content_range, response.content_range);
  if (response.status == 401) http.set(http::field::www_authenticate, "Bearer");
  http.set(http::field::cache_control, response.caching);
  http.set("X-Content-Type-Options", "nosniff");
  http.set("Referrer-Policy", "no-referrer");
  http.set("Cross-Origin-Resource-Policy", "same-origin");
  http.set("Content-Security-Policy", response.policy);
  http.keep_alive(goes_on);
  if (http.result() == http::status::upgrade_required) http.set(http::field::upgrade, "TLS/1.3, HTTP/1.1");
  if (request.method() != http::verb::head) http.body() = {response.bytes.data(), response.bytes.size()};
  if (http.result() != http::status::not_modified) http.content_length(response.bytes.size());
  const auto [error, size] = co_await http::async_write(stream, http, result_tuple);
  if (!goes_on) stream.say_end();
  co_return goes_on && !error;
}

using Parser = http::request_parser<http::string_body>;

/// Reads the rest of a command that is posted.
asio::awaitable<std::optional<Response>> take_command(ByteStream stream, beast::flat_buffer& buffer,
                                                      Parser& parser, const Peer& peer, Context& context) {
  const auto [error, size] = co_await http::async_read(stream, buffer, parser, result_tuple);
  if (error == http::error::body_limit) co_return too_large();
  if (error) co_return std::nullopt;
  const HttpRequest& request = parser.get();
  co_return context.posted_commands.take(
      {field_of(request, http::field::authorization), field_of(request, "Idempotency-Key"), request.body()},
      peer);
}

/// Waits for its turn among those that are drawn.
asio::awaitable<PictureBytes> drawn(Pictures& pictures, PictureWanted wanted,
                                    asio::any_io_executor executor) {
  // Begun when it is awaited, after this has returned.
  const auto begin = [&pictures, wanted, executor](auto handler) {
    const auto waiting = std::make_shared<decltype(handler)>(std::move(handler));
    pictures.order(wanted.name, wanted.width, [waiting, executor](PictureBytes bytes) {
      asio::post(executor, [waiting, bytes]() mutable { std::move (*waiting)(std::move(bytes)); });
    });
  };
  return asio::async_initiate<const asio::use_awaitable_t<>, void(PictureBytes)>(begin, asio::use_awaitable);
}

/// One connection, from its first byte until it ends or becomes a session.
class Visit {
 public:
  Visit(asio::ip::tcp::socket socket, const Ends& ends, Context& context)
      : context_(context),
        ends_(ends),
        stream_(std::move(socket)),
        peer_(peer_of(ends.theirs.address(), stream_.is_within_machine())),
        patience_(stream_.get_executor()) {}

  asio::awaitable<void> run() {
    Deadline deadline = std::chrono::steady_clock::now() + protocol::hello_timeout;
    if (!peer_.is_this_machine) context_.pairing.somebody_came();
    stream_.begin();
    keep_little_unsent(stream_.socket());
    seat_ = enter(context_.waiting_room);
    wait_until(deadline);
    peer_.is_secure = co_await stream_.is_offered_tls();
    if (peer_.is_secure && co_await stream_.secure(context_.tls)) co_return;
    for (;;) {  // g++ 12 goes wrong on co_await in a while's condition
      const bool goes_on = co_await take_request(deadline);
      if (!goes_on) break;
      deadline = Deadline::max();  // of a session, until it is asked for
      seat_ = enter(context_.waiting_room);
      wait_until(std::chrono::steady_clock::now() + protocol::keep_alive_timeout);
    }
    patience_.cancel();
  }

 private:
  WaitingRoom::Seat enter(WaitingRoom& room) {
    return room.enter(peer_.network, [stream = stream_]() mutable { stream.close(); });
  }

  void wait_until(Deadline at) {
    patience_.expires_at(at);
    patience_.async_wait([stream = stream_](beast::error_code error) mutable {
      if (!error) stream.close();
    });
  }

  /// False: there will be no other.
  asio::awaitable<bool> take_request(Deadline deadline) {
    Parser parser;
    parser.header_limit(protocol::max_http_header_bytes);
    parser.body_limit(protocol::max_posted_bytes);
    const auto [error, size] = co_await http::async_read_header(stream_, buffer_, parser, result_tuple);
    if (error == http::error::body_limit) co_return co_await answer(stream_, parser.get(), too_large());
    if (error) co_return false;
    join_lines(parser.get(), http::field::sec_websocket_protocol);
    const Request asked = parts_of(parser.get(), ends_.ours, peer_);
    std::optional<Response> response = respond(asked, context_.site);
    if (!response && asked.upgrade) {
      hold_session(parser.release(), *encoding_of(asked.subprotocols), deadline);
      co_return false;
    }
    if (!response && parser.get().method() == http::verb::post)
      response = co_await take_command(stream_, buffer_, parser, peer_, context_);
    else if (!response)
      response = co_await find_picture(*picture_of(asked.target));
    if (!response) co_return false;
    wait_until(std::chrono::steady_clock::now() + protocol::page_timeout);
    co_return co_await answer(stream_, parser.get(), *std::move(response));
  }

  /// Who knows a picture's name was told it, and gives their seat to somebody who has yet to say who they
  /// are.
  asio::awaitable<std::optional<Response>> find_picture(PictureWanted wanted) {
    Pictures* const pictures = context_.pictures;
    if (!pictures || !pictures->knows(wanted.name)) co_return say(404, "There is no such picture.\n");
    seat_ = enter(context_.viewing_room);
    wait_until(std::chrono::steady_clock::now() + protocol::page_timeout);
    const PictureBytes jpeg = co_await drawn(*pictures, wanted, stream_.get_executor());
    co_return jpeg ? show(jpeg) : say(503, "There is no time to draw it now.\n");
  }

  /// Which goes on by itself: of thousands nobody remembers what they asked for.
  void hold_session(HttpRequest request, protocol::Encoding encoding, Deadline deadline) {
    auto connection = std::make_shared<websocket::Connection>(
        websocket::Upgrade{stream_, std::move(request), encoding}, protocol::max_hello_bytes);
    const auto session = std::make_shared<WebSocketSession>(std::move(connection), encoding, peer_,
                                                            std::move(seat_), context_);
    patience_.cancel();
    deadline = std::min(deadline, std::chrono::steady_clock::now() + protocol::hello_timeout);
    asio::co_spawn(
        stream_.get_executor(), [session, deadline] { return session->run(deadline); }, asio::detached);
  }

  Context& context_;
  const Ends ends_;
  ByteStream stream_;
  Peer peer_;
  WaitingRoom::Seat seat_;
  asio::steady_timer patience_;
  beast::flat_buffer buffer_;
};

}  // namespace

asio::awaitable<void> serve(asio::ip::tcp::socket socket, Context& context) {
  const auto ends = ends_of(socket);
  if (!ends) co_return;
  Visit visit(std::move(socket), *ends, context);
  co_await visit.run();
}

}  // namespace lectern::server
