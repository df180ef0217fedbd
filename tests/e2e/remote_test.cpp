// A presenter and its remotes as processes, driven as people and scripts drive them.
#include <gtest/gtest.h>
#include <sched.h>
#include <signal.h>

#include <boost/json.hpp>

#include "tests/support/folder.h"
#include "tests/support/presenter.h"

namespace lectern {
namespace {

namespace json = boost::json;
using test::Finished;
using test::Presenter;

class Remote : public testing::Test {
 protected:
  json::object status() {
    const Finished finished = presenter.remote({"status", "--json"});
    EXPECT_EQ(finished.exit_code, 0) << finished.errors;
    return json::parse(finished.output).as_object();
  }
  std::int64_t number() { return status()["number"].as_int64(); }

  test::Folder folder;
  Presenter presenter{folder.write("slides.md", test::plain_deck(6))};
};

TEST_F(Remote, ThePresenterSaysWhereItIsReady) {
  EXPECT_EQ(presenter.ready_line(),
            "ready http://127.0.0.1:" + std::to_string(presenter.port()) + "/ slides=6");
}

TEST_F(Remote, NextAndPreviousMoveTheShowAndTheDisplayHasFollowed) {
  const Finished next = presenter.remote({"next"});
  EXPECT_EQ(next.exit_code, 0) << next.errors;
  EXPECT_EQ(next.output, "2 of 6 · 2 · Slide 2\n");
  json::object after = status();
  EXPECT_EQ(after["revision"].as_int64(), 2);
  EXPECT_EQ(after["presented_revision"].as_int64(), 2);
  EXPECT_EQ(presenter.remote({"previous"}).exit_code, 0);
  EXPECT_EQ(number(), 1);
}

TEST_F(Remote, JumpsGoByNumberAddressAndEnd) {
  EXPECT_EQ(presenter.remote({"goto", "4"}).exit_code, 0);
  EXPECT_EQ(number(), 4);
  EXPECT_EQ(presenter.remote({"back"}).exit_code, 0);
  EXPECT_EQ(number(), 1);
  EXPECT_EQ(presenter.remote({"goto", "2.1"}).exit_code, 0);
  EXPECT_EQ(number(), 2);
  EXPECT_EQ(presenter.remote({"last"}).exit_code, 0);
  EXPECT_EQ(number(), 6);
  EXPECT_EQ(presenter.remote({"first"}).exit_code, 0);
  EXPECT_EQ(number(), 1);
}

TEST_F(Remote, AfterTheEndNextIsAcceptedAndNothingMoves) {
  presenter.remote({"last"});
  EXPECT_EQ(presenter.remote({"next"}).output, "6 of 6 · 6 · Slide 6 · after the end\n");
  const std::int64_t revision = status()["revision"].as_int64();
  EXPECT_EQ(presenter.remote({"next"}).exit_code, 0);
  EXPECT_EQ(status()["revision"].as_int64(), revision);
  EXPECT_EQ(presenter.remote({"previous"}).output, "6 of 6 · 6 · Slide 6\n");
}

TEST_F(Remote, APauseKeepsThePlace) {
  presenter.remote({"goto", "3"});
  EXPECT_EQ(presenter.remote({"hold"}).output, "3 of 6 · 3 · Slide 3 · in a pause\n");
  EXPECT_EQ(status()["holding"].as_string(), "pause");
  EXPECT_EQ(presenter.remote({"hold", "off"}).output, "3 of 6 · 3 · Slide 3\n");
  presenter.remote({"hold", "on"});
  EXPECT_EQ(presenter.remote({"next"}).output, "3 of 6 · 3 · Slide 3\n");
}

TEST_F(Remote, NextWhileBlackBringsTheSlideBack) {
  EXPECT_EQ(presenter.remote({"black"}).exit_code, 0);
  EXPECT_TRUE(status()["black"].as_bool());
  EXPECT_EQ(presenter.remote({"next"}).exit_code, 0);
  EXPECT_FALSE(status()["black"].as_bool());
  EXPECT_EQ(number(), 1);
}

TEST_F(Remote, AFrozenStageHoldsBackWhatIsPresented) {
  EXPECT_EQ(presenter.remote({"freeze"}).exit_code, 0);
  EXPECT_EQ(presenter.remote({"next"}).output, "2 of 6 · 2 · Slide 2 · frozen\n");
  const json::object frozen = status();
  EXPECT_EQ(frozen.at("revision").as_int64(), 3);
  EXPECT_EQ(frozen.at("presented_revision").as_int64(), 2);
  EXPECT_EQ(presenter.remote({"freeze", "off"}).exit_code, 0);
  EXPECT_EQ(status()["presented_revision"].as_int64(), 4);
}

TEST_F(Remote, NotesAreThoseOfTheSlideOnTheStage) {
  presenter.remote({"goto", "3"});
  EXPECT_EQ(presenter.remote({"notes"}).output, "Notes of slide 3\n");
}

TEST_F(Remote, OutlineListsEverySlide) {
  const json::value outline = json::parse(presenter.remote({"outline", "--json"}).output);
  EXPECT_EQ(outline.at("title").as_string(), "A plain deck");
  ASSERT_EQ(outline.at("slides").as_array().size(), 6u);
  EXPECT_EQ(outline.at("slides").at(5).at("title").as_string(), "Slide 6");
}

TEST_F(Remote, TheTimerRunsPausesAndIsTakenOff) {
  EXPECT_EQ(presenter.remote({"timer", "start", "15m"}).exit_code, 0);
  EXPECT_EQ(presenter.remote({"timer", "add", "1m"}).exit_code, 0);
  EXPECT_EQ(presenter.remote({"timer", "pause"}).exit_code, 0);
  json::object qa = status()["qa"].as_object();
  EXPECT_EQ(qa["phase"].as_string(), "paused");
  EXPECT_EQ(qa["limit"].as_int64(), 960);
  EXPECT_GT(qa["remaining"].as_int64(), 900);
  EXPECT_LE(qa["remaining"].as_int64(), 960);
  EXPECT_EQ(presenter.remote({"timer", "reset"}).exit_code, 0);
  EXPECT_EQ(status()["qa"].at("phase").as_string(), "off");
}

TEST_F(Remote, WhatIsRefusedSaysWhy) {
  const Finished nowhere = presenter.remote({"goto", "7"});
  EXPECT_EQ(nowhere.exit_code, 1);
  EXPECT_NE(nowhere.errors.find("slides 1 to 6"), std::string::npos) << nowhere.errors;
  const Finished timer = presenter.remote({"timer", "pause", "--json"});
  EXPECT_EQ(timer.exit_code, 1);
  EXPECT_EQ(json::parse(timer.output).at("reason").as_string(), "timer_off");
}

TEST_F(Remote, TheTimerIsToldWhileTheStageIsBlackToo) {
  presenter.remote({"timer", "start", "15m"});
  presenter.remote({"black"});
  EXPECT_EQ(status()["qa"].at("phase").as_string(), "running");
}

TEST_F(Remote, AnAddressFarBeyondTheDeckIsRefusedAtOnce) {
  EXPECT_EQ(presenter.remote({"goto", "2000000.1"}).exit_code, 1);
}

TEST_F(Remote, WatchTellsEveryChange) {
  test::Process watch(presenter.remote_command({"watch"}));
  ASSERT_EQ(watch.read_line(), "1 of 6 · 1 · Slide 1");
  presenter.remote({"next"});
  // The state and then its presentation are two changes of the same words.
  std::string line;
  while (line.find("Slide 2") == std::string::npos) {
    const auto more = watch.read_line();
    ASSERT_TRUE(more);
    line = *more;
  }
  watch.send_signal(SIGTERM);
  EXPECT_EQ(watch.wait(), 0);
  EXPECT_EQ(watch.errors(), "") << "leaving is no trouble";
}

TEST_F(Remote, AKilledRemoteHarmsNobodyAndAnotherGoesOn) {
  test::Process first(presenter.remote_command({"watch"}));
  ASSERT_TRUE(first.read_line());
  presenter.remote({"next"});
  first.send_signal(SIGKILL);
  EXPECT_EQ(first.wait(), 128 + SIGKILL);
  EXPECT_EQ(presenter.remote({"next"}).exit_code, 0);
  test::Process second(presenter.remote_command({"watch"}));
  EXPECT_EQ(second.read_line(), "3 of 6 · 3 · Slide 3");
}

/// Reads a watching remote until it tells of `revision` on the display; every state it told on the way.
std::vector<std::int64_t> revisions_until_presented(test::Process& watch, std::int64_t revision) {
  std::vector<std::int64_t> revisions;
  while (const auto line = watch.read_line()) {
    const json::value told = json::parse(*line);
    const std::int64_t now = told.at("revision").as_int64();
    if (revisions.empty() || revisions.back() != now) revisions.push_back(now);
    EXPECT_LE(told.at("presented_revision").as_int64(), now);
    EXPECT_EQ(told.at("number").as_int64(), now) << "from slide 1 at revision 1, every press is one slide";
    if (told.at("presented_revision").as_int64() == revision) return revisions;
  }
  ADD_FAILURE() << "revision " << revision << " was never presented";
  return revisions;
}

TEST_F(Remote, TwoRemotesSeeEveryStateThoughOneIsKilledHalfWay) {
  using Revisions = std::vector<std::int64_t>;
  const auto watching = presenter.remote_command({"watch", "--json"});
  test::Process first(watching);
  auto second = std::make_unique<test::Process>(watching);
  EXPECT_EQ(revisions_until_presented(first, 1), (Revisions{1}));
  EXPECT_EQ(revisions_until_presented(*second, 1), (Revisions{1}));

  for (std::int64_t revision = 2; revision <= 3; ++revision) {
    EXPECT_EQ(presenter.remote({"next"}).exit_code, 0);
    EXPECT_EQ(revisions_until_presented(first, revision).back(), revision);
    EXPECT_EQ(revisions_until_presented(*second, revision).back(), revision);
  }
  second->send_signal(SIGKILL);
  second->wait();
  EXPECT_EQ(presenter.remote({"next"}).exit_code, 0);
  EXPECT_EQ(revisions_until_presented(first, 4), (Revisions{4}));

  second = std::make_unique<test::Process>(watching);
  EXPECT_EQ(revisions_until_presented(*second, 4), (Revisions{4})) << "who comes late is right at once";
  EXPECT_EQ(presenter.remote({"next"}).exit_code, 0);
  EXPECT_EQ(revisions_until_presented(first, 5), (Revisions{5}));
  EXPECT_EQ(revisions_until_presented(*second, 5), (Revisions{5}));
}

TEST_F(Remote, ThePresenterEndsCleanlyWhenItIsAskedTo) {
  test::Process watch(presenter.remote_command({"watch"}));
  ASSERT_TRUE(watch.read_line());
  presenter.process().send_signal(SIGTERM);
  EXPECT_EQ(presenter.process().wait(), 0);
}

TEST(RemoteAlone, SaysThatThereIsNoPresenter) {
  const Finished finished = test::run({test::remote_program, "--host", "127.0.0.1:1", "next"});
  EXPECT_EQ(finished.exit_code, 3);
  EXPECT_NE(finished.errors.find("no presenter answers at 127.0.0.1:1"), std::string::npos)
      << finished.errors;
}

TEST(RemoteAlone, WatchSaysThatItWaitsForAPresenter) {
  test::Process watch({test::remote_program, "--host", "127.0.0.1:1", "watch"});
  while (watch.errors().find("no presenter answers") == std::string::npos) sched_yield();
  watch.send_signal(SIGTERM);
  EXPECT_EQ(watch.wait(), 0);
}

TEST(RemoteAlone, AWrongCommandLineIsCodeTwo) {
  EXPECT_EQ(test::run({test::remote_program, "jump"}).exit_code, 2);
  EXPECT_EQ(test::run({test::remote_program, "goto"}).exit_code, 2);
  EXPECT_EQ(test::run({test::remote_program, "timer", "start", "soon"}).exit_code, 2);
}

TEST(AutoSlideShow, GoesOnByItselfToItsEnd) {
  test::Folder folder;
  Presenter presenter(folder.write("slides.md",
                                   "---\nrevealOptions:\n  autoSlide: 20\n---\n# A\n\n---\n\n# B "
                                   "<!-- .element: class=\"fragment\" -->\n\n---\n\n# C\n"));
  std::string status;
  for (int looks = 0; looks < 200 && !status.starts_with("3 of 3"); ++looks)
    status = presenter.remote({"status"}).output;
  EXPECT_EQ(status.substr(0, 6), "3 of 3") << status;
  EXPECT_EQ(presenter.remote({"previous"}).exit_code, 0);
  EXPECT_EQ(presenter.remote({"status"}).output.substr(0, 6), "2 of 3") << "a step back is not undone";
}

}  // namespace
}  // namespace lectern
