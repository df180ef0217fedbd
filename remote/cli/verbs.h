// What lectern-remote can be asked to do: one verb a call.
#pragma once

#include <optional>
#include <string>
#include <variant>

#include "common/client/client.h"
#include "common/session/command.h"

namespace lectern::cli {

/// What the program ends with.
enum ExitCode : int {
  done = 0,         ///< and, for a command, the display shows it, or is frozen
  refused = 1,      ///< the presenter said no, and why
  unusable = 2,     ///< the command line
  unreachable = 3,  ///< no presenter there, or none to be found
  unconfirmed =
      4,  ///< it may have happened or not: the connection broke, or the display has not shown it yet
};

/// Of the network, whoever can be found there.
struct ListPresenters {};
struct ShowStatus {};
struct ShowOutline {};
struct ShowNotes {};
struct ShowDecks {};
struct ShowRoster {};
struct Watch {};
/// Of the deck, the one that waits.
struct ShowEdit {};
struct Press {
  client::Press what;
};
/// A slide by its number, which only the outline can turn into an address.
struct GoToNumber {
  std::size_t number = 1;
};
/// The only slide with these words in its title.
struct GoToWords {
  std::string words;
};

/// To the only one who is connected by this name, or by the beginnings of its words, and may drive.
struct HandOverTo {
  std::string name;
};

/// Black on or off; nullopt: the other of what it is.
struct Black {
  std::optional<bool> on;
};

/// The stage frozen or not; nullopt: the other of what it is.
struct Freeze {
  std::optional<bool> on;
};

/// The holding slide up or not; nullopt: the other of what it is.
struct Hold {
  std::optional<bool> on;
};

/// Points at the stage, or, with none, no longer.
struct PointAt {
  session::Pointer pointer;
};

/// Lets devices ask for a while, and says who does, until the window is closed and nobody asks any more.
struct OpenPairing {
  session::OpenPairing how;
};
struct ShowPairing {};
struct ManagePairing {
  session::PairingCommand what;
};
/// Asks to be let in; the secret comes by standard input, for a command line is seen by others.
struct Pair {};

using Verb = std::variant<ShowStatus, ShowOutline, ShowNotes, Watch, Press, GoToNumber, Black, Freeze, Hold,
                          ShowEdit, ShowDecks, PointAt, GoToWords, ListPresenters, ShowRoster, HandOverTo,
                          OpenPairing, ShowPairing, ManagePairing, Pair>;

enum class Format { text, json };

struct Call {
  client::Options presenter;
  Verb verb;
  Format format = Format::text;
};

/// Connects, does it, says what came of it on standard output (troubles on standard error), and gives the
/// exit code.
int run(const Call&);

}  // namespace lectern::cli
