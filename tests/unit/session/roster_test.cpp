#include "common/session/roster.h"

#include <gtest/gtest.h>

namespace lectern::session {
namespace {

const RosterEntry lisas_entry{{"l", "Lisa", Role::controller}, Instant(Duration(100))};
const RosterEntry consoles_entry{{"c", "The console", Role::operator_}, Instant(Duration(200))};
const RosterEntry clerks_entry{{"t", "The clerk", Role::timer}, Instant(Duration(300))};
const RosterEntry gallerys_entry{{"g", "The gallery", Role::follower}, Instant(Duration(400))};
const Roster everybody{{lisas_entry, consoles_entry, clerks_entry, gallerys_entry}, 0};

std::string told(Role role) {
  const Roster roster = project(everybody, role);
  std::string text;
  for (const RosterEntry& entry : roster.entries)
    text += entry.who.client + ":" + entry.who.name + (entry.since == Instant{} ? "" : "!") + " ";
  return text + "+" + std::to_string(roster.others);
}

TEST(Roster, IsWholeForTheOperator) {
  EXPECT_EQ(project(everybody, Role::operator_), everybody);
}

TEST(Roster, NamesAControllerWhomTheyCanHandOverTo) {
  EXPECT_EQ(told(Role::controller), "l:Lisa c:The console +2");
}

TEST(Roster, TellsOthersNoClientIds) {
  EXPECT_EQ(told(Role::timer), ":Lisa :The console +2");
  EXPECT_EQ(told(Role::notes), ":Lisa :The console +2");
}

TEST(Roster, TellsAFollowerNobody) {
  EXPECT_FALSE(hears_of_roster(Role::follower));
  EXPECT_EQ(told(Role::follower), "+4");
}

TEST(Roster, FindsWhoIsConnected) {
  EXPECT_EQ(find(everybody, "t"), &everybody.entries[2].who);
  EXPECT_EQ(find(everybody, "x"), nullptr);
}

}  // namespace
}  // namespace lectern::session
