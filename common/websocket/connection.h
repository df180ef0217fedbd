// One WebSocket of either end, from its opening to its close: reads messages, writes what it is given, and
// keeps to the protocol's time-outs. Knows nothing of what it carries.
#pragma once

#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/system/error_code.hpp>
#include <boost/system/result.hpp>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "common/base/fingerprint.h"
#include "common/protocol/limits.h"
#include "common/websocket/turns.h"

namespace lectern::websocket {

struct Upgrade;  ///< common/websocket/upgrade.h
class Tls;       ///< common/websocket/tls.h

/// One message's bytes, ready to be written to any number of peers.
using Payload = std::shared_ptr<const std::string>;

struct Message {
  std::string_view bytes;  ///< until the next read()
  bool is_binary = true;
};

/// Why a connection is over.
struct End {
  boost::system::error_code error;
  std::uint16_t close_code = 0;  ///< that the peer gave; 0: it gave none
  std::string close_reason = {};
};

/// Lives on one thread. Owned by shared_ptr: what it has under way keeps it until that ends.
class Connection final : public Turns::Taker, public std::enable_shared_from_this<Connection> {
 public:
  /// A client's, to be opened by connect(), perhaps secure(), and handshake().
  Connection(const boost::asio::any_io_executor&, std::size_t max_message_bytes);
  /// A server's, to be opened by accept().
  Connection(Upgrade, std::size_t max_message_bytes);
  ~Connection() override;

  /// Each within connect_timeout.
  boost::asio::awaitable<boost::system::error_code> connect(const std::string& host, std::uint16_t port);
  boost::asio::awaitable<boost::system::error_code> secure(const Tls&);
  boost::asio::awaitable<boost::system::error_code> handshake(const std::string& host_field);

  boost::asio::awaitable<boost::system::error_code> accept();

  bool is_open() const;

  /// Of the certificate that the peer has shown; nullopt: not over TLS.
  std::optional<Fingerprint> peer_fingerprint() const;

  /// Whether the peer is on this machine.
  bool is_within_machine() const;

  /// For the messages to come; what is longer closes with 1009.
  void limit_messages(std::size_t max_message_bytes);

  /// The next message. After close() there is none, only the end.
  boost::asio::awaitable<boost::system::result<Message, End>> read();

  /// Messages are binary from now on, whatever the sub-protocol says.
  void write_binary();

  /// Writes what `next` gives until the connection closes. Where `next` has nothing (null) it is asked again
  /// after wake_writer(). `stuck` is called where the peer does not take a message within write_timeout.
  void write(std::function<Payload()> next, std::function<void()> stuck);
  void wake_writer();

  /// A server's writes take turns, those of whom nobody should wait for before the others, and what there is
  /// by its turn goes out at once. Before write().
  void take_turns(Turns& turns) { turns_ = &turns; }
  void hurry() { is_urgent_ = true; }
  void take_turn() override;

  boost::asio::any_io_executor executor() const;

  /// Says why and waits for the peer to say so too, for close_timeout; before the handshake it only cuts.
  void close(std::uint16_t code, std::string_view reason);
  void cut();

 private:
  struct Beast;
  Connection(std::unique_ptr<Beast>, std::size_t max_message_bytes, protocol::Encoding);
  boost::asio::awaitable<void> write_all();
  bool write_some();
  void end_writing();
  void begin_write_deadline();
  void cut_after(boost::asio::steady_timer&, std::chrono::seconds);

  std::unique_ptr<Beast> beast_;
  std::function<Payload()> next_;  ///< while there is somebody to write to
  std::function<void()> stuck_;
  Turns* turns_ = nullptr;  ///< of a server's
  bool is_urgent_ = false;
  bool is_waiting_for_turn_ = false;
  boost::asio::steady_timer deadline_;  ///< for connecting, then for closing
  boost::asio::steady_timer write_deadline_;
  boost::asio::steady_timer
      outgoing_;  ///< never expires; cancelled when there is something to write; a client's
  bool closing_ = false;
};

}  // namespace lectern::websocket
