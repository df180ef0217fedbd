#include "presenter/stage/monitors.h"

#include <gtest/gtest.h>

namespace lectern::stage {
namespace {

/// Connectors and devices; the first is the primary one, and each lies to the right of the one before.
Monitors plugged_in(const std::vector<MonitorName>& names) {
  Monitors all;
  for (const MonitorName& name : names)
    all.push_back({name, {1000 * static_cast<int>(all.size()), 0, {1000, 600}}, all.empty(), {}});
  return all;
}

const MonitorName laptop{"eDP-1", "1a"}, beamer{"HDMI-1", "2b"}, other{"DP-2", "3c"};

Options full_screen() {
  return {};
}
Options in_a_window() {
  Options options;
  options.output = Output::windowed;
  return options;
}

std::string connector(const auto& monitor) {
  return monitor ? monitor->name.connector : "nowhere";
}

TEST(FirstMonitor, IsNotThePrimaryOne) {
  EXPECT_EQ(connector(first_monitor(plugged_in({laptop, beamer, other}), full_screen(), {})), "HDMI-1");
  EXPECT_EQ(connector(first_monitor(plugged_in({laptop}), full_screen(), {})), "eDP-1");
}

TEST(FirstMonitor, OfAWindowIsTheOperators) {
  EXPECT_EQ(connector(first_monitor(plugged_in({laptop, beamer}), in_a_window(), beamer)), "eDP-1");
}

TEST(FirstMonitor, IsTheOneOfLastTime) {
  EXPECT_EQ(connector(first_monitor(plugged_in({laptop, beamer, other}), full_screen(), other)), "DP-2");
  EXPECT_EQ(connector(first_monitor(plugged_in({laptop, beamer}), full_screen(), laptop)), "eDP-1");
}

TEST(FirstMonitor, FindsTheDeviceOfLastTimeOnAnotherConnector) {
  const MonitorName moved{"DP-2", beamer.device};
  EXPECT_EQ(connector(first_monitor(plugged_in({laptop, {"HDMI-1", "9f"}, moved}), full_screen(), beamer)),
            "DP-2");
}

TEST(FirstMonitor, FindsAnotherDeviceOnTheConnectorOfLastTime) {
  EXPECT_EQ(connector(first_monitor(plugged_in({laptop, beamer, {"DP-2", "9f"}}), full_screen(), other)),
            "DP-2");
}

TEST(FirstMonitor, IsNotSomebodysScreenBecauseOfItsConnector) {
  const Monitors desk = plugged_in({{"HDMI-1", "9f"}, other});
  EXPECT_EQ(connector(first_monitor(desk, full_screen(), beamer)), "DP-2");
}

TEST(FirstMonitor, IsTheOneAskedFor) {
  Options asked;
  asked.display = 0;
  EXPECT_EQ(connector(first_monitor(plugged_in({laptop, beamer}), asked, beamer)), "eDP-1");
  asked.display = 2;
  const auto missing = first_monitor(plugged_in({laptop, beamer}), asked, beamer);
  ASSERT_FALSE(missing);
  EXPECT_EQ(missing.error().remedy, "choose one from 0 to 1 with --display");
}

TEST(FirstMonitor, IsNoneWhereAllAreSwitchedOff) {
  EXPECT_FALSE(first_monitor({}, full_screen(), beamer));
}

TEST(SameMonitor, IsWhereItWasPluggedInWhateverIsPluggedInThereNow) {
  const Monitors switched = plugged_in({laptop, {"HDMI-1", "9f"}});
  EXPECT_EQ(connector(same_monitor(switched, beamer, Company::others)), "HDMI-1");
  EXPECT_EQ(connector(same_monitor(plugged_in({{"HDMI-1", "9f"}}), beamer, Company::none)), "HDMI-1");
}

TEST(SameMonitor, IsTheDeviceElsewhere) {
  const Monitors moved = plugged_in({laptop, other, {"HDMI-2", beamer.device}});
  EXPECT_EQ(connector(same_monitor(moved, beamer, Company::others)), "HDMI-2");
}

TEST(SameMonitor, IsNeverTheOperatorsOwnScreen) {
  EXPECT_FALSE(same_monitor(plugged_in({laptop}), beamer, Company::others));
  EXPECT_FALSE(same_monitor(plugged_in({laptop, other}), beamer, Company::others));
  EXPECT_FALSE(same_monitor(plugged_in({{"DP-2", beamer.device}}), beamer, Company::others))
      << "a twin of the audience's";
}

TEST(SameMonitor, IsTheOnlyOneWhereThereWasOnlyOne) {
  EXPECT_EQ(connector(same_monitor(plugged_in({other}), beamer, Company::none)), "DP-2");
  EXPECT_FALSE(same_monitor(plugged_in({laptop, other}), beamer, Company::none));
  EXPECT_FALSE(same_monitor({}, beamer, Company::none));
}

TEST(SameMonitor, DoesNotTakeTwoThatSayNothingForOne) {
  EXPECT_FALSE(same_monitor(plugged_in({laptop, {"DP-2", ""}}), {"HDMI-1", ""}, Company::others));
}

TEST(NextMonitor, GoesRound) {
  const Monitors all = plugged_in({laptop, beamer, other});
  EXPECT_EQ(connector(next_monitor(all, laptop)), "HDMI-1");
  EXPECT_EQ(connector(next_monitor(all, beamer)), "DP-2");
  EXPECT_EQ(connector(next_monitor(all, other)), "eDP-1");
}

TEST(NextMonitor, IsNoneWhereThereIsOne) {
  EXPECT_FALSE(next_monitor(plugged_in({laptop}), laptop));
  EXPECT_FALSE(next_monitor({}, laptop));
}

TEST(NextMonitor, OfOneThatIsGoneIsTheAudiencesOrTheOnlyOne) {
  EXPECT_EQ(connector(next_monitor(plugged_in({laptop, other}), beamer)), "DP-2");
  EXPECT_EQ(connector(next_monitor(plugged_in({laptop}), beamer)), "eDP-1");
}

TEST(MonitorUnder, IsWhereTheMiddleOfTheWindowIs) {
  const Monitors all = plugged_in({laptop, beamer});
  EXPECT_EQ(connector(monitor_under(all, {700, 100, {400, 300}})), "eDP-1");
  EXPECT_EQ(connector(monitor_under(all, {900, 100, {400, 300}})), "HDMI-1");
  EXPECT_FALSE(monitor_under(all, {5000, 100, {400, 300}}));
}

}  // namespace
}  // namespace lectern::stage
