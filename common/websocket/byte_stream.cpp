#include "common/websocket/byte_stream.h"

#include <algorithm>
#include <boost/asio/as_tuple.hpp>
#include <boost/asio/error.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <cstring>
#include <optional>
#include <span>

namespace lectern::websocket {
namespace {

namespace asio = boost::asio;
using boost::system::error_code;

constexpr std::uint8_t tls_handshake = 0x16;  // RFC 8446 §5.1; no HTTP request begins with it

Progress plain_progress(std::size_t size, const error_code& error, Progress::Wait wait) {
  if (error == asio::error::would_block) return {.wait = wait};
  return {size, error};
}

ByteStream::Socket::wait_type direction(const Progress& progress) {
  return progress.wait == Progress::Wait::until_readable ? ByteStream::Socket::wait_read
                                                         : ByteStream::Socket::wait_write;
}

}  // namespace

struct ByteStream::Parts {
  explicit Parts(Socket connected) : socket(std::move(connected)) {}

  struct Held {
    Writing work;
    std::unique_ptr<Waiter> waiter;
  };

  Socket socket;
  std::optional<TlsSession> tls;
  bool is_writing = false;   ///< somebody waits for it, or is to write what is missing
  std::string rest;          ///< of what was sent
  std::optional<Held> held;  ///< what is to be written after it
  std::function<void()> on_can_send;
};

ByteStream::ByteStream(const executor_type& executor) : ByteStream(Socket(executor)) {}
ByteStream::ByteStream(Socket socket) : parts_(std::make_shared<Parts>(std::move(socket))) {}

ByteStream::executor_type ByteStream::get_executor() const {
  return parts_->socket.get_executor();
}

ByteStream::Socket& ByteStream::socket() const {
  return parts_->socket;
}

void ByteStream::begin() {
  error_code ignored;
  parts_->socket.non_blocking(true, ignored);
  parts_->socket.set_option(asio::ip::tcp::no_delay(true), ignored);
}

asio::awaitable<bool> ByteStream::is_offered_tls() {
  std::uint8_t first = 0;
  const auto [error, size] = co_await parts_->socket.async_receive(
      asio::buffer(&first, 1), Socket::message_peek, asio::as_tuple(asio::use_awaitable));
  co_return !error && first == tls_handshake;
}

asio::awaitable<error_code> ByteStream::secure(const Tls& tls) {
  const ByteStream keep = *this;
  TlsSession& session = parts_->tls.emplace(tls, parts_->socket.native_handle());
  while (parts_->socket.is_open()) {
    const Progress progress = session.handshake();
    if (progress.wait == Progress::Wait::no) co_return progress.error;
    const auto [error] =
        co_await parts_->socket.async_wait(direction(progress), asio::as_tuple(asio::use_awaitable));
    if (error) co_return error;
  }
  co_return asio::error::operation_aborted;
}

bool ByteStream::is_secure() const {
  return parts_->tls.has_value();
}

bool ByteStream::is_within_machine() const {
  error_code error;
  const auto ours = parts_->socket.local_endpoint(error);
  if (error) return false;
  const auto theirs = parts_->socket.remote_endpoint(error);
  return !error && (theirs.address().is_loopback() || theirs.address() == ours.address());
}

std::optional<Fingerprint> ByteStream::peer_fingerprint() const {
  return parts_->tls ? std::optional(parts_->tls->peer_fingerprint()) : std::nullopt;
}

void ByteStream::say_end() {
  if (parts_->tls && parts_->socket.is_open()) parts_->tls->say_end();
  error_code ignored;
  parts_->socket.shutdown(Socket::shutdown_send, ignored);
}

void ByteStream::close() {
  error_code ignored;
  parts_->socket.close(ignored);
}

/// Tries until something came of it, and waits for the socket in between.
template <class Work>
struct ByteStream::Moving {
  void operator()(const error_code& error) {
    const Progress progress = error ? Progress{.error = error} : stream.now(work);
    if (progress.wait != Progress::Wait::no) return wait(progress);
    stream.finish(work, progress);
    waiter->done(progress.error, progress.size);
  }

  void wait(const Progress& progress) {
    Socket& socket = stream.socket();
    socket.async_wait(direction(progress), std::move(*this));
  }

