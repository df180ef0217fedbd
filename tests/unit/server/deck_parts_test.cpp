#include "presenter/server/deck_parts.h"

#include <gtest/gtest.h>

#include "tests/support/decks.h"

namespace lectern::server {
namespace {

using protocol::NotesOf;
using protocol::SlideAt;
using protocol::WholeOutline;
using session::Role;

/// Names them by where they are.
struct Drawer final : Pictures {
  std::string name_of(const deck::Deck&, std::uint32_t number, int step) override {
    return std::to_string(number) + " at " + std::to_string(step);
  }
  bool knows(std::string_view) const override { return false; }
  void order(std::string_view, int, std::function<void(PictureBytes)> done) override { done(nullptr); }
};

class DeckPartsTest : public testing::Test {
 protected:
  static std::shared_ptr<const deck::Deck> make_deck() {
    auto deck = std::make_shared<deck::Deck>(test::deck_of({1, 1, 1}, 2));
    for (deck::Slide& slide : deck->slides) slide.fingerprint = static_cast<std::size_t>(slide.address.h);
    return deck;
  }

  protocol::ServerMessage ask(protocol::DeckPart part, Role role) {
    const protocol::DeckRequest request{deck->hash, part};
    return *protocol::decode_server_message(*parts.look_up(request, role)->in(protocol::Encoding::protobuf));
  }
  std::string refusal(protocol::DeckPart part, Role role) {
    const auto message = ask(part, role);
    const auto* const missing = std::get_if<protocol::Unavailable>(&message);
    return missing ? missing->message : "it was to be had";
  }
  protocol::Slide slide(SlideAt at, Role role) {
    const auto message = ask(at, role);
    const auto* const found = std::get_if<protocol::Slide>(&message);
    return found ? *found : protocol::Slide{};
  }
  std::vector<std::string> titles(Role role) {
    const auto message = ask(WholeOutline{}, role);
    std::vector<std::string> titles;
    for (const auto& entry : std::get<protocol::Outline>(message).slides)
      titles.push_back(entry.is_unseen ? "unseen" + entry.title : entry.title);
    return titles;
  }

  void press(const session::Command& command) { engine.decide(command, engine.state()->revision); }
  void open(bool after_end = false) { press(session::SetFollowing{{true, after_end}}); }

  const Clock clock;
  const std::shared_ptr<const deck::Deck> deck = make_deck();
  engine::Engine engine{{deck}, 42, clock};
  Drawer drawer;
  DeckParts parts{engine, &drawer};
};

TEST_F(DeckPartsTest, WhoFollowsSeesWhatTheAudienceHasSeenOnceThePageIsOpen) {
  EXPECT_EQ(refusal(SlideAt{1}, Role::follower), "the operator has not opened the audience's page");
  open();
  EXPECT_EQ(slide({1}, Role::follower).title, "Slide 1");
  EXPECT_EQ(refusal(SlideAt{2}, Role::follower), "the audience has not seen that slide yet");
  press(session::GoTo{{2, 0}});
  EXPECT_EQ(slide({2}, Role::follower).title, "Slide 2");
}

TEST_F(DeckPartsTest, WhoFollowsGetsNoStepThatTheAudienceHasNotSeen) {
  open();
  press(session::Step{session::Direction::next, deck->hash, engine.state()->position});
  EXPECT_EQ(slide({1}, Role::follower).step, 1u);
  EXPECT_EQ(slide({1, 2}, Role::follower).step, 1u) << "no more, though it was asked for";
  EXPECT_EQ(slide({1, 0}, Role::follower).step, 0u);
  EXPECT_EQ(slide({1}, Role::follower).picture, "1 at 1");
}

TEST_F(DeckPartsTest, WhoReadsNotesSeesEverySlide) {
  for (const Role role : {Role::notes, Role::timer, Role::controller, Role::operator_}) {
    EXPECT_EQ(slide({3}, role).step, 2u);
    EXPECT_EQ(slide({3, 1}, role).picture, "3 at 1");
  }
}

TEST_F(DeckPartsTest, TheTitlesOfWhatIsToComeAreNotForWhoFollows) {
  EXPECT_EQ(titles(Role::controller), (std::vector<std::string>{"Slide 1", "Slide 2", "Slide 3"}));
  EXPECT_EQ(titles(Role::follower), (std::vector<std::string>{"Slide 1", "unseen", "unseen"}));
  press(session::GoTo{{3, 0}});
  EXPECT_EQ(titles(Role::follower), (std::vector<std::string>{"Slide 1", "unseen", "Slide 3"}));
}

TEST_F(DeckPartsTest, AfterTheEndTheWholeDeckMayBeRead) {
  open(true);
  press(session::GoToEnd{session::End::last});
  for (int i = 0; i < 3; ++i)
    press(session::Step{session::Direction::next, deck->hash, engine.state()->position});
  ASSERT_EQ(engine.state()->position.holding, session::Holding::after);
  EXPECT_EQ(slide({2}, Role::follower).step, 2u);
  EXPECT_EQ(titles(Role::follower)[1], "Slide 2");
}

TEST_F(DeckPartsTest, NotesAreForWhoMayReadThem) {
  EXPECT_EQ(refusal(NotesOf{1}, Role::follower), "notes are for the speaker and whom they let read them");
  EXPECT_TRUE(std::holds_alternative<protocol::Notes>(ask(NotesOf{1}, Role::notes)));
}

TEST_F(DeckPartsTest, WhatTheDeckDoesNotHaveIsSaidSo) {
  for (const std::uint32_t number : {0u, 4u}) {
    EXPECT_EQ(refusal(NotesOf{number}, Role::operator_), "the deck has no such slide");
    EXPECT_EQ(refusal(SlideAt{number}, Role::operator_), "the deck has no such slide");
  }
}

TEST_F(DeckPartsTest, ASlideIsWrittenOnceForAllWhoAskForIt) {
  open();
  const protocol::DeckRequest request{deck->hash, SlideAt{1}};
  EXPECT_EQ(parts.look_up(request, Role::follower), parts.look_up(request, Role::follower));
}

}  // namespace
}  // namespace lectern::server
