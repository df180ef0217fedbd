#include "tests/simulation/checker.h"

#include <gtest/gtest.h>

#include "common/session/reduce.h"
#include "tests/support/decks.h"

namespace lectern::simulation {
namespace {

using session::Command;
using session::Direction;
using session::Rejection;

const deck::Deck deck_of_four = test::deck_of({1, 1, 1, 1});

/// A meeting in which one remote moved the show twice, and then the presenter was started again.
struct Written {
  Written() {
    begin(session::first_state(deck_of_four, 1));
    press_next(1);
    press_next(2);
    run().recorded = 3;
    session::State again = *run().published.back();
    const session::State left = again;
    ++again.revision;
    again.epoch = 2;
    begin(again);
    run().left = left;
    history.shown.push_back({"lisa", again, false});
  }

  Run& run() { return history.runs.back(); }
  Run& first_run() { return history.runs.front(); }
  StatePtr newest() { return run().published.empty() ? run().first : run().published.back(); }

  void begin(const session::State& state) {
    history.runs.emplace_back().first = std::make_shared<session::State>(state);
  }
  void press_next(CommandId id) {
    const StatePtr before = newest();
    const session::Request request{id, run().epoch(), Instant(Duration(2000)),
                                   Command(session::Step{Direction::next, before->deck, before->position})};
    const auto decision = session::reduce(*before, deck_of_four, std::get<Command>(request.command),
                                          Instant{}, {"lisa", "lisa", session::Role::controller});
    const auto after = std::make_shared<session::State>(std::get<session::State>(decision));
    const session::Answer answer{id, after->revision};
    run().published.push_back(after);
    run().decided.push_back({"lisa", request, answer, Instant{}, Duration(0), before, after});
    history.pressed.push_back({"lisa", request, Duration(0), Duration(0)});
    history.sent.push_back({"lisa", request});
    history.told.push_back({"lisa", run().epoch(), protocol::to_wire(answer)});
    history.settled.push_back({"lisa", id, {client::Outcome::accepted, after->revision, {}, {}}});
  }
  std::string fault() const { return fault_in(history, deck_of_four).value_or(""); }

  History history;
};

TEST(Checker, FindsNothingWrongWithAMeetingThatWentWell) {
  EXPECT_EQ(Written().fault(), "");
}

TEST(Checker, SeesACommandThatWasAppliedTwice) {
  Written written;
  Decided again = written.first_run().decided.back();
  again.before = again.after;
  auto further = std::make_shared<session::State>(*again.after);
  ++further->revision;
  again.after = further;
  written.first_run().decided.push_back(again);
  written.first_run().published.push_back(further);
  EXPECT_EQ(written.fault(), "command 2 of lisa was applied twice");
}

TEST(Checker, SeesACommandOfAnotherEpoch) {
  Written written;
  written.first_run().decided[0].request.epoch = 7;
  EXPECT_EQ(written.fault(), "command 1 of lisa was applied in another epoch than it was meant for");
}

TEST(Checker, SeesTwoAnswersToOneCommand) {
  Written written;
  Decided again = written.first_run().decided.back();
  again.before = again.after;
  again.answer.outcome = Rejection::expired;
  written.first_run().decided.push_back(again);
  EXPECT_EQ(written.fault(), "command 2 of lisa was answered in two ways");
  written.first_run().decided.back().answer.outcome = Rejection::too_old;
  EXPECT_EQ(written.fault(), "");
}

TEST(Checker, SeesACommandThatCameTooLate) {
  Written written;
  written.first_run().decided[1].at = Instant(Duration(2001));
  EXPECT_EQ(written.fault(), "command 2 of lisa was applied after its expiry");
}

TEST(Checker, SeesAnExpiryThatNobodyWouldHave) {
  Written written;
  written.first_run().decided[1].when = Duration(2001);
  EXPECT_EQ(written.fault(),
            "command 2 of lisa was applied longer after the press than anybody would have it");
  written.history.pressed[1].clock_error = Duration(-1);
  EXPECT_EQ(written.fault(), "");
}

TEST(Checker, SeesAnAcceptedCommandThatWasLost) {
  Written written;
  written.first_run().decided.pop_back();
  EXPECT_NE(written.fault(), "");
  Written ignored;
  ignored.first_run().decided[1].after = ignored.first_run().decided[1].before;
  EXPECT_EQ(ignored.fault(), "after command 2 of lisa the state is not what was accepted");
}

TEST(Checker, SeesWhatSomebodyWasToldWrongly) {
  Written written;
  written.history.settled[1].confirmed.outcome = client::Outcome::refused;
  EXPECT_EQ(written.fault(),
            "command 2 of lisa was accepted, but whoever pressed was told that it was refused");
  Written other;
  other.history.told[0].answer.accepted = 9;
  EXPECT_EQ(other.fault(), "command 1 of lisa was told to be accepted, but was not");
}

TEST(Checker, SeesARecordedRevisionThatIsLost) {
  Written written;
  written.run().left.reset();
  EXPECT_EQ(written.fault(), "revision 3 was recorded, and is lost");
}

TEST(Checker, SeesAnEpochThatGoesOnElsewhere) {
  Written written;
  auto elsewhere = *written.run().first;
  elsewhere.position.slide = {1, 0};
  written.run().first = std::make_shared<session::State>(elsewhere);
  EXPECT_EQ(written.fault(), "an epoch did not go on where the one before was left");
}

TEST(Checker, SeesACommandThatIsSentAgainAsAnother) {
  Written written;
  written.history.sent.push_back(written.history.sent[0]);
  EXPECT_EQ(written.fault(), "");
  written.history.sent.back().request.expires += Duration(1);
  EXPECT_EQ(written.fault(), "command 1 of lisa was sent again as another");
}

TEST(Checker, SeesADecisionAboutSomethingElseThanWasSent) {
  Written written;
  written.history.sent[1].request.command = Command(session::GoBack{});
  EXPECT_EQ(written.fault(), "command 2 of lisa is not what was sent");
}

TEST(Checker, SeesAnAcceptedStepWhosePredecessorWasNot) {
  Written written;
  written.first_run().decided[1].request.command =
      session::ChainedStep{Direction::next, deck_of_four.hash, 9};
  EXPECT_EQ(written.fault(), "command 2 of lisa was accepted though it hangs on one that was not");
}

TEST(Checker, SeesAClientThatShowsSomethingElse) {
  Written written;
  written.history.shown[0].state->black = true;
  EXPECT_EQ(written.fault(), "lisa does not show what the presenter shows");
  Written waiting;
  waiting.history.shown[0].waits_for_an_answer = true;
  EXPECT_EQ(waiting.fault(), "lisa still waits for an answer");
}

}  // namespace
}  // namespace lectern::simulation
