// The presenter's side of the protocol against clients that keep to it and clients that do not.
#include <gtest/gtest.h>

#include <list>

#include "common/base/operator_token.h"
#include "tests/support/folder.h"
#include "tests/support/presenter.h"
#include "tests/support/wire.h"

namespace lectern {
namespace {

using protocol::CloseCode;
using test::Wire;

class Protocol : public testing::Test {
 protected:
  std::unique_ptr<Wire> joined(const std::string& client, session::Role role = session::Role::controller) {
    auto wire = std::make_unique<Wire>(presenter.port());
    wire->send(test::hello(client, role));
    welcome = *wire->read_until<protocol::Welcome>();
    state = *wire->read_until<session::State>();
    return wire;
  }

  session::Request step(CommandId id) const {
    return {id, welcome.epoch, welcome.sent + std::chrono::minutes(1),
            session::Command(session::Step{session::Direction::next, state.deck, state.position})};
  }

  void expect_closed(Wire& wire, CloseCode code) {
    EXPECT_EQ(wire.closed_with(), static_cast<std::uint16_t>(code));
    EXPECT_EQ(presenter.remote({"status"}).exit_code, 0) << "and it harms no other";
  }

  test::Folder folder;
  test::Presenter presenter{folder.write("slides.md", test::plain_deck(4))};
  protocol::Welcome welcome;
  session::State state;
};

TEST_F(Protocol, HelloIsAnsweredByWelcomeStateAndPresented) {
  Wire wire(presenter.port());
  wire.send(test::hello("lisa"));
  const auto first = wire.read();
  ASSERT_TRUE(first && std::holds_alternative<protocol::Welcome>(*first));
  EXPECT_EQ(std::get<protocol::Welcome>(*first).version, 1u);
  EXPECT_EQ(wire.read_until<session::State>()->revision, 1u);
  while (wire.read_until<protocol::Presented>()->revision != 1u) {
  }
}

TEST_F(Protocol, ACommandIsAnsweredStatedAndPresented) {
  const auto wire = joined("lisa");
  wire->send(step(1));
  EXPECT_EQ(wire->read_until<protocol::Answer>()->accepted, 2u);
  EXPECT_EQ(wire->read_until<session::State>()->position.slide.h, 2);
  while (wire->read_until<protocol::Presented>()->revision != 2u) {
  }
}

TEST_F(Protocol, TheSameCommandTwiceIsAnsweredTwiceAndMovesOnce) {
  const auto wire = joined("lisa");
  wire->send(step(1));
  wire->send(step(1));
  EXPECT_EQ(wire->read_until<protocol::Answer>()->accepted, 2u);
  EXPECT_EQ(wire->read_until<protocol::Answer>()->accepted, 2u);
  EXPECT_NE(presenter.remote({"status"}).output.find("2 of 4"), std::string::npos);
}

TEST_F(Protocol, ADuplicateIsKnownOnAnotherConnectionToo) {
  joined("lisa")->send(step(1));
  const auto again = joined("lisa");
  again->send(step(1));
  EXPECT_EQ(again->read_until<protocol::Answer>()->accepted, 2u);
  EXPECT_NE(presenter.remote({"status"}).output.find("2 of 4"), std::string::npos);
}

TEST_F(Protocol, TheSamePressOfTwoClientsMovesOnce) {
  const auto lisa = joined("lisa");
  const auto omar = joined("omar");
  lisa->send(step(1));
  EXPECT_TRUE(lisa->read_until<protocol::Answer>()->accepted);
  omar->send(step(1));
  EXPECT_EQ(omar->read_until<protocol::Answer>()->reason, "moved_on");
}

TEST_F(Protocol, AFollowerSeesButNeitherMovesNorReads) {
  const auto gallery = joined("gallery", session::Role::follower);
  gallery->send(step(1));
  EXPECT_EQ(gallery->read_until<protocol::Answer>()->reason, "not_permitted");
  gallery->send(protocol::DeckRequest{state.deck, protocol::NotesOf{1}});
  EXPECT_TRUE(gallery->read_until<protocol::Unavailable>());
  gallery->send(protocol::DeckRequest{state.deck, protocol::WholeOutline{}});
  EXPECT_EQ(gallery->read_until<protocol::Outline>()->slides.size(), 4u);
}

TEST_F(Protocol, ADeckThatIsNotShownIsUnavailable) {
  const auto wire = joined("lisa");
  wire->send(protocol::DeckRequest{"another", protocol::WholeOutline{}});
  EXPECT_TRUE(wire->read_until<protocol::Unavailable>());
  wire->send(protocol::DeckRequest{state.deck, protocol::NotesOf{5}});
  EXPECT_TRUE(wire->read_until<protocol::Unavailable>());
}

TEST_F(Protocol, WhoComesToAFrozenStageIsToldTheDeckThatItKeeps) {
  const auto lisa = joined("lisa");
  const DeckHash kept = state.deck;
  EXPECT_EQ(presenter.remote({"freeze"}).exit_code, 0);
  folder.write("slides.md", test::plain_deck(5));
  while (!lisa->read_until<session::State>()->edit) {
  }
  EXPECT_EQ(presenter.remote({"apply"}).exit_code, 0);
  const auto gallery = joined("gallery", session::Role::follower);
  EXPECT_EQ(state.deck, kept);
  gallery->send(protocol::DeckRequest{kept, protocol::WholeOutline{}});
  EXPECT_EQ(gallery->read_until<protocol::Outline>()->slides.size(), 4u);
  presenter.remote({"freeze", "off"});
  EXPECT_NE(gallery->read_until<session::State>()->deck, kept);
  gallery->send(protocol::DeckRequest{kept, protocol::WholeOutline{}});
  EXPECT_TRUE(gallery->read_until<protocol::Unavailable>());
}

constexpr session::Pointer laser{session::Pointer::Kind::laser, 0.25f, 0.5f, 0};

TEST_F(Protocol, WhoeverPointsEverybodyIsTold) {
  const auto lisa = joined("lisa");
  const auto gallery = joined("gallery", session::Role::follower);
  lisa->send(protocol::Point{laser, 1});
  EXPECT_EQ(lisa->read_until<session::Pointer>(), laser);
  EXPECT_EQ(gallery->read_until<session::Pointer>(), laser);
  EXPECT_EQ(joined("late")->read_until<session::Pointer>(), laser);
  EXPECT_EQ(gallery->read_until<session::Pointer>(), session::Pointer()) << "it went away by itself";
}

TEST_F(Protocol, WhoOnlyFollowsDoesNotPoint) {
  const auto gallery = joined("gallery", session::Role::follower);
  const auto lisa = joined("lisa");
  gallery->send(protocol::Point{laser, 1});
  gallery->send(protocol::DeckRequest{state.deck, protocol::WholeOutline{}});
  gallery->read_until<protocol::Outline>();  // what came before it was heard
  const session::Pointer another{session::Pointer::Kind::laser, 1, 1, 0};
  lisa->send(protocol::Point{another, 1});
  EXPECT_EQ(lisa->read_until<session::Pointer>(), another);
}

TEST_F(Protocol, OfPointersThatComeTooFastTheLastIsHeard) {
  const auto lisa = joined("lisa");
  for (int i = 0; i <= 100; ++i)
    lisa->send(protocol::Point{{session::Pointer::Kind::laser, static_cast<float>(i) / 100, 0, 0}, 1});
  while (lisa->read_until<session::Pointer>()->x < 1) {
  }
}

TEST_F(Protocol, APointerOutOfBoundsCloses) {
  const auto wire = joined("lisa");
  wire->send(protocol::Point{{session::Pointer::Kind::laser, 1.5f, 0, 0}, 1});
  expect_closed(*wire, CloseCode::malformed);
}

TEST_F(Protocol, GarbageClosesThatConnection) {
  const auto wire = joined("lisa");
  const auto other = joined("omar");
  wire->send_binary("\xff\xff\xff");
  expect_closed(*wire, CloseCode::malformed);
  other->send(step(1));
  EXPECT_TRUE(other->read_until<protocol::Answer>()->accepted);
}

TEST_F(Protocol, TextThatIsNotUtf8LeavesNoLineOfProtobufOnTheTerminal) {
  Wire wire(presenter.port());
  wire.send(test::hello("\xff\xfe"));
  EXPECT_EQ(wire.closed_with(), static_cast<std::uint16_t>(CloseCode::malformed));
  presenter.process().send_signal(SIGTERM);
  EXPECT_EQ(presenter.process().wait(), 0);
  EXPECT_EQ(presenter.process().errors().find("UTF-8"), std::string::npos);
}

TEST_F(Protocol, InJsonEverythingIsTheSame) {
  Wire wire(presenter.port(), {.subprotocol = std::string(protocol::json_subprotocol)});
  ASSERT_EQ(wire.status(), 101u);
  const std::string token = read_operator_token(presenter.port());
  wire.send_text(R"({"hello":{"versionMin":1,"versionMax":1,"clientId":"script","role":"ROLE_CONTROLLER",)"
                 R"("operatorToken":")" +
                 token + R"("}})");
  const auto welcomed = wire.read_bytes();
  ASSERT_TRUE(welcomed);
  EXPECT_TRUE(welcomed->starts_with(R"({"welcome":{"version":1,)")) << *welcomed;
  joined("lisa");  // who knows the epoch
  wire.send_text(R"({"command":{"id":1,"epoch":)" + std::to_string(welcome.epoch) +
                 R"(,"expiresMs":"99999999","goTo":{"h":3}}})");
  std::string said;
  while (said.find(R"("answer")") == std::string::npos) said = wire.read_bytes().value_or(R"("answer")");
  EXPECT_EQ(said, R"({"answer":{"commandId":1,"message":"","accepted":2}})");
  wire.send_binary("{}");
  while (wire.read_bytes()) {
  }
  EXPECT_EQ(wire.closed_with(), static_cast<std::uint16_t>(CloseCode::malformed));
}

