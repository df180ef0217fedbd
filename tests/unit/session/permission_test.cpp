#include "common/session/permission.h"

#include <gtest/gtest.h>

#include <map>

#include "common/session/admission.h"
#include "tests/support/decks.h"

namespace lectern::session {
namespace {

/// One of every command, by the role that it takes.
std::map<Role, std::vector<Command>> commands_by_role() {
  const Sender another{"omar", "Omar", Role::controller};
  return {{Role::timer,
           {StartTimer{std::chrono::minutes(5)}, PauseTimer{}, ResumeTimer{}, ResetTimer{},
            AddTime{std::chrono::minutes(1)}}},
          {Role::controller,
           {Step{}, GoTo{}, GoToEnd{}, GoBack{}, SetBlack{}, SetFrozen{}, SetHolding{}, TakeEdit{},
            OpenDeck{}, TakeOver{}, HandOver{another}, SetLock{}}},
          {Role::operator_, {MoveStage{}, SetFollowing{{true}}, ManagePairing{OpenPairing{}}}}};
}

TEST(Permission, EveryCommandHasItsRole) {
  std::size_t count = 0;
  for (const auto& [role, commands] : commands_by_role())
    for (const Command& command : commands) {
      EXPECT_EQ(role_for(command), role) << command.index();
      ++count;
    }
  EXPECT_EQ(count, std::variant_size_v<Command>) << "a command is missing here";
}

TEST(Permission, WhoHasAGreaterRoleMayWhatALesserMayAndNobodyMore) {
  const deck::Deck deck = test::deck_of({1, 1, 1});
  for (const auto& [needed, commands] : commands_by_role())
    for (const Command& command : commands)
      for (std::size_t index = 0; index < role_count; ++index) {
        const auto role = static_cast<Role>(index);
        State state = first_state(deck, 42);
        const State before = state;
        Admission admission;
        const Answer answer =
            admission.decide({"lisa", "Lisa", role}, {1, 42, Instant{}, command}, state, deck, Instant{});
        EXPECT_EQ(answer == (Answer{1, Rejection::not_permitted}), role < needed)
            << command.index() << " as " << to_word(role);
        if (role < needed) {
          EXPECT_EQ(state, before);
        }
      }
}

TEST(Permission, AChainedStepTakesWhatAStepDoes) {
  const deck::Deck deck = test::deck_of({1, 1, 1});
  State state = first_state(deck, 42);
  Admission admission;
  const Request chained{2, 42, Instant{}, ChainedStep{Direction::next, deck.hash, 1}};
  EXPECT_EQ(admission.decide({"lisa", "Lisa", Role::timer}, chained, state, deck, Instant{}),
            (Answer{2, Rejection::not_permitted}));
}

TEST(Permission, RolesHaveTheirNames) {
  std::string words;
  for (std::size_t index = 0; index < role_count; ++index)
    words += std::string(to_word(static_cast<Role>(index))) + " ";
  EXPECT_EQ(words, "follower notes timer controller operator ");
}

}  // namespace
}  // namespace lectern::session
