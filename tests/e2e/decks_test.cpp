// Several decks in one session, as when several people speak at a meeting.
#include <gtest/gtest.h>
#include <sched.h>
#include <signal.h>

#include "tests/support/folder.h"
#include "tests/support/presenter.h"
#include "tests/support/x_screen.h"
#include "tests/support/xvfb.h"

namespace lectern {
namespace {

std::string deck(const std::string& title, const std::string& last = "Three") {
  return "---\ntitle: " + title + "\nrevealOptions:\n  transition: none\n---\n# " + title +
         " One\n\n---\n\n# " + title + " Two\n\n---\n\n# " + title + " " + last + "\n";
}

class SeveralDecks : public testing::Test {
 protected:
  std::string remote(const std::vector<std::string>& arguments) { return presenter.remote(arguments).output; }

  test::Folder folder;
  std::string roads = folder.write("roads.md", deck("Roads"));
  test::Presenter presenter{folder.write("parks.md", deck("Parks")),
                            {"--headless", "--size", "320x180", roads}};
};

TEST_F(SeveralDecks, AreListedAndOpenedWhileRemotesStayConnected) {
  test::Process watch(presenter.remote_command({"watch"}));
  EXPECT_EQ(test::line_with(watch, "Parks One"), "1 of 3 · 1 · Parks One · deck 1 of 2");
  EXPECT_EQ(remote({"decks"}), "1    Parks · shown\n2    Roads\n");
  EXPECT_EQ(remote({"open", "2"}), "1 of 3 · 1 · Roads One · deck 2 of 2\n");
  EXPECT_EQ(test::line_with(watch, "Roads"), "1 of 3 · 1 · Roads One · deck 2 of 2");
  EXPECT_EQ(remote({"outline"}).substr(0, 21), "1    1      Roads One");
  watch.send_signal(SIGTERM);
  EXPECT_EQ(watch.wait(), 0);
  EXPECT_EQ(watch.errors(), "") << "the connection was never lost";
}

TEST_F(SeveralDecks, GoOnWhereTheyWereAndTheTimerGoesOn) {
  remote({"timer", "start", "15m"});
  remote({"timer", "pause"});
  remote({"goto", "3"});
  remote({"open", "2"});
  remote({"next"});
  const std::string parks = remote({"open", "1"});
  EXPECT_TRUE(parks.starts_with("3 of 3 · 3 · Parks Three · deck 1 of 2 · Q&A ")) << parks;
  EXPECT_TRUE(remote({"open", "2"}).starts_with("2 of 3 · 2 · Roads Two"));
}

TEST_F(SeveralDecks, OneThatIsNotThereIsRefused) {
  const test::Finished nowhere = presenter.remote({"open", "3"});
  EXPECT_EQ(nowhere.exit_code, 1);
  EXPECT_NE(nowhere.errors.find("there is no deck of that number"), std::string::npos) << nowhere.errors;
  EXPECT_EQ(presenter.remote({"open", "roads"}).exit_code, 2);
}

TEST_F(SeveralDecks, OneThatWasEditedMeanwhileIsOpenedAsItIs) {
  folder.write("roads.md", deck("Bridges"));
  while (remote({"decks"}).find("Bridges") == std::string::npos) sched_yield();
  EXPECT_EQ(presenter.status(), "1 of 3 · 1 · Parks One · deck 1 of 2\n") << "nobody need take it";
  EXPECT_EQ(remote({"open", "2"}), "1 of 3 · 1 · Bridges One · deck 2 of 2\n");
  folder.write("parks.md", "");  // half saved
  folder.write("parks.md", deck("Parks", "Trees"));
  while (presenter.process().errors().find("deck 1") == std::string::npos) sched_yield();
  remote({"open", "1"});
  EXPECT_EQ(remote({"last"}), "3 of 3 · 3 · Parks Trees · deck 1 of 2\n");
}

TEST(DecksAtTheStart, ABrokenOneAmongThemEndsItAndIsNamed) {
  const test::Folder folder;
  const std::string good = folder.write("good.md", "# Good");
  const auto finished =
      test::run({test::presenter_program, good, folder.write("empty.md", ""), "--headless", "--port", "0"});
  EXPECT_EQ(finished.exit_code, 2);
  EXPECT_NE(finished.errors.find("empty.md"), std::string::npos) << finished.errors;
  EXPECT_EQ(finished.output, "");
}

TEST(DecksAtTheStart, WithTheHoldingSlideEachOpensWithIt) {
  const test::Folder folder;
  const test::Presenter presenter(
      folder.write("parks.md", deck("Parks")),
      {"--headless", "--size", "320x180", "--hold", folder.write("roads.md", deck("Roads"))});
  presenter.remote({"next"});
  EXPECT_EQ(presenter.remote({"open", "2"}).output,
            "1 of 3 · 1 · Roads One · deck 2 of 2 · before the start\n");
  EXPECT_EQ(presenter.remote({"open", "1"}).output, "1 of 3 · 1 · Parks One · deck 1 of 2\n");
}

TEST(DecksOnAScreen, ControlWithPageDownOpensTheNextOne) {
  const test::Folder folder;
  const test::Xvfb xvfb(PixelSize{640, 360});
  const auto slide = [](const char* color) {
    return std::string("<!-- .slide: data-background-color=\"") + color + "\" -->\n";
  };
  test::Presenter presenter(folder.write("red.md", slide("#ff0000")),
                            {folder.write("blue.md", slide("#0000ff"))}, xvfb.environment());
  test::XScreen screen(xvfb.display());
  presenter.remote({"status"});
  EXPECT_EQ(screen.pixels().pixels.front(), 0xffff0000u);
  test::Process watch(presenter.remote_command({"watch"}));
  screen.press("Next", {"Control_L"});
  ASSERT_NE(test::line_with(watch, "deck 2 of 2").find("deck 2 of 2"), std::string::npos);
  presenter.remote({"status"});
  EXPECT_EQ(screen.pixels().pixels.front(), 0xff0000ffu);
}

}  // namespace
}  // namespace lectern
