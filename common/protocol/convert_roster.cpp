#include "common/protocol/convert.h"

namespace lectern::protocol {

v1::Role role_to_proto(session::Role role) {
  switch (role) {
    case session::Role::follower:
      return v1::ROLE_FOLLOWER;
    case session::Role::notes:
      return v1::ROLE_NOTES;
    case session::Role::timer:
      return v1::ROLE_TIMER;
    case session::Role::controller:
      return v1::ROLE_CONTROLLER;
    case session::Role::operator_:
      return v1::ROLE_OPERATOR;
  }
  return v1::ROLE_UNSPECIFIED;
}

std::optional<session::Role> role_from_proto(v1::Role role) {
  switch (role) {
    case v1::ROLE_FOLLOWER:
      return session::Role::follower;
    case v1::ROLE_NOTES:
      return session::Role::notes;
    case v1::ROLE_TIMER:
      return session::Role::timer;
    case v1::ROLE_CONTROLLER:
      return session::Role::controller;
    case v1::ROLE_OPERATOR:
      return session::Role::operator_;
    default:
      return std::nullopt;
  }
}

v1::Roster to_proto(const session::Roster& roster) {
  v1::Roster out;
  for (const session::RosterEntry& entry : roster.entries) {
    v1::RosterEntry& named = *out.add_entries();
    named.set_client(entry.who.client);
    named.set_name(entry.who.name);
    named.set_role(role_to_proto(entry.who.role));
    named.set_since_ms(to_wire_ms(entry.since));
    named.set_device(entry.who.device);
  }
  out.set_others(roster.others);
  return out;
}

std::optional<session::Roster> from_proto(const v1::Roster& in) {
  session::Roster roster{{}, in.others()};
  for (const v1::RosterEntry& entry : in.entries()) {
    const auto role = role_from_proto(entry.role());
    if (!role) return std::nullopt;
    const session::Sender who{entry.client(), entry.name(), *role, entry.device()};
    roster.entries.push_back({who, from_wire_ms(entry.since_ms())});
  }
  return roster;
}

}  // namespace lectern::protocol
