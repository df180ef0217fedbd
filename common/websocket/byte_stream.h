// A connection's bytes, over TCP alone or over TLS, as one type: what is above compiles once and cannot tell.
#pragma once

#include <array>
#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/async_result.hpp>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/buffer.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <utility>

#include "common/websocket/tls.h"

namespace lectern::websocket {

/// Lives on one thread, on which whoever waits is told. A handle: copies are the same stream, which closes
/// with the last of them. Satisfies Beast's AsyncStream.
class ByteStream {
 public:
  using Socket = boost::asio::ip::tcp::socket;
  using executor_type = boost::asio::any_io_executor;
  static constexpr std::size_t max_pieces = 8;  ///< that are written at once

  explicit ByteStream(const executor_type&);  ///< to be connected by its socket
  explicit ByteStream(Socket);

  executor_type get_executor() const;
  Socket& socket() const;

  /// Once it is connected, before anything moves.
  void begin();

  /// Whether the peer, who speaks first, begins a TLS handshake. Reads nothing.
  boost::asio::awaitable<bool> is_offered_tls();

  /// Goes on over TLS, in the role that it is for.
  boost::asio::awaitable<boost::system::error_code> secure(const Tls&);
  bool is_secure() const;
  /// Whether the peer is on this machine: it comes from a loopback address, or from the one that it came to.
  bool is_within_machine() const;
  /// Of the certificate that the peer has shown; nullopt: not over TLS.
  std::optional<Fingerprint> peer_fingerprint() const;

  /// Whether send() can begin now: nothing is being written, in whole pieces.
  bool can_send() const;

  /// Writes all of it at once, as far as the peer takes it; the rest goes before anything that is written
  /// later. Only where can_send(), and at most max_pieces. False: there is a rest.
  bool send(std::span<const boost::asio::const_buffer> pieces);

  /// What is done whenever can_send() has become true again.
  void on_can_send(std::function<void()>);

  /// That no more will be written; the peer may still write.
  void say_end();
  void close();

  template <class Buffers, class Token>
  auto async_read_some(const Buffers& buffers, Token&& token) {
    Reading to;
    for (auto at = boost::asio::buffer_sequence_begin(buffers);
         at != boost::asio::buffer_sequence_end(buffers) && to.size() == 0; ++at)
      to = *at;
    return move_some(to, token);
  }

  template <class Buffers, class Token>
  auto async_write_some(const Buffers& buffers, Token&& token) {
    Writing from;
    for (auto at = boost::asio::buffer_sequence_begin(buffers);
         at != boost::asio::buffer_sequence_end(buffers) && from.count < from.pieces.size(); ++at)
      if (boost::asio::const_buffer(*at).size() > 0) from.pieces[from.count++] = *at;
    return move_some(from, token);
  }

 private:
  struct Parts;
  template <class Work>
  struct Moving;
  template <class Work>
  static void begin_moving(Moving<Work>);

  using Reading = boost::asio::mutable_buffer;
  struct Writing {
    std::array<boost::asio::const_buffer, max_pieces> pieces;
    std::size_t count = 0;

    /// What is left once so many bytes are written.
    Writing after(std::size_t size) const;
  };

  /// Whoever waits for bytes to have moved, of whatever type: told once, or never where the thread ends
  /// before.
  struct Waiter {
    virtual ~Waiter() = default;
    virtual void done(boost::system::error_code, std::size_t) = 0;
  };
  template <class Handler>
  struct WaiterOf final : Waiter {
    explicit WaiterOf(Handler told) : handler(std::move(told)) {}
    void done(boost::system::error_code error, std::size_t size) override { handler(error, size); }
    Handler handler;
  };

  template <class Work, class Token>
  auto move_some(const Work& work, Token& token) {
    return boost::asio::async_initiate<Token, void(boost::system::error_code, std::size_t)>(
        [](auto handler, const ByteStream& stream, const Work& wanted) {
          using Handler = decltype(handler);
          stream.start(wanted, std::make_unique<WaiterOf<Handler>>(std::move(handler)));
        },
        token, *this, work);
  }

  void start(const Reading&, std::unique_ptr<Waiter>) const;
  void start(const Writing&, std::unique_ptr<Waiter>) const;
  Progress now(const Reading&) const;
  Progress now(const Writing&) const;
  void finish(const Reading&, const Progress&) const {}
  void finish(const Writing&, const Progress&) const;
  void send_rest_after(const Progress&) const;
  void begin_held(const boost::system::error_code&) const;

  std::shared_ptr<Parts> parts_;
};

}  // namespace lectern::websocket
