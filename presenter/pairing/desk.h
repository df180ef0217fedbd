// Who may come in: the window in which devices may ask, those that ask, and those that were let in. Pure:
// what happened goes in, what is to be done comes out; nobody here reads a clock or draws a random number.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "common/base/time.h"
#include "common/session/command.h"
#include "common/trust/bytes.h"
#include "presenter/pairing/device.h"

namespace lectern::pairing {

inline constexpr Duration window_time =
    std::chrono::minutes(3);  ///< and as long a device waits for the operator
inline constexpr Duration token_time = std::chrono::minutes(2);
inline constexpr Duration advice_time = std::chrono::seconds(15);
inline constexpr int max_failures = 5;
inline constexpr std::size_t max_asking = 8;
inline constexpr std::size_t max_devices = 64;

/// Names a connection on which somebody pairs.
using ConnectionId = std::uint64_t;

/// What a QR code lets in.
struct Invitation {
  trust::Token token{};
  Instant shown{};
  bool anybody_came = false;
  session::OpenPairing asked{};  ///< where it is shown, and what it leads to
  friend bool operator==(const Invitation&, const Invitation&) = default;
};

struct Window {
  std::uint32_t number = 0;  ///< of all windows: what was proved of an earlier one's PIN is worth nothing
  Instant closes{};
  std::string pin;
  int failures = 0;
  std::optional<Invitation> invitation;  ///< until it was used or is over
  bool is_unanswered = false;            ///< nobody came for so long that the operator should hear why
  friend bool operator==(const Window&, const Window&) = default;
};

/// A device that knows the PIN or the token, and waits for the operator.
struct Asking {
  DeviceNumber number = 0;
  ConnectionId connection = 0;
  std::string name;
  std::string words;  ///< that its screen shows too
  trust::Key key{};
  Instant since{};
  friend bool operator==(const Asking&, const Asking&) = default;
};

struct Desk {
  std::optional<Window> window;
  std::vector<Asking> asking;  ///< by arrival, as are the devices
  std::vector<Device> devices;
  std::uint32_t window_count = 0;
  bool is_guessed = false;  ///< too many wrong PINs have closed the last window
  DeviceNumber last_number = 0;
  friend bool operator==(const Desk&, const Desk&) = default;
};

/// With the devices that there are from before; `last_number` is the greatest that was ever given to one.
Desk desk_with(std::vector<Device>, DeviceNumber last_number = 0);

const Device* find(const Desk&, DeviceNumber);

// What happened.

/// The operator opens the window, or a new one instead of the one that is open.
struct Open {
  std::string pin;
  trust::Token token{};
  session::OpenPairing asked{};
};
struct Close {};  ///< who asks is turned away
struct Look {};   ///< time has passed
struct Came {};   ///< somebody has connected from another machine
/// A device has shown that it knows the PIN of a window, or the token.
struct Proved {
  ConnectionId connection = 0;
  enum class By { pin, token } by = By::pin;
  std::uint32_t window = 0;
  std::string name;
  std::string words;
  trust::Key key{};
};
/// It has shown that it does not know the PIN.
struct Failed {
  ConnectionId connection = 0;
  std::uint32_t window = 0;
};
struct Left {
  ConnectionId connection = 0;
};
struct Accept {
  DeviceNumber number = 0;
  session::Role role = session::Role::follower;
  std::int64_t now_s = 0;  ///< of the wall clock
};
struct Decline {
  DeviceNumber number = 0;
};
struct Revoke {
  DeviceNumber number = 0;
};
struct Rename {
  DeviceNumber number = 0;
  std::string name;
};
struct Pin {
  DeviceNumber number = 0;
  bool is_pinned = true;
};
/// The session is over: only pinned devices stay.
struct End {};

using Event =
    std::variant<Open, Close, Look, Came, Proved, Failed, Left, Accept, Decline, Revoke, Rename, Pin, End>;

// What is to be done.

enum class Refusal {
  closed,    ///< no window is open, or not the one any more that this was for
  wrong,     ///< not the PIN
  busy,      ///< too many ask already
  declined,  ///< the operator said no
  unanswered,
};

/// Tell the device that it waits for the operator now.
struct Confirm {
  ConnectionId connection = 0;
  friend bool operator==(const Confirm&, const Confirm&) = default;
};
struct Admit {
  ConnectionId connection = 0;
  DeviceNumber number = 0;
  session::Role role = session::Role::follower;
  friend bool operator==(const Admit&, const Admit&) = default;
};
struct Refuse {
  ConnectionId connection = 0;
  Refusal why = Refusal::closed;
  friend bool operator==(const Refuse&, const Refuse&) = default;
};
/// End the connections of a device.
struct Expel {
  DeviceNumber number = 0;
  friend bool operator==(const Expel&, const Expel&) = default;
};
/// The devices have changed: write them down.
struct Keep {
  friend bool operator==(const Keep&, const Keep&) = default;
};
/// What the operator sees has changed.
struct Tell {
  friend bool operator==(const Tell&, const Tell&) = default;
};

using Effect = std::variant<Confirm, Admit, Refuse, Expel, Keep, Tell>;

/// What cannot be, because of what the desk holds, happens without an effect.
std::vector<Effect> step(Desk&, const Event&, Instant now);

/// Why that cannot be now; nullopt: it can.
std::optional<session::PairingTrouble> objection(const Desk&, const session::PairingCommand&);

/// When a Look is due; nullopt: nothing waits for time to pass.
std::optional<Instant> next_look(const Desk&);

/// Why nobody may have come, and what to try.
std::string advice();

}  // namespace lectern::pairing
