#include "remote/cli/status.h"

#include <gtest/gtest.h>

#include "tests/support/decks.h"

namespace lectern::cli {
namespace {

constexpr Instant now{Duration(60'000)};

client::View on_slide(deck::Address address) {
  const deck::Deck deck = test::deck_of({1, 1, 3});
  client::View view;
  view.state = session::first_state(deck, 42);
  view.state->position.slide = address;
  view.state->revision = 9;
  view.presented = 8;
  view.outline = std::make_shared<const protocol::Outline>(protocol::outline_of(deck));
  return view;
}

TEST(Status, SaysNumberAddressAndTitle) {
  EXPECT_EQ(to_text(status_of(on_slide({3, 2}), now)), "4 of 5 · 3.2 · Slide 3.2");
}

TEST(Status, IsOneObjectForScripts) {
  EXPECT_EQ(
      to_json(status_of(on_slide({3, 2}), now)),
      R"({"number":4,"count":5,"slide":"3.2","title":"Slide 3.2","revision":9,"presented_revision":8,)"
      R"("black":false,"frozen":false,"qa":{"phase":"off","limit":0,"remaining":0},"edit":"",)"
      R"("holding":"","deck":{"number":1,"count":1},"pointer":{"kind":"none","x":0E0,"y":0E0,"size":0E0},)"
      R"("recorded":{"revision":0,"problem":""},"driver":null,"role":"follower","following":"off"})");
}

TEST(Status, SaysWhatIsLeftOfTheTimer) {
  client::View view = on_slide({1, 0});
  view.state->qa = {session::QaTimer::Phase::running, std::chrono::minutes(5), {}, Instant(Duration(30'000))};
  EXPECT_EQ(to_text(status_of(view, now)), "1 of 5 · 1 · Slide 1 · Q&A 4:30 of 5:00");
}

TEST(Status, CountsOvertimeUp) {
  client::View view = on_slide({1, 0});
  view.state->black = true;
  view.state->qa = {session::QaTimer::Phase::paused, std::chrono::minutes(5), std::chrono::minutes(6),
                    Instant{}};
  EXPECT_EQ(to_text(status_of(view, now)), "1 of 5 · 1 · Slide 1 · black · Q&A 1:00 over 5:00, paused");
  EXPECT_EQ(status_of(view, now).qa_remaining, std::chrono::seconds(-60));
}

TEST(Status, SaysThatTheStageIsFrozen) {
  client::View view = on_slide({2, 0});
  view.state->frozen = session::Frozen{8, view.state->deck, {{1, 0}, 0}};
  EXPECT_EQ(to_text(status_of(view, now)), "2 of 5 · 2 · Slide 2 · frozen");
}

TEST(Status, SaysThatTheHoldingSlideIsUp) {
  client::View view = on_slide({2, 0});
  const auto text = [&](session::Holding holding) {
    view.state->position.holding = holding;
    return to_text(status_of(view, now));
  };
  EXPECT_EQ(text(session::Holding::before), "2 of 5 · 2 · Slide 2 · before the start");
  EXPECT_EQ(text(session::Holding::after), "2 of 5 · 2 · Slide 2 · after the end");
  EXPECT_EQ(text(session::Holding::pause), "2 of 5 · 2 · Slide 2 · in a pause");
  EXPECT_NE(to_json(status_of(view, now)).find(R"("holding":"pause")"), std::string::npos);
}

TEST(Status, SaysWhatSomebodyPointsWith) {
  client::View view = on_slide({2, 0});
  view.pointer = {session::Pointer::Kind::zoom, 0.5f, 0.25f, 2};
  EXPECT_EQ(to_text(status_of(view, now)), "2 of 5 · 2 · Slide 2 · zoom");
  EXPECT_NE(to_json(status_of(view, now)).find(R"("pointer":{"kind":"zoom","x":5E-1,"y":2.5E-1,"size":2E0})"),
            std::string::npos);
}

TEST(Status, SaysWhoDrivesWhereTheyWereChosenTo) {
  client::View view = on_slide({2, 0});
  view.client = "omar's id";
  view.role = session::Role::controller;
  EXPECT_EQ(people_text(status_of(view, now)), "nobody drives yet; you are connected as controller");
  view.state->driver = session::Driver{"lisa's id", "Lisa"};
  EXPECT_EQ(to_text(status_of(view, now)), "2 of 5 · 2 · Slide 2");
  EXPECT_EQ(people_text(status_of(view, now)), "Lisa drives; you are connected as controller");
  view.state->driver = session::Driver{"lisa's id", "Lisa", true, true};
  EXPECT_EQ(to_text(status_of(view, now)), "2 of 5 · 2 · Slide 2 · Lisa drives, locked");
  view.state->driver = session::Driver{"omar's id", "Omar", false, true};
  EXPECT_EQ(to_text(status_of(view, now)), "2 of 5 · 2 · Slide 2 · you drive");
  EXPECT_NE(
      to_json(status_of(view, now))
          .find(R"("driver":{"name":"Omar","client":"omar's id","locked":false,"chosen":true,"you":true})"),
      std::string::npos);
}

TEST(Roster, IsALineForEachAndHowManyMore) {
  client::View view = on_slide({2, 0});
  view.client = "omar's id";
  view.state->driver = session::Driver{"lisa's id", "Lisa"};
  view.roster = session::Roster{{{{"lisa's id", "Lisa", session::Role::controller}, {}},
                                 {{"omar's id", "Omar", session::Role::controller}, {}}},
                                3};
  view.role = session::Role::controller;
  EXPECT_EQ(roster_text(view, now), "Lisa · controller · drives\nOmar · controller · this one\nand 3 others");
  EXPECT_EQ(roster_json(view, now).find("seconds"), std::string::npos);
  view.role = session::Role::operator_;
  view.roster->others = 0;
  EXPECT_EQ(roster_text(view, now),
            "Lisa · controller · for 1:00 · drives\nOmar · controller · for 1:00 · this one");
  view.roster->entries.pop_back();
  EXPECT_EQ(roster_json(view, now),
            R"({"connected":[{"name":"Lisa","client":"lisa's id","role":"controller",)"
            R"("drives":true,"you":false,"seconds":60}],"others":0})");
}

TEST(Status, SaysThatNothingIsRecorded) {
  client::View view = on_slide({2, 0});
  view.recorded = {7, "the disk is full"};
  EXPECT_EQ(to_text(status_of(view, now)), "2 of 5 · 2 · Slide 2 · not recorded");
  EXPECT_NE(to_json(status_of(view, now)).find(R"("recorded":{"revision":7,"problem":"the disk is full"})"),
            std::string::npos);
}

TEST(Status, LeavesSpareSlidesAtTheEndOutOfTheCount) {
  client::View view = on_slide({3, 3});
  auto outline = *view.outline;
  outline.slides.back().is_counted = false;
  view.outline = std::make_shared<const protocol::Outline>(outline);
  EXPECT_EQ(to_text(status_of(view, now)), "5, beyond the 4 · 3.3 · Slide 3.3");
}

TEST(Notes, AreTheSlidesAndThoseOfTheStepsSoFar) {
  const protocol::Notes notes{"deck", 1, "Hello.", {{1, "Pause."}, {2, "Smile."}}};
  EXPECT_EQ(to_text(notes, 0), "Hello.");
  EXPECT_EQ(to_text(notes, 1), "Hello.\n\nPause.");
  EXPECT_EQ(
      to_json(notes, "3.2"),
      R"({"slide":"3.2","notes":"Hello.","steps":[{"step":1,"notes":"Pause."},{"step":2,"notes":"Smile."}]})");
  EXPECT_EQ(to_text(protocol::Notes{}, 3), "(no notes on this slide)");
}

TEST(Status, SaysWhichOfSeveralDecksItIs) {
  client::View view = on_slide({2, 0});
  view.state->decks.push_back({"Roads", {}, {}});
  view.state->deck_number = 2;
  EXPECT_EQ(to_text(status_of(view, now)), "2 of 5 · 2 · Slide 2 · deck 2 of 2");
  EXPECT_EQ(decks_text(*view.state), "1    A test deck\n2    Roads · shown");
  EXPECT_EQ(decks_json(*view.state), R"({"decks":[{"number":1,"title":"A test deck","shown":false},)"
                                     R"({"number":2,"title":"Roads","shown":true}]})");
}

TEST(Outline, IsALineASlide) {
  EXPECT_EQ(to_text(protocol::outline_of(test::deck_of({1, 2}))),
            "1    1      Slide 1\n2    2.1    Slide 2.1\n3    2.2    Slide 2.2");
}

}  // namespace
}  // namespace lectern::cli
