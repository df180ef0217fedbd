// The programs on two machines with a bad cable between them (nightly: for longer).
#include "tests/support/real_network.h"

namespace lectern {
namespace {

using test::RealNetwork;

TEST_F(RealNetwork, WithAThirdOfThePacketsLostAPressHappensOnceOrNotAtAll) {
  machines->lose(30);
  for (int i = 0; i < 30 && accepted < 2; ++i) press_and_check(1);
  EXPECT_EQ(accepted, 2);
}

TEST_F(RealNetwork, OnALineOf64KilobitPressesOnlyTakeLonger) {
  machines->narrow(64);
  press_and_check(3);
  EXPECT_EQ(accepted, 3);
}

TEST_F(RealNetwork, ACableThatIsOutIsNoticedAndOnceItIsBackWhatWasMissedIsShown) {
  // With its errors, which say when it is cut off.
  auto watch_command = remote({"watch"});
  std::string words;
  for (const std::string& word : watch_command) words += word + " ";
  test::Process watch({"sh", "-c", "exec " + words + "2>&1"});
  EXPECT_NE(test::line_with(watch, "1 of 80"), "");
  machines->lose(100);
  EXPECT_EQ(presenter->remote({"goto", "40"}).exit_code, 0) << "the show goes on";
  EXPECT_NE(test::line_with(watch, "trying again"), "");
  machines->lose(0);
  EXPECT_TRUE(test::line_with(watch, "40 of 80").starts_with("40 of 80"));
}

}  // namespace
}  // namespace lectern
