// The desk at work: what devices say before they are let in, the arithmetic of PINs on a thread of its own,
// what is due in time, and the file of those who were let in.
#pragma once

#include <boost/asio/io_context.hpp>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "common/base/fingerprint.h"
#include "common/protocol/limits.h"
#include "common/protocol/messages.h"
#include "common/trust/bytes.h"
#include "presenter/engine/doorkeeper.h"
#include "presenter/engine/engine.h"
#include "presenter/pairing/devices_file.h"
#include "presenter/server/peer.h"

namespace lectern::server {

/// A connection on which a device asks to be let in.
class Applicant {
 public:
  virtual ~Applicant() = default;
  virtual const Peer& peer() const = 0;
  virtual void tell(const protocol::ServerMessage&) = 0;
  virtual void turn_away(protocol::CloseCode) = 0;  ///< it has left by then
};

/// What the desk is told of the presenter that it stands in.
struct DeskPlace {
  std::filesystem::path file;  ///< where devices are kept; empty: nowhere
  pairing::Kept kept;          ///< those that are let in already
  Fingerprint certificate{};
  /// What a QR code with this token says, for each address that devices reach, the chosen one first.
  std::function<std::vector<std::string>(const trust::Token&, std::string_view chosen)> invitations;
  /// Ends the connections of a device.
  std::function<void(DeviceNumber)> expel;
};

/// Lives on the engine thread and outlives the engine's last call.
class PairingDesk final : public engine::Doorkeeper {
 public:
  PairingDesk(boost::asio::io_context&, engine::Engine&, DeskPlace);
  ~PairingDesk() override;

  /// The applicant is told what comes of it, and borrowed until leave().
  void begin(Applicant&, const protocol::Pair&);
  void prove(Applicant&, const protocol::Prove&);
  void leave(Applicant&);

  /// nullptr: none of that number is paired.
  const pairing::Device* find(DeviceNumber) const;

  /// Somebody has connected from another machine.
  void somebody_came();

  /// The session is over, and with it what was meant for it alone.
  void end_session();
  /// Whoever is on their way in is turned away: the io_context need not wait for the desk any more.
  void stop();

  std::optional<session::PairingTrouble> objection(const session::PairingCommand&) const override;
  void carry_out(const session::PairingCommand&) override;

 private:
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

}  // namespace lectern::server
