// A clicker beside other work on the display machine.
#include <gtest/gtest.h>
#include <signal.h>

#include <optional>

#include "tests/support/folder.h"
#include "tests/support/presenter.h"
#include "tests/support/x_program.h"
#include "tests/support/x_screen.h"
#include "tests/support/xvfb.h"

namespace lectern {
namespace {

class Clicker : public testing::Test {
 protected:
  /// The show runs, and another program has the focus.
  void start(const std::vector<std::string>& options = {}) {
    presenter.emplace(deck, options, xvfb.environment());
    presenter->remote({"status"});  // waits until something is shown
    minutes.take_focus();
  }

  std::string status() { return presenter->status(); }

  /// Presses something that moves the show, and waits until it has.
  bool moves_to(const std::string& wanted, const std::function<void()>& press) {
    test::Process watch(presenter->remote_command({"watch"}));
    watch.read_line();  // where the show is before
    press();
    while (const auto line = watch.read_line())
      if (*line == wanted) return status() == wanted + "\n";
    return false;
  }

  test::Folder folder;
  std::string deck = folder.write("slides.md", test::plain_deck(4));
  test::Xvfb xvfb{{960, 540}};
  test::XScreen keys{xvfb.display()};
  test::XProgram minutes{xvfb.display()};
  std::optional<test::Presenter> presenter;
};

TEST_F(Clicker, MovesTheShowWhateverWindowHasTheFocus) {
  start();
  EXPECT_TRUE(moves_to("2 of 4 · 2 · Slide 2", [&] { keys.press("Next"); }));
  EXPECT_TRUE(moves_to("1 of 4 · 1 · Slide 1", [&] { keys.press("Prior"); }));
  keys.press("a");
  EXPECT_EQ(minutes.next_key(), "a") << "the first key that comes to the other program";
}

TEST_F(Clicker, MovesItWithCapsLockAndNumLockToo) {
  start();
  keys.press("Caps_Lock");
  EXPECT_TRUE(moves_to("2 of 4 · 2 · Slide 2", [&] { keys.press("Next"); }));
  keys.press("Num_Lock");
  EXPECT_TRUE(moves_to("3 of 4 · 3 · Slide 3", [&] { keys.press("Next"); }));
  keys.press("Caps_Lock");
  EXPECT_TRUE(moves_to("4 of 4 · 4 · Slide 4", [&] { keys.press("Next"); }));
}

TEST_F(Clicker, MovesItOnceWhenItIsHeld) {
  start();
  EXPECT_TRUE(moves_to("2 of 4 · 2 · Slide 2", [&] { keys.hold("Next", 1500); }));
  EXPECT_TRUE(moves_to("1 of 4 · 1 · Slide 1", [&] { keys.press("Prior"); }));
}

TEST_F(Clicker, LeavesWhatIsTypedToWhoeverTypes) {
  start();
  for (const char* key : {"period", "b", "F5", "Escape", "space"}) {
    keys.press(key);
    EXPECT_EQ(minutes.next_key(), key);
  }
  keys.press("Next", {"Control_L"});
  EXPECT_EQ(minutes.next_key(), "Control_L");
  EXPECT_EQ(minutes.next_key(), "Next");
  EXPECT_EQ(status(), "1 of 4 · 1 · Slide 1\n");
}

TEST_F(Clicker, IsLeftToTheWindowInFrontWhereThatIsWanted) {
  for (const std::vector<std::string>& options :
       {std::vector<std::string>{"--no-grab"}, std::vector<std::string>{"--windowed", "--size", "320x180"}}) {
    start(options);
    keys.press("Next");
    EXPECT_EQ(minutes.next_key(), "Next");
    EXPECT_EQ(status(), "1 of 4 · 1 · Slide 1\n");
    presenter.reset();
  }
}

TEST_F(Clicker, IsGivenBackAtTheEnd) {
  start();
  presenter->process().send_signal(SIGTERM);
  EXPECT_EQ(presenter->process().wait(), 0);
  keys.press("Next");
  EXPECT_EQ(minutes.next_key(), "Next");
}

TEST_F(Clicker, ThatAnotherProgramHasTakenIsSaidSo) {
  test::XProgram other(xvfb.display());
  other.grab("Next");
  start();
  keys.press("Prior");
  EXPECT_EQ(minutes.next_key(), "Prior") << "either both or none";
  presenter->process().send_signal(SIGTERM);
  EXPECT_EQ(presenter->process().wait(), 0);
  const std::string said = presenter->process().errors();
  EXPECT_NE(said.find("another program has taken Page Up or Page Down"), std::string::npos) << said;
}

}  // namespace
}  // namespace lectern
