// The overview on a real X server of one display, and numbers typed on the stage.
#include <gtest/gtest.h>

#include "tests/support/folder.h"
#include "tests/support/presenter.h"
#include "tests/support/x_screen.h"
#include "tests/support/xvfb.h"

namespace lectern {
namespace {

constexpr std::string_view deck = R"(---
title: A council
revealOptions:
  transition: none
---
# Welcome

---

# Cyngor Gwynedd

---

# Ysgol Tŷ Ddewi

---

# Costs
)";

class OverviewScreen : public testing::Test {
 protected:
  OverviewScreen() {
    presenter.remote({"status"});  // which waits for the first slide
    before = screen.pixels().pixels;
  }

  void open() {
    screen.press("o");
    while (screen.pixels().pixels == before) {
    }
  }
  /// The status, once it is this.
  void wait_for(const std::string& wanted) {
    test::Process watch(presenter.remote_command({"watch"}));
    while (const auto line = watch.read_line())
      if (*line == wanted) return;
    ADD_FAILURE() << "never " << wanted;
  }
  std::string status() { return presenter.status(); }

  test::Folder folder;
  test::Xvfb xvfb{{960, 540}};
  test::Presenter presenter{folder.write("slides.md", std::string(deck)), {}, xvfb.environment()};
  test::XScreen screen{xvfb.display()};
  Pixels before;
};

TEST_F(OverviewScreen, AWordAndEnterBringTheSlideUp) {
  open();
  for (const char* key : {"t", "y", "Return"}) screen.press(key);
  wait_for("3 of 4 · 3 · Ysgol Tŷ Ddewi");
  screen.press("Next");  // the stage has the keyboard again
  wait_for("4 of 4 · 4 · Costs");
}

TEST_F(OverviewScreen, KeysInItDoNotMoveTheShow) {
  open();
  for (const char* key : {"Down", "Right", "b", "F5"}) screen.press(key);
  screen.press("Escape");
  while (screen.pixels().pixels != before) {
  }
  EXPECT_EQ(status(), "1 of 4 · 1 · Welcome\n");
  screen.press("Escape");  // as a clicker does, on the stage
  screen.press("Next");
  wait_for("2 of 4 · 2 · Cyngor Gwynedd");
}

TEST_F(OverviewScreen, AClickBringsTheSlideUp) {
  open();
  screen.move_mouse(480, 120);  // the third of five columns
  screen.click();
  wait_for("3 of 4 · 3 · Ysgol Tŷ Ddewi");
}

TEST_F(OverviewScreen, ANumberAndEnterOnTheStageJumpUnseen) {
  screen.press("4");
  status();
  EXPECT_EQ(screen.pixels().pixels, before);
  screen.press("Return");
  wait_for("4 of 4 · 4 · Costs");
  for (const char* key : {"9", "Return", "Home"}) screen.press(key);
  wait_for("1 of 4 · 1 · Welcome");
}

/// A screen that keeps a slide of the first deck while the show has gone on with the second.
class FrozenScreen : public testing::Test {
 protected:
  FrozenScreen() {
    presenter.remote({"freeze"});
    before = screen.pixels().pixels;
    EXPECT_EQ(presenter.remote({"open", "2"}).exit_code, 0);
  }

  /// What lectern-remote watch says, once it says this.
  void wait_for(const std::string& wanted) {
    test::Process watch(presenter.remote_command({"watch"}));
    EXPECT_EQ(test::line_with(watch, wanted), wanted);
  }

  test::Folder folder;
  test::Xvfb xvfb{{960, 540}};
  test::Presenter presenter{folder.write("council.md", std::string(deck)),
                            {folder.write("parks.md", "# Trees\n\n---\n\n# Paths\n\n---\n\n# Ponds\n")},
                            xvfb.environment()};
  test::XScreen screen{xvfb.display()};
  Pixels before;
};

TEST_F(FrozenScreen, TheOverviewIsOfTheDeckThatTheShowGoesOnWith) {
  screen.press("o");
  while (screen.pixels().pixels == before) {
  }
  for (const char* key : {"p", "o", "n", "Return"}) screen.press(key);
  wait_for("3 of 3 · 3 · Ponds · deck 2 of 2 · frozen");
  while (screen.pixels().pixels != before) {
  }
}

TEST_F(FrozenScreen, ATypedNumberIsOfTheDeckThatTheShowGoesOnWith) {
  for (const char* key : {"2", "Return"}) screen.press(key);
  wait_for("2 of 3 · 2 · Paths · deck 2 of 2 · frozen");
  EXPECT_EQ(screen.pixels().pixels, before);
}

TEST_F(FrozenScreen, TheOverviewClosesWhereTheShowGoesOnWithAnotherDeckAndNotWhereItThaws) {
  screen.press("o");
  while (screen.pixels().pixels == before) {
  }
  presenter.remote({"freeze", "off"});
  for (const char* key : {"p", "a", "Return"}) screen.press(key);
  wait_for("2 of 3 · 2 · Paths · deck 2 of 2");
  const Pixels paths = screen.pixels().pixels;
  screen.press("o");
  while (screen.pixels().pixels == paths) {
  }
  presenter.remote({"open", "1"});
  while (screen.pixels().pixels != before) {
  }
}

TEST_F(OverviewScreen, ARemoteGoesToAWordOfATitleToo) {
  EXPECT_EQ(presenter.remote({"go", "cyngor"}).output, "2 of 4 · 2 · Cyngor Gwynedd\n");
  EXPECT_EQ(presenter.remote({"goto", "ysgol", "ty"}).output, "3 of 4 · 3 · Ysgol Tŷ Ddewi\n");
  const test::Finished several = presenter.remote({"go", "c"});
  EXPECT_EQ(several.exit_code, 1);
  EXPECT_EQ(several.errors,
            "lectern-remote: refused: several slides match: 2 “Cyngor Gwynedd”, 4 “Costs”; name one by its "
            "number\n");
  const test::Finished none = presenter.remote({"go", "xyz", "--json"});
  EXPECT_EQ(none.exit_code, 1);
  EXPECT_NE(none.output.find(R"("reason":"no_such_slide")"), std::string::npos) << none.output;
  EXPECT_EQ(status(), "3 of 4 · 3 · Ysgol Tŷ Ddewi\n");
}

}  // namespace
}  // namespace lectern
