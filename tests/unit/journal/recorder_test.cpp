#include "presenter/journal/recorder.h"

#include <gtest/gtest.h>

namespace lectern::journal {
namespace {

using session::Recorded;
using std::chrono::seconds;

constexpr Instant start{Duration(1000)};

std::shared_ptr<const session::State> of_revision(Revision revision) {
  auto state = std::make_shared<session::State>();
  state->revision = revision;
  return state;
}

Recorder with(Revision revision) {
  Recorder recorder;
  recorder.note(of_revision(revision));
  return recorder;
}

TEST(Recorder, HasNothingToWriteBeforeAnythingIsNoted) {
  EXPECT_EQ(Recorder().due(start), std::nullopt);
  EXPECT_EQ(Recorder().next_due(), std::nullopt);
}

TEST(Recorder, WritesTheNewestAndPassesOverTheOthers) {
  Recorder recorder = with(1);
  recorder.note(of_revision(2));
  const auto line = recorder.due(start);
  ASSERT_TRUE(line);
  EXPECT_EQ(line->state->revision, 2u);
  EXPECT_EQ(recorder.tried(*line, "", start), (Recorded{2, ""}));
  EXPECT_EQ(recorder.due(start), std::nullopt);
}

TEST(Recorder, WhatCameWhileItWroteIsDueAtOnce) {
  Recorder recorder = with(1);
  const auto line = recorder.due(start);
  recorder.note(of_revision(2));
  recorder.tried(*line, "", start);
  EXPECT_EQ(recorder.due(start)->state->revision, 2u);
  EXPECT_TRUE(recorder.unwritten());
}

TEST(Recorder, TellsATroubleOnceAndItsEnd) {
  Recorder recorder = with(1);
  recorder.tried(*recorder.due(start), "", start);
  recorder.note(of_revision(2));
  EXPECT_EQ(recorder.tried(*recorder.due(start), "full", start), (Recorded{1, "full"}));
  recorder.note(of_revision(3));
  EXPECT_EQ(recorder.tried(*recorder.due(start), "full", start), std::nullopt);
  EXPECT_EQ(recorder.tried(*recorder.unwritten(), "", start), (Recorded{3, ""}));
}

TEST(Recorder, WhatFailedIsTriedAgainAfterAWhileAndWithWhatIsNewer) {
  Recorder recorder = with(1);
  recorder.tried(*recorder.due(start), "full", start);
  EXPECT_EQ(recorder.due(start), std::nullopt);
  EXPECT_EQ(recorder.next_due(), start + Recorder::retry_interval);
  EXPECT_TRUE(recorder.due(start + Recorder::retry_interval));
  recorder.note(of_revision(2));
  EXPECT_TRUE(recorder.due(start));
}

TEST(Recorder, AShowInWhichNothingHappensIsWrittenAgainForItsTime) {
  Recorder recorder = with(1);
  recorder.tried(*recorder.due(start), "", start);
  EXPECT_EQ(recorder.next_due(), start + Recorder::refresh_interval);
  const auto line = recorder.due(start + Recorder::refresh_interval);
  ASSERT_TRUE(line);
  EXPECT_EQ(recorder.tried(*line, "", start + Recorder::refresh_interval), std::nullopt);
  EXPECT_EQ(recorder.unwritten(), std::nullopt);
}

TEST(Recorder, ThatSomebodyEndedTheShowIsWrittenToo) {
  Recorder recorder = with(1);
  recorder.tried(*recorder.due(start), "", start);
  recorder.close();
  ASSERT_TRUE(recorder.due(start));
  EXPECT_TRUE(recorder.due(start)->is_closed);
}

}  // namespace
}  // namespace lectern::journal
