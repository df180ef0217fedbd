#include "tests/support/crowd.h"

#include <sys/resource.h>

#include <array>
#include <atomic>
#include <boost/asio/as_tuple.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/use_future.hpp>
#include <boost/beast/core/buffers_to_string.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/websocket.hpp>
#include <chrono>
#include <optional>
#include <string>
#include <thread>
#include <tuple>
#include <utility>

#include "common/protocol/limits.h"
#include "common/protocol/messages.h"

namespace lectern::test {

namespace asio = boost::asio;
namespace ws = boost::beast::websocket;
using asio::ip::tcp;
using boost::system::error_code;

namespace {

constexpr auto result_tuple = asio::as_tuple(asio::use_awaitable);
constexpr int little = 4096;  // bytes that the system takes in ahead of who reads slowly

using Stream = ws::stream<tcp::socket>;

/// A WebSocket of the protocol; nullptr where it is refused.
asio::awaitable<std::unique_ptr<Stream>> opened(std::uint16_t port, std::optional<int> receive_bytes = {}) {
  auto stream = std::make_unique<Stream>(co_await asio::this_coro::executor);
  tcp::socket& socket = stream->next_layer();
  socket.open(tcp::v4());
  if (receive_bytes) socket.set_option(asio::socket_base::receive_buffer_size(*receive_bytes));
  const auto [unreached] =
      co_await socket.async_connect({asio::ip::address_v4::loopback(), port}, result_tuple);
  if (unreached) co_return nullptr;
  stream->set_option(ws::stream_base::decorator([](ws::request_type& request) {
    request.set(boost::beast::http::field::sec_websocket_protocol, protocol::subprotocol);
  }));
  const auto [refused] = co_await stream->async_handshake(
      "127.0.0.1:" + std::to_string(port), std::string(protocol::websocket_path), result_tuple);
  if (refused) co_return nullptr;
  co_return stream;
}

asio::awaitable<void> say(Stream& stream, protocol::ClientMessage message) {
  const std::string bytes = protocol::encode(message);
  stream.binary(true);
  co_await stream.async_write(asio::buffer(bytes), result_tuple);
}

/// The state after Welcome; nullopt where the connection ended before.
asio::awaitable<std::optional<session::State>> first_state(Stream& stream) {
  for (boost::beast::flat_buffer buffer;; buffer.clear()) {
    const auto [error, size] = co_await stream.async_read(buffer, result_tuple);
    if (error) co_return std::nullopt;
    auto message = protocol::decode_server_message(boost::beast::buffers_to_string(buffer.cdata()));
    if (auto* const state = message ? std::get_if<session::State>(&*message) : nullptr) co_return *state;
  }
}

void allow_many_files() {
  rlimit files{};
  getrlimit(RLIMIT_NOFILE, &files);
  files.rlim_cur = files.rlim_max;
  setrlimit(RLIMIT_NOFILE, &files);
}

}  // namespace

struct Crowd::Parts {
  explicit Parts(std::uint16_t of_presenter) : port(of_presenter) {}

  asio::awaitable<std::unique_ptr<Stream>> follower(std::optional<int> receive_bytes = {});
  asio::awaitable<void> follow(int count);
  asio::awaitable<void> read_all(std::unique_ptr<Stream>);
  asio::awaitable<void> follow_slowly(int count);
  asio::awaitable<void> take_bytes(std::unique_ptr<Stream>);
  asio::awaitable<void> flood(int count, int per_second);
  asio::awaitable<void> say_nothing();

  void begin(asio::awaitable<void> what) { asio::co_spawn(io, std::move(what), asio::detached); }
  void finish(asio::awaitable<void> what) { asio::co_spawn(io, std::move(what), asio::use_future).get(); }

