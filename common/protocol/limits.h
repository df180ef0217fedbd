// The numbers that both sides of a connection keep to. docs/protocol.md lists them for writers of other
// clients.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace lectern::protocol {

inline constexpr std::uint32_t version = 1;
inline constexpr std::string_view subprotocol = "lectern.v1.protobuf";
inline constexpr std::string_view json_subprotocol = "lectern.v1.json";
inline constexpr std::string_view websocket_path = "/v1/session";
inline constexpr std::string_view loopback = "127.0.0.1";
inline constexpr std::string_view command_path = "/v1/command";
inline constexpr std::string_view picture_path = "/v1/picture/";
inline constexpr std::uint16_t default_port = 7070;

/// How a connection's messages are written: the sub-protocol says it.
enum class Encoding { protobuf, json };
constexpr std::string_view subprotocol_of(Encoding encoding) {
  return encoding == Encoding::json ? json_subprotocol : subprotocol;
}

inline constexpr std::size_t max_tls_hello_bytes = 4096;  ///< all that a client says in a TLS handshake
inline constexpr std::size_t max_http_header_bytes = 4096;
inline constexpr std::size_t max_hello_bytes = 1024;           ///< the first message of a client
inline constexpr std::size_t max_client_message_bytes = 4096;  ///< every later one
inline constexpr std::size_t max_posted_bytes = 4096;          ///< the body of a command by HTTP
inline constexpr std::size_t max_idempotency_key_bytes = 128;
inline constexpr std::size_t max_server_message_bytes = 1 << 20;
inline constexpr std::size_t max_notes_bytes = 64 * 1024;  ///< of one slide; longer notes are cut, and say so
inline constexpr std::size_t max_requests_in_flight = 64;  ///< unanswered commands and requests of one client
inline constexpr std::size_t max_unsent_bytes = 256 * 1024;  ///< of replies; who asks for more is too slow
inline constexpr std::size_t max_srp_key_bytes = 384;        ///< of a 3072-bit group
inline constexpr std::size_t max_client_id_bytes = 64;
inline constexpr std::size_t max_client_name_bytes = 64;

inline constexpr std::size_t max_connections = 5184;  ///< identified ones
inline constexpr std::size_t max_followers = 5120;    ///< of them; the other places are for who may do more
inline constexpr std::size_t max_followers_of_one_network = max_followers / 2;
inline constexpr std::size_t max_unidentified_connections = 256;  ///< an old one goes when another comes
/// Whose pictures are drawn or sent, which a whole audience may want at once; an old one goes.
inline constexpr std::size_t max_viewers = max_followers;

inline constexpr std::chrono::seconds hello_timeout{
    5};  ///< from accept to Hello, HTTP and handshake included
inline constexpr std::chrono::seconds idle_timeout{
    8};  ///< silence after which a peer is gone; pings go out at half of it
inline constexpr std::chrono::seconds write_timeout{10};   ///< for a peer to take one message
inline constexpr std::chrono::seconds connect_timeout{4};  ///< client: TCP, handshake and Welcome, each
inline constexpr std::chrono::seconds prove_timeout{10};   ///< from Challenge to Prove
inline constexpr std::chrono::seconds page_timeout{30};    ///< to draw a picture, and for a peer to take it
inline constexpr std::chrono::seconds keep_alive_timeout{15};  ///< for the next request of a connection
inline constexpr std::chrono::seconds close_timeout{2};        ///< for the closing handshake

/// Why the presenter closed a connection: RFC 6455 §7.4, application codes from 4000.
enum class CloseCode : std::uint16_t {
  going_away = 1001,       ///< the presenter ends
  message_too_big = 1009,  ///< over the limit for its stage of the connection
  malformed = 4000,        ///< not a message of this protocol
  version_unsupported = 4001,
  hello_expected = 4002,      ///< another message came first, Hello came twice, or none came in time
  displaced = 4003,           ///< by its client's newer connection, or the oldest of too many without a Hello
  too_many_requests = 4004,   ///< more than max_requests_in_flight unanswered
  full = 4005,                ///< max_connections clients are connected
  not_paired = 4006,          ///< a device that is not known here, or not any more, or did not prove itself
  too_slow = 4010,            ///< nothing was taken for write_timeout, or max_unsent_bytes wait
  pairing_closed = 4020,      ///< no window is open, or the code was used or is too old
  pairing_wrong = 4021,       ///< not the PIN, or not the token
  pairing_busy = 4022,        ///< too many devices ask at once
  pairing_declined = 4023,    ///< by the operator
  pairing_unanswered = 4024,  ///< the operator did not answer for three minutes
};

/// In words, for close frames and logs.
std::string_view describe(CloseCode);

}  // namespace lectern::protocol
