#include "presenter/journal/journal.h"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include "tests/support/folder.h"

namespace lectern::journal {
namespace {

std::shared_ptr<const session::State> state_of(Revision revision) {
  auto state = std::make_shared<session::State>();
  state->revision = revision;
  state->epoch = 7;
  state->deck = std::string(32, 'a');
  state->position = {{2, 1}, 1};
  return state;
}

/// What a journal told, to be waited for.
class Told {
 public:
  std::function<void(const session::Recorded&)> listener() {
    return [this](const session::Recorded& news) {
      const std::lock_guard lock(mutex_);
      newest_ = news;
      changed_.notify_all();
    };
  }
  void wait_for(Revision revision) {
    wait([&] { return newest_.revision >= revision && newest_.problem.empty(); });
  }
  std::string wait_for_problem() {
    wait([&] { return !newest_.problem.empty(); });
    return newest_.problem;
  }

 private:
  template <class Holds>
  void wait(Holds holds) {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, holds);
  }

  std::mutex mutex_;
  std::condition_variable changed_;
  session::Recorded newest_;
};

class JournalTest : public testing::Test {
 protected:
  std::unique_ptr<Journal> open(const std::string& show = "/decks/budget.md") {
    return std::make_unique<Journal>(file_, show, clock_);
  }
  void leave(Revision revision) {
    const auto journal = open();
    journal->begin(told_.listener());
    journal->note(state_of(revision));
  }

  test::Folder folder_;
  std::filesystem::path file_ = folder_.path() / "lectern" / "journal.sqlite";
  const Clock clock_;
  Told told_;
};

TEST_F(JournalTest, KnowsNothingOfAShowThatNeverRan) {
  EXPECT_EQ(open()->last(), std::nullopt);
}

TEST_F(JournalTest, TheNextRunFindsTheNewestState) {
  const auto before = present_moment();
  {
    const auto journal = open();
    journal->begin(told_.listener());
    journal->note(state_of(1));
    told_.wait_for(1);
    journal->note(state_of(2));
    told_.wait_for(2);
  }
  const auto left = open()->last();
  ASSERT_TRUE(left);
  EXPECT_EQ(left->state, *state_of(2));
  EXPECT_FALSE(left->is_closed);
  EXPECT_LE(left->at, clock_.now());
  EXPECT_EQ(left->written.boot, before.boot);
  EXPECT_GE(left->written.boot_ms, before.boot_ms);
}

TEST_F(JournalTest, WhatWasNotedLastIsWrittenBeforeItGoes) {
  {
    const auto journal = open();
    journal->begin(told_.listener());
    for (Revision revision = 1; revision <= 100; ++revision) journal->note(state_of(revision));
  }
  EXPECT_EQ(open()->last()->state.revision, 100u);
}

TEST_F(JournalTest, AShowThatSomebodyEndedIsClosed) {
  {
    const auto journal = open();
    journal->begin(told_.listener());
    journal->note(state_of(1));
    journal->close();
  }
  EXPECT_TRUE(open()->last()->is_closed);
}

TEST_F(JournalTest, EachShowHasALineOfItsOwn) {
  {
    const auto journal = open("/decks/a.md"), other = open("/decks/b.md");
    journal->begin(told_.listener());
    Told other_told;
    other->begin(other_told.listener());
    journal->note(state_of(3));
    other->note(state_of(5));
    told_.wait_for(3);
    other_told.wait_for(5);
  }
  EXPECT_EQ(open("/decks/a.md")->last()->state.revision, 3u);
  EXPECT_EQ(open("/decks/b.md")->last()->state.revision, 5u);
}

TEST_F(JournalTest, IsItsUsersAlone) {
  leave(1);
  struct stat about {};
  ASSERT_EQ(stat(file_.c_str(), &about), 0);
  EXPECT_EQ(about.st_mode & 0777, 0600u);
}

TEST_F(JournalTest, AFileThatIsNoJournalIsSaidToBe) {
  std::filesystem::create_directory(file_.parent_path());
  folder_.write("lectern/journal.sqlite", std::string(4096, 'x'));
  EXPECT_EQ(open()->last(), std::nullopt);
  const auto journal = open();
  journal->begin(told_.listener());
  journal->note(state_of(1));
  const std::string problem = told_.wait_for_problem();
  EXPECT_NE(problem.find(file_.string()), std::string::npos) << problem;
  EXPECT_NE(problem.find("not recorded"), std::string::npos) << problem;
}

TEST_F(JournalTest, ALineThatIsDamagedIsNone) {
  leave(1);
  auto database = Database::open(file_, {});
  ASSERT_TRUE(database);
  ASSERT_TRUE(database->run("UPDATE shows_1 SET state = 'rubbish'"));
  EXPECT_EQ(open()->last(), std::nullopt);
}

TEST_F(JournalTest, ATroubleIsToldAndRecordingGoesOnAfterIt) {
  leave(1);
  const auto journal = open();
  journal->begin(told_.listener());
  auto other = Database::open(file_, {});  // another program keeps the file to itself
  ASSERT_TRUE(other->run("BEGIN IMMEDIATE"));
  journal->note(state_of(2));
  told_.wait_for_problem();
  ASSERT_TRUE(other->run("ROLLBACK"));
  journal->note(state_of(3));
  told_.wait_for(3);
}

TEST_F(JournalTest, AFileThatSomebodyRemovedIsMadeAnew) {
  const auto journal = open();
  journal->begin(told_.listener());
  journal->note(state_of(1));
  told_.wait_for(1);
  std::filesystem::remove_all(file_.parent_path());
  journal->note(state_of(2));
  told_.wait_for(2);
  EXPECT_EQ(open()->last()->state.revision, 2u);
}

TEST_F(JournalTest, WithoutAHomeItSaysSo) {
  Journal journal({}, "/decks/a.md", clock_);
  EXPECT_EQ(journal.last(), std::nullopt);
  journal.begin(told_.listener());
  journal.note(state_of(1));
  EXPECT_NE(told_.wait_for_problem().find("XDG_STATE_HOME"), std::string::npos);
}

}  // namespace
}  // namespace lectern::journal