TEST_F(Protocol, TheTimeIsToldToWhoAsks) {
  const auto wire = joined("lisa");
  wire->send(protocol::ClockProbe{-7});
  const auto reading = wire->read_until<protocol::ClockReading>();
  ASSERT_TRUE(reading);
  EXPECT_EQ(reading->client_sent_ms, -7);
  EXPECT_GE(reading->received, welcome.sent);
  EXPECT_GE(reading->sent, reading->received);
}

TEST_F(Protocol, TextIsGarbage) {
  const auto wire = joined("lisa");
  wire->send_text("{}");
  expect_closed(*wire, CloseCode::malformed);
}

TEST_F(Protocol, ACommandBeforeHelloCloses) {
  Wire wire(presenter.port());
  wire.send(step(1));
  expect_closed(wire, CloseCode::hello_expected);
}

TEST_F(Protocol, ASecondHelloCloses) {
  const auto wire = joined("lisa");
  wire->send(test::hello("lisa"));
  expect_closed(*wire, CloseCode::hello_expected);
}

TEST_F(Protocol, NoHelloInTimeCloses) {
  Wire wire(presenter.port());
  expect_closed(wire, CloseCode::hello_expected);
}

TEST_F(Protocol, AVersionFromTheFutureCloses) {
  Wire wire(presenter.port());
  protocol::Hello future = test::hello("lisa");
  future.version_min = 2;
  future.version_max = 3;
  wire.send(future);
  expect_closed(wire, CloseCode::version_unsupported);
}