  ByteStream stream;
  Work work;
  std::unique_ptr<Waiter> waiter;
};

void ByteStream::start(const Reading& work, std::unique_ptr<Waiter> waiter) const {
  begin_moving(Moving<Reading>{*this, work, std::move(waiter)});
}

void ByteStream::start(const Writing& work, std::unique_ptr<Waiter> waiter) const {
  parts_->is_writing = true;
  if (!parts_->rest.empty())
    parts_->held.emplace(Parts::Held{work, std::move(waiter)});
  else
    begin_moving(Moving<Writing>{*this, work, std::move(waiter)});
}

/// Whoever asks is told after they have returned.
template <class Work>
void ByteStream::begin_moving(Moving<Work> moving) {
  const Progress progress = moving.stream.now(moving.work);
  if (progress.wait != Progress::Wait::no) return moving.wait(progress);
  moving.stream.finish(moving.work, progress);
  asio::post(moving.stream.get_executor(),
             [progress, waiter = std::move(moving.waiter)] { waiter->done(progress.error, progress.size); });
}

Progress ByteStream::now(const Reading& to) const {
  if (to.size() == 0) return {};
  if (!parts_->socket.is_open()) return {.error = asio::error::operation_aborted};
  if (parts_->tls) return parts_->tls->read(to.data(), to.size());
  error_code error;
  const std::size_t size = parts_->socket.read_some(asio::buffer(to), error);
  return plain_progress(size, error, Progress::Wait::until_readable);
}

/// Over TLS small pieces go together into one record.
Progress ByteStream::now(const Writing& from) const {
  const std::span pieces(from.pieces.data(), from.count);
  if (pieces.empty()) return {};
  if (!parts_->socket.is_open()) return {.error = asio::error::operation_aborted};
  if (!parts_->tls) {
    error_code error;
    const std::size_t size = parts_->socket.write_some(pieces, error);
    return plain_progress(size, error, Progress::Wait::until_writable);
  }
  std::array<char, 8192> record;
  if (pieces.size() == 1 || pieces[0].size() >= record.size())
    return parts_->tls->write(pieces[0].data(), pieces[0].size());
  std::size_t size = 0;
  for (const asio::const_buffer& piece : pieces) {
    const std::size_t part = std::min(piece.size(), record.size() - size);
    std::memcpy(record.data() + size, piece.data(), part);
    size += part;
  }
  return parts_->tls->write(record.data(), size);
}

ByteStream::Writing ByteStream::Writing::after(std::size_t size) const {
  Writing left;
  for (std::size_t i = 0; i < count; ++i) {
    const std::size_t gone = std::min(size, pieces[i].size());
    size -= gone;
    if (gone < pieces[i].size()) left.pieces[left.count++] = pieces[i] + gone;
  }
  return left;
}

/// Whoever writes goes on until all of what belongs together is written.
void ByteStream::finish(const Writing& work, const Progress& progress) const {
  parts_->is_writing = progress.size < asio::buffer_size(std::span(work.pieces.data(), work.count));
  if (can_send() && parts_->on_can_send) parts_->on_can_send();
}

bool ByteStream::can_send() const {
  return !parts_->is_writing && parts_->rest.empty() && parts_->socket.is_open();
}

void ByteStream::on_can_send(std::function<void()> call) {
  parts_->on_can_send = std::move(call);
}

bool ByteStream::send(std::span<const asio::const_buffer> pieces) {
  Writing left;
  std::ranges::copy(pieces, left.pieces.begin());
  left.count = pieces.size();
  while (left.count > 0) {
    const Progress progress = now(left);
    if (progress.error) return true;  // whoever reads is told too
    if (progress.wait != Progress::Wait::no) {
      for (std::size_t i = 0; i < left.count; ++i)
        parts_->rest.append(static_cast<const char*>(left.pieces[i].data()), left.pieces[i].size());
      send_rest_after(progress);
      return false;
    }
    left = left.after(progress.size);
  }
  return true;
}

void ByteStream::send_rest_after(const Progress& blocked) const {
  parts_->socket.async_wait(direction(blocked), [stream = *this](const error_code& cut) {
    Parts& parts = *stream.parts_;
    Writing rest;
    rest.pieces[rest.count++] = asio::buffer(parts.rest);
    const Progress progress = cut ? Progress{.error = cut} : stream.now(rest);
    if (progress.error) return stream.begin_held(progress.error);
    parts.rest.erase(0, progress.size);
    if (!parts.rest.empty()) return stream.send_rest_after(progress);
    parts.rest = {};
    stream.begin_held({});
    if (stream.can_send() && parts.on_can_send) parts.on_can_send();
  });
}

void ByteStream::begin_held(const error_code& error) const {
  if (!parts_->held) return;
  Parts::Held held = *std::exchange(parts_->held, std::nullopt);
  if (error)
    held.waiter->done(error, 0);
  else
    begin_moving(Moving<Writing>{*this, held.work, std::move(held.waiter)});
}

}  // namespace lectern::websocket
