// One client's session from handshake to close: reads its messages, writes what it is told.
#pragma once

#include <boost/asio/awaitable.hpp>
#include <boost/asio/steady_timer.hpp>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "common/base/pace.h"
#include "common/protocol/limits.h"
#include "common/protocol/messages.h"
#include "common/trust/seal.h"
#include "common/trust/transcript.h"
#include "common/websocket/connection.h"
#include "presenter/server/context.h"

namespace lectern::server {

/// Lives for as long as it reads or writes; the hub only borrows it between join and leave.
class WebSocketSession final : public Client,
                               public Applicant,
                               public std::enable_shared_from_this<WebSocketSession> {
 public:
  using Deadline = std::chrono::steady_clock::time_point;

  /// `seat` is given up once the client has said who it is.
  WebSocketSession(std::shared_ptr<websocket::Connection>, protocol::Encoding, Peer, WaitingRoom::Seat seat,
                   Context&);

  /// Handshake, then messages until either side closes. The client must say who it is before `deadline`.
  boost::asio::awaitable<void> run(Deadline);

  const session::Sender& who() const override { return who_; }
  const Peer& peer() const override { return peer_; }
  void tell_state(Payload) override;
  void tell_presented(Payload) override;
  void tell_pointer(Payload) override;
  void tell_roster(Payload) override;
  void tell_recorded(Payload) override;
  void tell_pairing(Payload) override;
  /// Closes what is still open; run() ends by it.
  void close(protocol::CloseCode) override;

  void tell(const protocol::ServerMessage&) override;
  void turn_away(protocol::CloseCode why) override { close(why); }

 private:
  /// A device that has said which it is, and is to prove it.
  struct Claim {
    protocol::Hello hello;
    trust::Meeting meeting;
  };

  boost::asio::awaitable<void> read();
  void close_unless_identified_at(Deadline);

  std::optional<protocol::CloseCode> receive(std::string_view bytes);
  std::optional<protocol::CloseCode> take(const protocol::Hello&);
  std::optional<protocol::CloseCode> take(const session::Request&);
  std::optional<protocol::CloseCode> take(const protocol::DeckRequest&);
  std::optional<protocol::CloseCode> take(const protocol::Point&);
  std::optional<protocol::CloseCode> take(const protocol::ClockProbe&);
  std::optional<protocol::CloseCode> take(const protocol::Pair&);
  std::optional<protocol::CloseCode> take(const protocol::Prove&);
  std::optional<protocol::CloseCode> prove(const protocol::Prove&);
  std::optional<protocol::CloseCode> welcome(const protocol::Hello&, session::Sender,
                                             const std::optional<protocol::Proof>&);
  void point();

  std::optional<protocol::CloseCode> reply(const Payload&);
  websocket::Payload next_outgoing();
  websocket::Payload next_message();
  bool identified() const { return !who_.client.empty(); }

  const std::shared_ptr<websocket::Connection> connection_;
  const protocol::Encoding encoding_;
  const Peer peer_;
  Context& context_;
  WaitingRoom::Seat seat_;  ///< until Hello, and while closing

  std::unique_ptr<Claim> claim_;  ///< until it is proved
  bool is_pairing_ = false;       ///< it has said Pair, and has nothing more to say but its proof
  std::unique_ptr<boost::asio::steady_timer> hello_deadline_;  ///< while there is one
  std::optional<trust::Sealer> sealer_;                        ///< of a device over plain HTTP
  std::optional<trust::Opener> opener_;                        ///< likewise

  session::Sender who_;                      ///< no client until Hello
  std::vector<websocket::Payload> replies_;  ///< at most max_requests_in_flight
  std::size_t unsent_bytes_ = 0;             ///< in them
  Payload state_;                            ///< newest, where not sent yet
  Payload presented_;
  Payload pointer_;
  Payload roster_;
  std::optional<protocol::ClockReading> clock_;  ///< to be sent, with the time of that moment
  Payload recorded_;
  Payload pairing_;
  Pace<protocol::Point> points_{session::pointer_interval};
  std::unique_ptr<boost::asio::steady_timer> next_point_;  ///< of who points
  bool closing_ = false;
};

}  // namespace lectern::server