TEST_F(Protocol, MessagesHaveALimitBeforeHelloAndAfter) {
  Wire stranger(presenter.port());
  stranger.send_binary(std::string(protocol::max_hello_bytes + 1, 'x'));
  expect_closed(stranger, CloseCode::message_too_big);
  const auto wire = joined("lisa");
  wire->send_binary(std::string(protocol::max_client_message_bytes + 1, 'x'));
  expect_closed(*wire, CloseCode::message_too_big);
}

TEST_F(Protocol, AtTheCapTheOldestUnidentifiedGoesNeverTheNewcomer) {
  std::list<Wire> waiting;
  for (std::size_t i = 0; i <= protocol::max_unidentified_connections; ++i) {
    waiting.emplace_back(presenter.port());
    EXPECT_EQ(waiting.back().status(), 101u);
  }
  EXPECT_EQ(waiting.front().closed_with(), static_cast<std::uint16_t>(CloseCode::displaced));
  waiting.back().send(test::hello("newcomer"));
  EXPECT_TRUE(waiting.back().read_until<protocol::Welcome>());
}

TEST_F(Protocol, WhoComesBackTakesThePlaceOfTheirOlderConnection) {
  const auto before = joined("client");
  const auto again = joined("client");
  EXPECT_EQ(before->closed_with(), static_cast<std::uint16_t>(CloseCode::displaced));
  again->send(step(1));
  EXPECT_TRUE(again->read_until<protocol::Answer>()->accepted);
}

TEST_F(Protocol, ForeignHostsAndOriginsAreRefused) {
  EXPECT_EQ(Wire(presenter.port(), {.host = "evil.example"}).status(), 403u);
  EXPECT_EQ(Wire(presenter.port(), {.origin = "http://evil.example"}).status(), 403u);
}

TEST_F(Protocol, AnotherSubprotocolOrPathIsRefused) {
  EXPECT_EQ(Wire(presenter.port(), {.subprotocol = "chat"}).status(), 400u);
  EXPECT_EQ(Wire(presenter.port(), {.path = "/elsewhere"}).status(), 404u);
}

TEST_F(Protocol, AClientThatReadsNothingCannotKeepThePresenterFromEnding) {
  const auto wire = joined("lisa");
  for (std::size_t i = 0; i < 20'000; ++i)
    wire->send(protocol::DeckRequest{state.deck, protocol::WholeOutline{}});
  presenter.process().send_signal(SIGTERM);
  EXPECT_EQ(presenter.process().wait(), 0);
}

TEST_F(Protocol, WhenThePresenterEndsItSaysSo) {
  const auto wire = joined("lisa");
  presenter.process().send_signal(SIGTERM);
  EXPECT_EQ(wire->closed_with(), static_cast<std::uint16_t>(CloseCode::going_away));
  EXPECT_EQ(presenter.process().wait(), 0);
}

}  // namespace
}  // namespace lectern
