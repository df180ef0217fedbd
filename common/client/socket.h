// One connection to a presenter, made, pumped in both directions and closed, with the words for what goes
// wrong. Knows nothing of what it carries.
#pragma once

#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/awaitable.hpp>
#include <cstdint>
#include <deque>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <variant>

#include "common/base/fingerprint.h"
#include "common/base/result.h"
#include "common/websocket/connection.h"

namespace lectern::client {

/// Why a connection is over.
struct Ended {
  Error error;
  std::uint16_t close_code = 0;  ///< that the presenter gave; 0: it gave none
};

/// The presenter with that certificate and nobody else; or whoever answers there, for what is proved
/// afterwards of the certificate that was shown; or without TLS.
struct AnyCertificate {};
struct NoTls {};
using Trust = std::variant<NoTls, Fingerprint, AnyCertificate>;

/// Lives on one thread. Owned by shared_ptr: its writer keeps it until it ends.
class Socket : public std::enable_shared_from_this<Socket> {
 public:
  explicit Socket(const boost::asio::any_io_executor&);

  /// TCP, then TLS where it is wanted, then WebSocket: each within connect_timeout.
  boost::asio::awaitable<Result<void>> connect(const std::string& host, std::uint16_t port, const Trust&);

  /// Of the certificate that was shown; nullopt: without TLS.
  std::optional<Fingerprint> certificate() const { return connection_->peer_fingerprint(); }

  /// Whether the presenter is on this machine.
  bool is_within_machine() const { return connection_->is_within_machine(); }

  /// Gives each message to `receive` until the connection ends; says why it did.
  boost::asio::awaitable<Ended> read(std::function<void(const websocket::Message&)> receive);

  /// Queues a message, which is written in order while the connection lasts. Nothing is queued without one.
  void send(std::string);

  /// Ends the connection, or the attempt to make one, within close_timeout.
  void close();

 private:
  websocket::Payload next_outgoing();

  std::shared_ptr<websocket::Connection> connection_;
  std::deque<websocket::Payload> queue_;
};

}  // namespace lectern::client
