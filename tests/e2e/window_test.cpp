// The presenter on a real X server: what is on the screen, and what the keys at the display machine do.
#include <gtest/gtest.h>
#include <signal.h>

#include <algorithm>

#include "tests/support/folder.h"
#include "tests/support/presenter.h"
#include "tests/support/rendered.h"
#include "tests/support/x_screen.h"
#include "tests/support/xvfb.h"

namespace lectern {
namespace {

constexpr PixelSize screen_size = {960, 540};

class Window : public testing::Test {
 protected:
  Pixmap rendered(const std::string& slide) { return test::rendered(deck, slide, screen_size); }

  /// lectern-remote status, which waits until the display shows the newest state.
  std::string status() { return presenter.status(); }

  void press(const std::string& key, const std::vector<std::string>& held = {}) { screen.press(key, held); }

  /// Presses a key that changes the show, and waits until the display shows it.
  void press_until(const std::string& key, const std::string& wanted,
                   const std::vector<std::string>& held = {}) {
    test::Process watch(presenter.remote_command({"watch"}));
    press(key, held);
    while (const auto line = watch.read_line())
      if (*line == wanted) break;
    EXPECT_EQ(status(), wanted + "\n");
  }

  test::Folder folder;
  std::string deck = folder.write("slides.md", test::plain_deck(4));
  test::Xvfb xvfb{screen_size};
  test::Presenter presenter{deck, {}, xvfb.environment()};
  test::XScreen screen{xvfb.display()};
};

TEST_F(Window, TheScreenShowsExactlyWhatRenderDraws) {
  status();
  EXPECT_EQ(screen.pixels().pixels, rendered("1").pixels);
  presenter.remote({"goto", "3"});
  EXPECT_EQ(screen.pixels().pixels, rendered("3").pixels);
  EXPECT_NE(rendered("1").pixels, rendered("3").pixels);
}

TEST_F(Window, AClickersKeysMoveTheShow) {
  status();
  press_until("Next", "2 of 4 · 2 · Slide 2");
  press_until("Next", "3 of 4 · 3 · Slide 3");
  press_until("Prior", "2 of 4 · 2 · Slide 2");
}

TEST_F(Window, QuickPressesAllCount) {
  status();
  press("Next");
  press("Right");  // another key: X takes a key that comes back within two milliseconds for one that is held
  press_until("n", "4 of 4 · 4 · Slide 4");
}

TEST_F(Window, TheStartButtonOfAClickerDoesNothing) {
  status();
  press("F5");
  press("Escape");
  press_until("End", "4 of 4 · 4 · Slide 4");  // the keys before it were handled in order
  const std::string json = presenter.remote({"status", "--json"}).output;
  EXPECT_NE(json.find("\"revision\":2,"), std::string::npos) << json;
}

TEST_F(Window, BlackCoversTheWholeScreenAndNextBringsTheSlideBack) {
  status();
  press_until("b", "1 of 4 · 1 · Slide 1 · black");
  const Pixmap black = screen.pixels();
  EXPECT_TRUE(std::ranges::all_of(black.pixels, [](std::uint32_t pixel) { return pixel == 0xff000000u; }));
  press_until("Next", "1 of 4 · 1 · Slide 1");
  EXPECT_EQ(screen.pixels().pixels, rendered("1").pixels);
}

TEST_F(Window, TheKeyboardMovesWhatIsLocked) {
  status();
  EXPECT_EQ(presenter.remote({"lock"}).exit_code, 0);
  test::Process watch(presenter.remote_command({"watch"}));
  press("Next");
  const std::string line = test::line_with(watch, "Slide 2");
  EXPECT_TRUE(line.starts_with("2 of 4 · 2 · Slide 2 · lectern-remote on ")) << line;
  EXPECT_TRUE(line.ends_with(" drives, locked")) << line;
}

TEST_F(Window, AFrozenScreenKeepsItsSlide) {
  status();
  press_until("f", "1 of 4 · 1 · Slide 1 · frozen", {"Control_L"});
  press_until("Next", "2 of 4 · 2 · Slide 2 · frozen");
  EXPECT_EQ(screen.pixels().pixels, rendered("1").pixels);
  press_until("f", "2 of 4 · 2 · Slide 2", {"Control_L"});
  presenter.remote({"next"});
  EXPECT_EQ(status(), "3 of 4 · 3 · Slide 3\n");
  EXPECT_EQ(screen.pixels().pixels, rendered("3").pixels);
}

TEST_F(Window, ThePointerCannotBeSeen) {
  status();
  EXPECT_TRUE(screen.hides_the_pointer());
}

TEST_F(Window, TheScreenStaysOnDuringTheShowAndOnlyThen) {
  status();
  EXPECT_FALSE(screen.goes_dark_when_idle());
  presenter.process().send_signal(SIGTERM);
  EXPECT_EQ(presenter.process().wait(), 0);
  EXPECT_TRUE(screen.goes_dark_when_idle());
}

TEST_F(Window, TheHoldingSlideComesForAPauseAndNextTakesItAway) {
  status();
  press_until("Next", "2 of 4 · 2 · Slide 2");
  const Pixmap slide = screen.pixels();
  press_until("h", "2 of 4 · 2 · Slide 2 · in a pause", {"Control_L"});
  const Pixmap held = screen.pixels();
  EXPECT_NE(held.pixels, slide.pixels);
  press_until("Next", "2 of 4 · 2 · Slide 2");
  EXPECT_EQ(screen.pixels().pixels, slide.pixels);
  press_until("End", "4 of 4 · 4 · Slide 4");
  press_until("Next", "4 of 4 · 4 · Slide 4 · after the end");
  EXPECT_NE(screen.pixels().pixels, held.pixels) << "it says so";
}

TEST(WindowBefore, TheStartTheHoldingSlideIsUpUntilAPress) {
  const test::Folder folder;
  const test::Xvfb xvfb{screen_size};
  test::Presenter presenter(folder.write("slides.md", test::plain_deck(2)), {"--hold"}, xvfb.environment());
  test::XScreen screen(xvfb.display());
  EXPECT_EQ(presenter.status(), "1 of 2 · 1 · Slide 1 · before the start\n");
  const Pixmap held = screen.pixels();
  EXPECT_EQ(presenter.remote({"next"}).output, "1 of 2 · 1 · Slide 1\n");
  EXPECT_NE(screen.pixels().pixels, held.pixels);
}

TEST_F(Window, LeavingTakesCtrlQTwice) {
  status();
  press("q", {"Control_L"});
  EXPECT_TRUE(status().starts_with("1 of 4"));
  press("q", {"Control_L"});
  EXPECT_EQ(presenter.process().wait(), 0);
}

}  // namespace
}  // namespace lectern
