// The presenter on a machine with two displays: the operator's, and beside it the audience's.
#include <gtest/gtest.h>
#include <signal.h>

#include <algorithm>
#include <fstream>
#include <optional>

#include "tests/support/folder.h"
#include "tests/support/presenter.h"
#include "tests/support/rendered.h"
#include "tests/support/x_program.h"
#include "tests/support/x_screen.h"
#include "tests/support/xorg_dummy.h"

namespace lectern {
namespace {

enum class Manager { none, openbox };

Pixmap black(PixelSize size) {
  Pixmap pixmap(size);
  std::ranges::fill(pixmap.pixels, 0xff000000u);
  return pixmap;
}

class Displays : public testing::TestWithParam<Manager> {
 protected:
  void SetUp() override {
    if (!xorg.why_not().empty()) GTEST_SKIP() << xorg.why_not();
    xorg.plug_in("1024x768");
    screen.emplace(xorg.display());
    if (GetParam() == Manager::openbox) {
      manager.emplace(std::vector<std::string>{"openbox", "--sm-disable"}, xorg.environment());
      ASSERT_TRUE(screen->has_a_manager());
    }
  }

  void start(const std::vector<std::string>& options = {}) {
    presenter.reset();
    auto environment = xorg.environment();
    environment.push_back("XDG_STATE_HOME=" + folder.path().string());
    presenter.emplace(deck, options, environment);
    presenter->remote({"status"});  // waits until something is shown
  }

  void end() {
    presenter->process().send_signal(SIGTERM);
    EXPECT_EQ(presenter->process().wait(), 0);
  }

  std::string remembered() {
    std::ifstream file(folder.path() / "lectern" / "display");
    std::string connector;
    std::getline(file, connector);
    return connector;
  }

  bool audience_sees(const std::string& slide, PixelSize size = {1024, 768}) {
    return screen->shows(test::rendered(deck, slide, size), 800, 0);
  }
  bool operator_sees(const std::string& slide) {
    return screen->shows(test::rendered(deck, slide, {800, 600}));
  }

