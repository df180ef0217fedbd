// Pointing at a real X server's screen: from a remote, and with the operator's mouse.
#include <gtest/gtest.h>

#include "tests/support/folder.h"
#include "tests/support/presenter.h"
#include "tests/support/x_screen.h"
#include "tests/support/xvfb.h"

namespace lectern {
namespace {

constexpr std::uint32_t red = 0xffff0000u;

class PointedScreen : public testing::Test {
 protected:
  PointedScreen() {
    presenter.remote({"status"});  // which waits for the first slide
    before = screen.pixels().pixels;
  }

  std::uint32_t pixel(int x, int y) { return screen.pixels().row(y)[x]; }
  void wait_until_red(int x, int y) {
    while (pixel(x, y) != red) {
    }
  }
  void wait_until_as_before() {
    while (screen.pixels().pixels != before) {
    }
  }

  test::Folder folder;
  test::Xvfb xvfb{{960, 540}};
  test::Presenter presenter{folder.write("slides.md", test::plain_deck(4)), {}, xvfb.environment()};
  test::XScreen screen{xvfb.display()};
  Pixels before;
};

TEST_F(PointedScreen, ARemotePointsAndPointsNoLonger) {
  const test::Finished on = presenter.remote({"point", "0.5", "0.75"});
  EXPECT_EQ(on.exit_code, 0) << on.errors;
  EXPECT_EQ(on.output, "1 of 4 · 1 · Slide 1 · laser\n");
  wait_until_red(480, 404);
  EXPECT_EQ(presenter.remote({"point", "off"}).output, "1 of 4 · 1 · Slide 1\n");
  wait_until_as_before();
}

TEST_F(PointedScreen, ALaserThatNobodyMovesGoesAwayByItself) {
  test::Process watch(presenter.remote_command({"watch", "--json"}));
  watch.read_line();
  presenter.remote({"point", "0.5", "0.75"});
  const auto told = watch.read_line();
  ASSERT_TRUE(told);
  EXPECT_NE(told->find(R"("pointer":{"kind":"laser","x":5E-1,"y":7.5E-1,"size":0E0})"), std::string::npos)
      << *told;
  const auto gone = watch.read_line();
  ASSERT_TRUE(gone);
  EXPECT_NE(gone->find(R"("pointer":{"kind":"none")"), std::string::npos) << *gone;
  wait_until_as_before();
}

TEST_F(PointedScreen, AZoomGoesWithItsSlide) {
  EXPECT_EQ(presenter.remote({"point", "0.5", "0.5", "--as", "zoom", "--size", "3"}).exit_code, 0);
  while (screen.pixels().pixels == before) {
  }
  presenter.remote({"next"});
  EXPECT_EQ(presenter.remote({"previous"}).output, "1 of 4 · 1 · Slide 1\n");
  wait_until_as_before();
}

TEST_F(PointedScreen, TheOperatorsMousePointsBetweenTwoPressesOfAKey) {
  screen.move_mouse(240, 400);
  screen.press("l");
  wait_until_red(240, 400);
  screen.move_mouse(700, 420);
  wait_until_red(700, 420);
  EXPECT_EQ(pixel(240, 400), before[400 * 960 + 240]);
  screen.press("l");
  wait_until_as_before();
}

TEST_F(PointedScreen, TheWheelZooms) {
  test::Process watch(presenter.remote_command({"watch", "--json"}));
  watch.read_line();
  screen.move_mouse(480, 270);
  screen.press("z");
  const std::string usual = R"("size":2E0)";
  EXPECT_NE(test::line_with(watch, R"("kind":"zoom")").find(usual), std::string::npos);
  screen.click(4);
  std::optional<std::string> line;
  do line = watch.read_line();
  while (line && line->find(usual) != std::string::npos);  // it is told again where anything else changes
  ASSERT_TRUE(line) << "it stays as large as it was";
  EXPECT_NE(line->find(R"("kind":"zoom")"), std::string::npos);
}

TEST_F(PointedScreen, WhereItPointsAndHowLargeHaveBounds) {
  for (const std::vector<std::string>& wrong :
       std::vector<std::vector<std::string>>{{"point"},
                                             {"point", "0.5"},
                                             {"point", "1.5", "0"},
                                             {"point", "nan", "0"},
                                             {"point", "0.5", "0.5", "--size", "2"},
                                             {"point", "0", "0", "--as", "zoom", "--size", "9"},
                                             {"point", "0", "0", "--as", "hand"}})
    EXPECT_EQ(presenter.remote(wrong).exit_code, 2);
}

}  // namespace
}  // namespace lectern
