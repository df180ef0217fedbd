// A presenter that ends in the middle of a show, and is started again.
#include <gtest/gtest.h>
#include <signal.h>

#include "tests/support/folder.h"
#include "tests/support/presenter.h"
#include "tests/support/small_disk.h"

namespace lectern {
namespace {

using Started = std::unique_ptr<test::Presenter>;

Started present(const std::string& deck, const std::filesystem::path& state,
                std::vector<std::string> options = {}) {
  options.insert(options.end(), {"--headless", "--size", "320x180"});
  return std::make_unique<test::Presenter>(deck, options,
                                           std::vector<std::string>{"XDG_STATE_HOME=" + state.string()});
}

std::string remote(const Started& presenter, const std::vector<std::string>& arguments) {
  return presenter->remote(arguments).output;
}

/// Waits until the newest state is recorded.
void settle(const Started& presenter) {
  for (;;) {
    const std::string status = remote(presenter, {"status", "--json"});
    const auto number_after = [&](const std::string& key) {
      const std::size_t place = status.rfind(key);
      return place == std::string::npos ? -1 : std::stoi(status.substr(place + key.size()));
    };
    const int revision = number_after("\"title\":\"Slide 3\",\"revision\":");
    ASSERT_NE(revision, -1) << status;
    if (number_after("\"recorded\":{\"revision\":") == revision) return;
  }
}

class Resumed : public testing::Test {
 protected:
  Started start(const std::vector<std::string>& options = {}) const {
    return present(deck_, state_.path(), options);
  }

  /// On slide 3, with a timer of five minutes, and ended by `signal`.
  void leave_on_slide_3(int signal) const {
    const auto presenter = start();
    EXPECT_EQ(presenter->remote({"timer", "start", "5m"}).exit_code, 0);
    EXPECT_EQ(presenter->remote({"goto", "3"}).exit_code, 0);
    if (signal == SIGKILL) settle(presenter);
    presenter->process().send_signal(signal);
    presenter->process().wait();
  }

  const test::Folder folder_, state_;
  const std::string deck_ = folder_.write("slides.md", test::plain_deck(5));
};

TEST_F(Resumed, AShowThatWasKilledGoesOnWhereItStood) {
  leave_on_slide_3(SIGKILL);
  const auto presenter = start();
  const std::string status = remote(presenter, {"status"});
  EXPECT_TRUE(status.starts_with("3 of 5")) << status;
  EXPECT_NE(status.find(" of 5:00"), std::string::npos) << status;
  EXPECT_NE(presenter->process().errors().find("the show goes on with slide 3"), std::string::npos)
      << presenter->process().errors();
}

TEST_F(Resumed, AShowThatWasInterruptedGoesOnToo) {
  leave_on_slide_3(SIGTERM);
  EXPECT_TRUE(remote(start(), {"status"}).starts_with("3 of 5"));
}

TEST_F(Resumed, AShowThatSomebodyEndedBeginsAnewUnlessAskedNotTo) {
  leave_on_slide_3(SIGINT);
  EXPECT_TRUE(remote(start(), {"status"}).starts_with("1 of 5"));
}

TEST_F(Resumed, TheOperatorMayAskForIt) {
  leave_on_slide_3(SIGINT);
  EXPECT_TRUE(remote(start({"--resume"}), {"status"}).starts_with("3 of 5"));
}

TEST_F(Resumed, TheOperatorMayAskForTheBeginning) {
  leave_on_slide_3(SIGKILL);
  EXPECT_TRUE(remote(start({"--fresh"}), {"status"}).starts_with("1 of 5"));
}

TEST_F(Resumed, SeveralDecksGoOnWithTheOneThatWasShown) {
  const std::string roads = folder_.write("roads.md", test::plain_deck(4));
  {
    const auto presenter = start({roads});
    remote(presenter, {"goto", "2"});
    remote(presenter, {"open", "2"});
    remote(presenter, {"freeze"});
    EXPECT_TRUE(remote(presenter, {"goto", "3"}).starts_with("3 of 4"));
    presenter->process().send_signal(SIGTERM);
    presenter->process().wait();
  }
  const auto presenter = start({roads});
  const std::string status = remote(presenter, {"status"});
  EXPECT_TRUE(status.starts_with("3 of 4 · 3 · Slide 3 · deck 2 of 2 · frozen")) << status;
  EXPECT_TRUE(remote(presenter, {"open", "1"}).starts_with("2 of 5"));
}

TEST_F(Resumed, AJournalThatCannotBeWrittenStopsNothing) {
  std::filesystem::create_directories(state_.path() / "lectern" / "journal.sqlite");
  const auto presenter = start();
  test::Process watch(presenter->remote_command({"watch"}));
  EXPECT_NE(test::line_with(watch, "not recorded"), "");
  EXPECT_TRUE(remote(presenter, {"next"}).starts_with("2 of 5"));
  EXPECT_NE(presenter->process().errors().find("is not recorded"), std::string::npos);
}

class OnASmallDisk : public Resumed {
 protected:
  void SetUp() override {
    if (!disk_.is_there()) GTEST_SKIP() << "this system does not let a test mount a disk of its own";
  }
  Started start() const { return present(deck_, disk_.path()); }

  const test::SmallDisk disk_;
};

TEST_F(OnASmallDisk, AFullOneStopsNothingAndRecordingGoesOnWhenThereIsRoom) {
  const auto presenter = start();
  test::Process watch(presenter->remote_command({"watch"}));
  disk_.fill();
  bool is_last = false;
  while (presenter->process().errors().find("is not recorded") == std::string::npos) {
    EXPECT_EQ(presenter->remote({is_last ? "first" : "last"}).exit_code, 0);
    is_last = !is_last;
  }
  EXPECT_TRUE(test::line_with(watch, "not recorded").ends_with("not recorded"));
  EXPECT_TRUE(remote(presenter, {"goto", "3"}).starts_with("3 of 5"));
  disk_.empty();
  settle(presenter);
  EXPECT_EQ(presenter->status(), "3 of 5 · 3 · Slide 3\n");
}

TEST_F(OnASmallDisk, AShowThatIsKilledWhileItIsFullGoesOnWhereItWasRecorded) {
  {
    const auto presenter = start();
    remote(presenter, {"goto", "3"});
    settle(presenter);
    disk_.fill();
    presenter->process().send_signal(SIGKILL);
  }
  const auto presenter = start();
  EXPECT_TRUE(remote(presenter, {"status"}).starts_with("3 of 5"));
}

TEST_F(OnASmallDisk, AShowGoesOnWhereItStoodThoughTheDiskIsReadOnlySince) {
  {
    const auto presenter = start();
    remote(presenter, {"goto", "3"});
    settle(presenter);
    presenter->process().send_signal(SIGKILL);
  }
  ASSERT_TRUE(disk_.make_read_only());
  const auto presenter = start();
  EXPECT_TRUE(remote(presenter, {"status"}).starts_with("3 of 5"));
  test::Process watch(presenter->remote_command({"watch"}));
  EXPECT_NE(test::line_with(watch, "not recorded"), "");
  EXPECT_TRUE(remote(presenter, {"next"}).starts_with("4 of 5"));
}

}  // namespace
}  // namespace lectern