  const std::uint16_t port;
  asio::io_context io{1};
  asio::executor_work_guard<asio::io_context::executor_type> work{io.get_executor()};
  std::thread thread{[this] { io.run(); }};
  int client_count = 0;
  std::atomic<std::size_t> follower_count = 0;
  std::atomic<int> flood_left = 0;
};

asio::awaitable<std::unique_ptr<Stream>> Crowd::Parts::follower(std::optional<int> receive_bytes) {
  auto stream = co_await opened(port, receive_bytes);
  if (!stream) co_return nullptr;
  const std::string id = "one of a crowd " + std::to_string(++client_count);
  protocol::ClientMessage hello = protocol::Hello{protocol::version, protocol::version, id, id};
  co_await say(*stream, std::move(hello));
  const auto state = co_await first_state(*stream);
  if (!state) co_return nullptr;
  if (receive_bytes) {
    protocol::ClientMessage request = protocol::DeckRequest{state->deck, protocol::WholeOutline{}};
    co_await say(*stream, std::move(request));
  }
  ++follower_count;
  co_return stream;
}

asio::awaitable<void> Crowd::Parts::follow(int count) {
  for (int i = 0; i < count; ++i)
    if (auto stream = co_await follower()) begin(read_all(std::move(stream)));
}

asio::awaitable<void> Crowd::Parts::read_all(std::unique_ptr<Stream> stream) {
  boost::beast::flat_buffer buffer;
  for (error_code error; !error; buffer.clear())
    std::tie(error, std::ignore) = co_await stream->async_read(buffer, result_tuple);
  --follower_count;
}

asio::awaitable<void> Crowd::Parts::follow_slowly(int count) {
  for (int i = 0; i < count; ++i)
    if (auto stream = co_await follower(little)) begin(take_bytes(std::move(stream)));
}

/// Says that it is there, which is more than a dead connection does.
asio::awaitable<void> Crowd::Parts::take_bytes(std::unique_ptr<Stream> stream) {
  asio::steady_timer second(io);
  while (stream) {
    error_code error;
    char byte = 0;
    while (!error) {
      second.expires_after(std::chrono::seconds(1));
      co_await second.async_wait(asio::use_awaitable);
      std::tie(error) = co_await stream->async_pong({}, result_tuple);
      if (!error)
        std::tie(error, std::ignore) =
            co_await stream->next_layer().async_read_some(asio::buffer(&byte, 1), result_tuple);
    }
    --follower_count;
    stream = co_await follower(little);
  }
}

asio::awaitable<void> Crowd::Parts::flood(int count, int per_second) {
  asio::steady_timer next(io, asio::steady_timer::clock_type::now());
  for (int i = 0; i < count; ++i) {
    begin(say_nothing());
    next.expires_at(next.expiry() + std::chrono::microseconds(1'000'000) / per_second);
    co_await next.async_wait(asio::use_awaitable);
  }
}

/// Hears that it is to go, and says nothing to that either.
asio::awaitable<void> Crowd::Parts::say_nothing() {
  if (const auto stream = co_await opened(port)) {
    std::array<char, 1024> unread;
    for (error_code error; !error;)
      std::tie(error, std::ignore) =
          co_await stream->next_layer().async_read_some(asio::buffer(unread), result_tuple);
  }
  --flood_left;
}

Crowd::Crowd(std::uint16_t port) {
  allow_many_files();
  parts_ = std::make_unique<Parts>(port);
}

Crowd::~Crowd() {
  parts_->io.stop();
  parts_->thread.join();
}

void Crowd::follow(int count) {
  parts_->finish(parts_->follow(count));
}

void Crowd::follow_slowly(int count) {
  parts_->finish(parts_->follow_slowly(count));
}

std::size_t Crowd::follower_count() const {
  return parts_->follower_count;
}

void Crowd::flood(int count, int per_second) {
  parts_->flood_left += count;
  parts_->begin(parts_->flood(count, per_second));
}

bool Crowd::is_flooding() const {
  return parts_->flood_left > 0;
}

}  // namespace lectern::test