  test::Folder folder;
  std::string deck = folder.write("slides.md", test::plain_deck(4));
  test::XorgDummy xorg;
  std::optional<test::XScreen> screen;
  std::optional<test::Process> manager;
  std::optional<test::Presenter> presenter;
};

INSTANTIATE_TEST_SUITE_P(With, Displays, testing::Values(Manager::none, Manager::openbox),
                         [](const auto& with) {
                           return with.param == Manager::none ? "NoWindowManager" : "AWindowManager";
                         });

TEST_P(Displays, TheShowBeginsOnTheAudiences) {
  const Pixmap operators = screen->pixels(0, 0, {800, 600});
  start();
  EXPECT_TRUE(audience_sees("1"));
  EXPECT_EQ(screen->pixels(0, 0, {800, 600}).pixels, operators.pixels);
}

TEST_P(Displays, TheOverviewIsTheOperatorsAlone) {
  const Pixmap desktop = screen->pixels(0, 0, {800, 600});
  start();
  screen->press("o");
  while (screen->pixels(0, 0, {800, 600}).pixels == desktop.pixels) continue;
  EXPECT_TRUE(audience_sees("1"));
  screen->press("3");
  screen->press("Return");
  EXPECT_TRUE(audience_sees("3"));
  EXPECT_TRUE(screen->shows(desktop)) << "it is closed";
}

TEST_P(Displays, TheOverviewMakesRoomForAShowThatARemoteMoves) {
  const Pixmap desktop = screen->pixels(0, 0, {800, 600});
  start();
  screen->press("o");
  while (screen->pixels(0, 0, {800, 600}).pixels == desktop.pixels) continue;
  presenter->remote({"display"});
  EXPECT_TRUE(operator_sees("1"));
  screen->press("n");  // in the overview the beginning of a word
  EXPECT_TRUE(operator_sees("2"));
}

TEST_P(Displays, ControlDMovesItAndTheNextStartFindsItThere) {
  start();
  screen->press("d", {"Control_L"});
  EXPECT_TRUE(operator_sees("1"));
  end();
  EXPECT_EQ(remembered(), "DUMMY0");

  start();
  EXPECT_TRUE(operator_sees("1"));
  screen->press("d", {"Control_L"});
  EXPECT_TRUE(audience_sees("1"));
  end();
  EXPECT_EQ(remembered(), "DUMMY1");
}

TEST_P(Displays, TheNextStartFindsItOnAnotherConnector) {
  screen->connect_device("DUMMY1", "the chamber's projector");
  start();
  screen->press("d", {"Control_L"});
  EXPECT_TRUE(operator_sees("1"));
  screen->press("d", {"Control_L"});
  EXPECT_TRUE(audience_sees("1"));
  end();

  xorg.plug_in("640x480", "DUMMY2", "DUMMY1");
  screen->connect_device("DUMMY1", "a screen beside the door");
  screen->connect_device("DUMMY2", "the chamber's projector");
  start();
  EXPECT_TRUE(screen->shows(test::rendered(deck, "1", {640, 480}), 800 + 1024, 0));
}

TEST_P(Displays, TheOneNamedForARunIsNotRemembered) {
  start({"--display", "0"});
  EXPECT_TRUE(operator_sees("1"));
  screen->press("d", {"Control_L"});
  EXPECT_TRUE(audience_sees("1"));
  end();
  EXPECT_EQ(remembered(), "");
}

TEST_P(Displays, OneThatIsUnpluggedGetsItsSlideBack) {
  start();
  presenter->remote({"goto", "2"});
  EXPECT_TRUE(audience_sees("2"));
  xorg.unplug();
  EXPECT_TRUE(screen->has_a_window(false)) << "the operator's display shows the show";
  xorg.plug_in("1024x768");
  EXPECT_TRUE(audience_sees("2"));
  screen->press("b");
  EXPECT_TRUE(screen->shows(black({1024, 768}), 800, 0)) << "keys do not reach the show any more";
}

TEST_P(Displays, TheShowGoesOnWhileItsDisplayIsAway) {
  start();
  xorg.unplug();
  EXPECT_TRUE(screen->has_a_window(false));
  test::Process watch(presenter->remote_command({"watch"}));
  test::Process next(presenter->remote_command({"next"}));
  while (const auto line = watch.read_line())
    if (*line == "2 of 4 · 2 · Slide 2") break;
  xorg.plug_in("640x480");
  EXPECT_TRUE(audience_sees("2", {640, 480}));
  presenter->remote({"next"});
  EXPECT_TRUE(audience_sees("3", {640, 480}));
}

TEST_P(Displays, ARemoteMovesTheShow) {
  start();
  EXPECT_EQ(presenter->remote({"display"}).exit_code, 0);
  EXPECT_TRUE(operator_sees("1"));
  presenter->remote({"display"});
  EXPECT_TRUE(audience_sees("1"));
  xorg.unplug();
  EXPECT_TRUE(screen->has_a_window(false));
  presenter->remote({"display"});
  EXPECT_TRUE(operator_sees("1")) << "somebody asked for it";
}

TEST_P(Displays, WhoeverTypesElsewhereGoesOnTypingThere) {
  if (GetParam() == Manager::none) GTEST_SKIP() << "without a window manager SDL takes the focus";
  start();
  test::XProgram minutes(xorg.display());
  minutes.take_focus();
  presenter->remote({"display"});
  EXPECT_TRUE(operator_sees("1"));
  presenter->remote({"display"});
  EXPECT_TRUE(audience_sees("1"));
  xorg.unplug();
  EXPECT_TRUE(screen->has_a_window(false));
  xorg.plug_in("1024x768");
  EXPECT_TRUE(audience_sees("1"));
  screen->press("n");
  EXPECT_EQ(minutes.next_key(), "n");
  EXPECT_TRUE(audience_sees("1"));
}

TEST_P(Displays, AnotherModeIsLaidOutAnew) {
  start();
  xorg.plug_in("640x480");
  EXPECT_TRUE(audience_sees("1", {640, 480}));
  xorg.plug_in("1024x768");
  EXPECT_TRUE(audience_sees("1"));
  presenter->remote({"next"});
  EXPECT_TRUE(audience_sees("2"));
}

TEST_P(Displays, FullScreenIsWhereTheWindowWas) {
  start({"--windowed", "--size", "320x240", "--display", "1"});
  ASSERT_TRUE(screen->has_a_window(true));
  screen->press("f");
  EXPECT_TRUE(audience_sees("1"));
}

}  // namespace
}  // namespace lectern
