#include "common/session/roster.h"

#include <algorithm>

namespace lectern::session {

const Sender* find(const Roster& roster, const ClientId& client) {
  const auto is_meant = [&](const RosterEntry& entry) { return entry.who.client == client; };
  const auto found = std::ranges::find_if(roster.entries, is_meant);
  return found == roster.entries.end() ? nullptr : &found->who;
}

bool hears_of_roster(Role role) {
  return role >= Role::notes;
}

Roster project(const Roster& roster, Role role) {
  if (role == Role::operator_) return roster;
  Roster view{{}, roster.others};
  for (const RosterEntry& entry : roster.entries) {
    if (!hears_of_roster(role) || !may_control(entry.who.role)) {
      ++view.others;
      continue;
    }
    RosterEntry& named = view.entries.emplace_back(entry);
    named.since = {};
    if (!may_control(role)) {
      named.who.client.clear();
      named.who.device = 0;
    }
  }
  return view;
}

}  // namespace lectern::session
