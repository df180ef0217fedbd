// Who is connected. A signal: the newest counts; it has no revision, and nobody remembers it.
#pragma once

#include <cstdint>
#include <vector>

#include "common/base/time.h"
#include "common/session/sender.h"

namespace lectern::session {

struct RosterEntry {
  Sender who;
  Instant since{};  ///< on the presenter's clock
  friend bool operator==(const RosterEntry&, const RosterEntry&) = default;
};

struct Roster {
  std::vector<RosterEntry> entries;  ///< in the order of their coming
  std::uint32_t others = 0;          ///< connected too, and not named
  friend bool operator==(const Roster&, const Roster&) = default;
};

/// nullptr: they are not connected.
const Sender* find(const Roster&, const ClientId&);

/// Whether such a client is told who is connected. To a follower everybody but the driver is nobody.
bool hears_of_roster(Role);

/// The roster as `role` gets it: the operator all of it; others the names of those who may control the show,
/// and how many more there are; a controller also by which client id to hand over to them.
Roster project(const Roster&, Role);

}  // namespace lectern::session
