// What somebody wants. Only reduce() decides whether it happens.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "common/session/sender.h"
#include "common/session/state.h"

namespace lectern::session {

enum class Direction { next, previous };

/// One press. It names where it starts from, so the same press arriving twice moves once.
struct Step {
  Direction direction = Direction::next;
  DeckHash deck;
  Position from;
  friend bool operator==(const Step&, const Step&) = default;
};

/// A jump: the slide comes up with none of its steps revealed. It also ends black and takes the holding slide
/// away: who names a slide wants to see it.
struct GoTo {
  deck::Address slide;
  friend bool operator==(const GoTo&, const GoTo&) = default;
};

enum class End { first, last };

struct GoToEnd {
  End end = End::first;
  friend bool operator==(const GoToEnd&, const GoToEnd&) = default;
};

/// A jump to where the show was before the last one, and so, twice, to where it was before going back.
/// Nothing where nobody has jumped yet.
struct GoBack {
  friend bool operator==(const GoBack&, const GoBack&) = default;
};

/// Says the outcome, not "toggle": arriving twice does no harm.
struct SetBlack {
  bool black = true;
  friend bool operator==(const SetBlack&, const SetBlack&) = default;
};

/// Frozen, the stage keeps the slide that is up while the show moves on; black and the timer go on as ever.
struct SetFrozen {
  bool frozen = true;
  friend bool operator==(const SetFrozen&, const SetFrozen&) = default;
};

/// Puts the holding slide up for a pause, seen even where the stage was black; or takes it away, whatever it
/// was up for. The place behind it stays.
struct SetHolding {
  bool holding = true;
  friend bool operator==(const SetHolding&, const SetHolding&) = default;
};

/// Starts (or starts again) from the whole limit.
struct StartTimer {
  Duration limit{};
  friend bool operator==(const StartTimer&, const StartTimer&) = default;
};
struct PauseTimer {
  friend bool operator==(const PauseTimer&, const PauseTimer&) = default;
};
struct ResumeTimer {
  friend bool operator==(const ResumeTimer&, const ResumeTimer&) = default;
};
/// Off, whatever it was.
struct ResetTimer {
  friend bool operator==(const ResetTimer&, const ResetTimer&) = default;
};
/// Changes the limit of a timer that is on; negative takes time away.
struct AddTime {
  Duration delta{};
  friend bool operator==(const AddTime&, const AddTime&) = default;
};

/// Shows the edit that waits. It names which, so that nobody shows what they have not been told of.
struct TakeEdit {
  DeckHash deck;
  friend bool operator==(const TakeEdit&, const TakeEdit&) = default;
};

/// Shows another of the session's decks, where it was left, by its number, from 1. It also ends black. A
/// frozen stage keeps what it had.
struct OpenDeck {
  std::uint32_t number = 1;
  friend bool operator==(const OpenDeck&, const OpenDeck&) = default;
};

/// Asks the display machine, not the show, whose state knows nothing of displays: the stage goes to the next
/// one, where there is one.
struct MoveStage {
  friend bool operator==(const MoveStage&, const MoveStage&) = default;
};

/// Whoever sends it drives from now on.
struct TakeOver {
  friend bool operator==(const TakeOver&, const TakeOver&) = default;
};

/// Somebody else drives from now on. A client names them by their client id; the engine knows the rest.
struct HandOver {
  Sender to;
  friend bool operator==(const HandOver&, const HandOver&) = default;
};

/// Locked, only who drives may move the show, and the operator; of the driver's own, where nobody drives yet.
struct SetLock {
  bool locked = true;
  friend bool operator==(const SetLock&, const SetLock&) = default;
};

/// Opens the audience's own page, or closes it.
struct SetFollowing {
  Following following;
  friend bool operator==(const SetFollowing&, const SetFollowing&) = default;
};

// Of the devices that may come in. A device's number is what pairing.h calls it by.

/// For three minutes devices may ask to come in.
struct OpenPairing {
  bool is_on_stage = false;  ///< the code, for as long as the holding slide before the start is up
  std::string address;       ///< that it leads to: HOST or HOST:PORT; empty, or none of ours: the first
  friend bool operator==(const OpenPairing&, const OpenPairing&) = default;
};
/// Who still asks is turned away.
struct ClosePairing {
  friend bool operator==(const ClosePairing&, const ClosePairing&) = default;
};
struct AcceptDevice {
  DeviceNumber number = 0;
  Role role = Role::follower;
  friend bool operator==(const AcceptDevice&, const AcceptDevice&) = default;
};
struct DeclineDevice {
  DeviceNumber number = 0;
  friend bool operator==(const DeclineDevice&, const DeclineDevice&) = default;
};
/// It is out at once, and stays out.
struct RevokeDevice {
  DeviceNumber number = 0;
  friend bool operator==(const RevokeDevice&, const RevokeDevice&) = default;
};
struct RenameDevice {
  DeviceNumber number = 0;
  std::string name;
  friend bool operator==(const RenameDevice&, const RenameDevice&) = default;
};
/// A pinned one stays paired when the session ends.
struct PinDevice {
  DeviceNumber number = 0;
  bool is_pinned = true;
  friend bool operator==(const PinDevice&, const PinDevice&) = default;
};
using PairingCommand = std::variant<OpenPairing, ClosePairing, AcceptDevice, DeclineDevice, RevokeDevice,
                                    RenameDevice, PinDevice>;

enum class PairingTrouble { no_such_device, too_many_devices };

/// Asks who lets devices in, not the show, whose state knows nothing of them. Why it cannot be, the engine
/// knows; a client says nothing of that.
struct ManagePairing {
  PairingCommand what;
  std::optional<PairingTrouble> trouble{};
  friend bool operator==(const ManagePairing&, const ManagePairing&) = default;
};

using Command = std::variant<Step, GoTo, GoToEnd, GoBack, SetBlack, SetFrozen, StartTimer, PauseTimer,
                             ResumeTimer, ResetTimer, AddTime, TakeEdit, SetHolding, OpenDeck, MoveStage,
                             TakeOver, HandOver, SetLock, SetFollowing, ManagePairing>;

}  // namespace lectern::session
