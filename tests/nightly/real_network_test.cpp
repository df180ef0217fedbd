// The programs on two machines, with a bad cable between them for as long as it takes to see the worst of it.
#include "tests/support/real_network.h"

#include <poll.h>

namespace lectern {
namespace {

using test::RealNetwork;

TEST_F(RealNetwork, FortyPressesWithAThirdOfThePacketsLost) {
  test::Process watch(remote({"watch"}));
  EXPECT_NE(test::line_with(watch, "1 of 80"), "");
  machines->lose(30);
  press_and_check(40);
  EXPECT_GE(accepted, 10);
  const std::string now = std::to_string(number()) + " of 80";
  EXPECT_TRUE(test::line_with(watch, now).starts_with(now)) << watch.errors();
}

TEST_F(RealNetwork, ACableThatIsOutForASecondOrForAMinuteDoesNoHarm) {
  test::Process watch(remote({"watch"}));
  EXPECT_NE(test::line_with(watch, "1 of 80"), "");
  for (const int seconds : {1, 2, 4, 8, 15, 30, 60}) {
    machines->lose(100);
    test::Process pressed(remote({"next"}));
    poll(nullptr, 0, 1000 * seconds);
    EXPECT_EQ(presenter->remote({"next"}).exit_code, 0) << "the show goes on";
    machines->lose(0);
    const int code = pressed.wait();
    EXPECT_TRUE(code == 0 || code == 1 || code == 3 || code == 4) << pressed.errors();
    const std::string now = std::to_string(number()) + " of 80";
    EXPECT_TRUE(test::line_with(watch, now).starts_with(now)) << seconds << " s";
    press_and_check(1);
  }
}

}  // namespace
}  // namespace lectern
