// Which devices may come in, as the operator sees it: a signal, the newest of which counts. Who is let in is
// decided elsewhere, and the state of the show knows nothing of it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "common/base/ids.h"
#include "common/base/time.h"
#include "common/session/role.h"

namespace lectern::session {

/// While devices may ask.
struct PairingWindow {
  Instant closes{};
  std::string pin;  ///< eight digits, for who types it on a laptop
  /// What a QR code says, for each address of this machine that devices reach, the operator's choice first.
  /// Empty once it was used or is too old, or where no device of the room reaches this machine.
  std::vector<std::string> invitations;
  std::string advice;        ///< why nobody may have come yet, and what to try; empty: too soon to say
  bool is_on_stage = false;  ///< the first of them, while the holding slide before the start is up
  friend bool operator==(const PairingWindow&, const PairingWindow&) = default;
};

/// One that knows the PIN or the code, and waits for the operator.
struct AskingDevice {
  DeviceNumber number = 0;
  std::string name;
  std::string words;  ///< two, that its screen shows too
  friend bool operator==(const AskingDevice&, const AskingDevice&) = default;
};

struct PairedDevice {
  DeviceNumber number = 0;
  std::string name;
  Role role = Role::follower;
  bool is_pinned = false;  ///< stays when the session ends
  friend bool operator==(const PairedDevice&, const PairedDevice&) = default;
};

struct Pairing {
  std::optional<PairingWindow> window;  ///< nullopt: closed
  std::vector<AskingDevice> asking;
  std::vector<PairedDevice> devices;
  bool is_guessed = false;  ///< five wrong PINs have closed the last window
  std::string problem{};    ///< why devices are not kept as this says; empty: they are
  friend bool operator==(const Pairing&, const Pairing&) = default;
};

/// What the QR code on the stage says; empty: there is none.
inline std::string invitation_on_stage(const Pairing& pairing) {
  const bool is_there = pairing.window && pairing.window->is_on_stage && !pairing.window->invitations.empty();
  return is_there ? pairing.window->invitations.front() : std::string();
}

/// Whether such a client is told: PINs and codes are the operator's to show.
constexpr bool hears_of_pairing(Role role) {
  return role == Role::operator_;
}

}  // namespace lectern::session
