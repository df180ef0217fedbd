// A WebSocket client that says exactly what a test wants it to, right or wrong. Blocking; the test's own time
// limit ends it.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "common/protocol/limits.h"
#include "common/protocol/messages.h"

namespace lectern::test {

struct Handshake {
  std::optional<std::string> host = std::nullopt;  ///< nullopt: as it should be
  std::optional<std::string> origin = std::nullopt;
  std::string subprotocol = std::string(protocol::subprotocol);
  std::string path = std::string(protocol::websocket_path);
  std::optional<int> receive_bytes = std::nullopt;  ///< that the system takes in before anybody reads them
};

class Wire {
 public:
  explicit Wire(std::uint16_t port, const Handshake& = {});
  ~Wire();

  /// The handshake's HTTP status; 101: it is open.
  unsigned status() const;

  /// A hello for more than to follow proves itself by the presenter's token, unless it says one.
  void send(const protocol::ClientMessage&);
  void send_binary(std::string_view bytes);
  void send_text(std::string_view text);

  /// The next message; nullopt once the connection has ended.
  std::optional<protocol::ServerMessage> read();

  /// The bytes of the next one, as they came; those of JSON are text.
  std::optional<std::string> read_bytes();

  /// Takes one byte of whatever comes, and makes no sense of it: nothing else can be read after that. False:
  /// the connection has ended.
  bool take_byte();

  /// Reads messages until one of this kind comes; nullopt once the connection has ended.
  template <class Kind>
  std::optional<Kind> read_until() {
    while (auto message = read())
      if (auto* kind = std::get_if<Kind>(&*message)) return *kind;
    return std::nullopt;
  }

  /// Reads until the presenter closes: its close code; 0 where the connection ended without one.
  std::uint16_t closed_with();

 private:
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

protocol::Hello hello(std::string client, session::Role role = session::Role::controller);

}  // namespace lectern::test
