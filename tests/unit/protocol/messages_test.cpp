#include "common/protocol/messages.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <limits>

#include "common/protocol/limits.h"
#include "tests/support/decks.h"

namespace lectern::protocol {
namespace {

const DeckHash hash = "0123456789abcdef0123456789abcdef";

std::vector<ClientMessage> one_of_each_client_message() {
  using namespace session;
  const auto request = [](auto command) {
    return Request{3, 9, Instant(Duration(12'345)), std::move(command)};
  };
  return {Hello{1, 1, "abc", "lectern-remote on lisa-laptop", Role::controller},
          DeckRequest{hash, WholeOutline{}},
          DeckRequest{hash, NotesOf{12}},
          DeckRequest{hash, SlideAt{12, {}}},
          DeckRequest{hash, SlideAt{12, 0}},
          DeckRequest{hash, SlideAt{12, 3}},
          request(Command(Step{Direction::next, hash, {{3, 2}, 1}})),
          request(Command(Step{Direction::previous, hash, {{1, 0}, 0}})),
          request(ChainedStep{Direction::previous, hash, 2}),
          request(Command(GoTo{{3, 2}})),
          request(Command(GoToEnd{End::last})),
          request(Command(GoBack{})),
          request(Command(SetBlack{true})),
          request(Command(SetFrozen{true})),
          request(Command(StartTimer{std::chrono::minutes(15)})),
          request(Command(PauseTimer{})),
          request(Command(ResumeTimer{})),
          request(Command(ResetTimer{})),
          request(Command(AddTime{-std::chrono::minutes(1)})),
          request(Command(TakeEdit{hash})),
          request(Command(Step{Direction::next, hash, {{3, 2}, 1, Holding::after}})),
          request(Command(SetHolding{true})),
          request(Command(OpenDeck{2})),
          request(Command(MoveStage{})),
          request(Command(TakeOver{})),
          request(Command(HandOver{{"omar", {}, {}}})),
          request(Command(SetLock{true})),
          request(Command(SetFollowing{{true, false}})),
          request(Command(SetFollowing{{true, true}})),
          request(Command(SetFollowing{})),
          Hello{1, 1, "abc", "", Role::operator_, std::string(64, 'a')},
          Point{{Pointer::Kind::zoom, 0.5f, 0.25f, 3}, 7},
          Hello{1, 1, "abc", "who comes back", Role::controller, {}, 77, 41},
          request(Command(ManagePairing{OpenPairing{}})),
          request(Command(ManagePairing{OpenPairing{true, "10.0.0.5:7070"}})),
          request(Command(ManagePairing{ClosePairing{}})),
          request(Command(ManagePairing{AcceptDevice{3, Role::controller}})),
          request(Command(ManagePairing{DeclineDevice{3}})),
          request(Command(ManagePairing{RevokeDevice{3}})),
          request(Command(ManagePairing{RenameDevice{3, "Lisa’s laptop"}})),
          request(Command(ManagePairing{PinDevice{3, true}})),
          Hello{1, 1, "abc", "", Role::controller, {}, 77, 41, 3, Nonce{1, 2, 3}},
          Pair{Pair::By::pin, "Lisa’s laptop", Nonce{4, 5}},
          Pair{Pair::By::token, "Omar’s phone", Nonce{6}},
          Prove{Proof{7}, std::string(max_srp_key_bytes, 'A')},
          Prove{Proof{8}},
          ClockProbe{-5}};
}

std::vector<ServerMessage> one_of_each_server_message() {
  using namespace session;
  const QaTimer running{QaTimer::Phase::running, std::chrono::minutes(5), Duration(2000),
                        Instant(Duration(9000))};
  State one_of_two{12, 77, hash, {{3, 0}, 2}, false, {}, {}, {}, {}};
  one_of_two.deck_number = 2;
  one_of_two.decks = {{"Parks", {{1, 0}, 0, Holding::before}, {}},
                      {"Roads", {{3, 1}, 2}, Position{{2, 0}, 0}}};
  State driven{13, 77, hash, {{3, 0}, 2}, false, {}, {}, {}, {}};
  driven.driver = Driver{"abc", "Lisa", true, true};
  State driven_by_a_device = driven;
  driven_by_a_device.driver->device = 3;
  State followed{14, 77, hash, {{3, 0}, 2}, false, {}, {}, {}, {}};
  followed.following = {true, true};
  Outline half_seen = outline_of(test::deck_of({1, 3}));
  half_seen.slides[2].is_unseen = true;
  return {one_of_two,
          followed,
          half_seen,
          Slide{hash, 3, 2, "Parks", "<h2>Parks</h2>", "0123456789abcdef0123456789abcdef"},
          driven,
          driven_by_a_device,
          Roster{{{{"abc", "Lisa", Role::controller, 3}, Instant(Duration(4711))}}, 0},
          Welcome{1, 77, Role::controller, {}, 4096, 64, Duration(8000), Instant(Duration(4711)), Proof{9}},
          Challenge{Nonce{1}},
          Challenge{Nonce{1}, Fingerprint{2}, "salt", std::string(max_srp_key_bytes, 'B')},
          Asked{Proof{3}},
          Paired{3, Role::timer},
          session::Pairing{},
          session::Pairing{PairingWindow{Instant(Duration(180'000)), "04719382", {"http://a/#v1.b.c"}, "why"},
                           {{3, "Omar’s phone", "amber river"}},
                           {{2, "Lisa’s laptop", Role::controller, true}},
                           true,
                           "the disk is full"},
          session::Pairing{
              PairingWindow{Instant(Duration(180'000)), "04719382", {"http://a/#v1.b.c"}, "", true}, {}, {}},
          Roster{{{{"abc", "Lisa", Role::controller}, Instant(Duration(4711))}}, 3},
          Roster{},
          Welcome{1, 77, Role::controller, {"json"}, 4096, 64, Duration(8000), Instant(Duration(4711))},
          State{5, 77, hash, {{3, 2}, 1}, true, running, {}, {}, {}},
          State{1, 77, hash, {{1, 0}, 0}, false, {}, {}, {}, Position{{2, 0}, 1}},
          State{6, 77, hash, {{1, 0}, 0}, false, {}, session::Edit{hash, "slide 2 changed"}, {}, {}},
          State{9, 77, hash, {{1, 0}, 0}, false, {}, {}, Frozen{8, hash, {{3, 2}, 1}}, {}},
          State{10, 77, hash, {{1, 0}, 0, Holding::before}, false, {}, {}, {}, {}},
          State{11, 77, hash, {{3, 0}, 2}, false, {}, {}, Frozen{8, hash, {{3, 2}, 1, Holding::pause}}, {}},
          Presented{5},
          Answer{3, 6, {}, {}},
          Answer{3, std::nullopt, "moved_on", "the show has moved on since you pressed"},
          outline_of(test::deck_of({1, 3})),
          Notes{hash, 12, "Thank you, Chair.", {}},
          Notes{hash, 13, "", {{2, "Pause."}}},
          Unavailable{hash, 12, "notes are for others"},
          Pointer{Pointer::Kind::spotlight, 1, 0, 0.1f},
          Pointer{},
          ClockReading{-5, Instant(Duration(7)), Instant(Duration(8))},
          session::Recorded{5, ""},
          session::Recorded{5, "the disk is full"}};
}

TEST(Messages, ClientMessagesComeBackAsTheyWere) {
  for (const ClientMessage& message : one_of_each_client_message()) {
    const auto decoded = decode_client_message(encode(message));
    ASSERT_TRUE(decoded.has_value()) << message.index();
    EXPECT_EQ(*decoded, message);
  }
}

TEST(Messages, ServerMessagesComeBackAsTheyWere) {
  for (const ServerMessage& message : one_of_each_server_message()) {
    const auto decoded = decode_server_message(encode(message));
    ASSERT_TRUE(decoded.has_value()) << message.index();
    EXPECT_EQ(*decoded, message);
  }
}

TEST(Messages, TheBytesOfAStepNeverChange) {
  // Frozen: a client of this version in the field sends exactly this.
  const session::Request request{
      3, 9, Instant(Duration(300)),
      session::Command(session::Step{session::Direction::next, "ab", {{3, 2}, 1}})};
  const std::string bytes =
      "\x12\x17"      // ClientMessage.command, 23 bytes
      "\x08\x03"      // id 3
      "\x10\x09"      // epoch 9
      "\x18\xac\x02"  // expires_ms 300
      "\x22\x0e"      // step, 14 bytes
      "\x08\x01"      // direction next
      "\x12\x02"      // deck
      "ab"
      "\x1a\x06\x08\x03\x10\x02\x18\x01";  // from 3.2, step 1
  EXPECT_EQ(encode(ClientMessage(request)), bytes);
}

TEST(Messages, GarbageIsRefused) {
  for (const std::string& bytes : {std::string(), std::string("\xff\xff\xff\xff"), std::string(100, '\0'),
                                   std::string("GET / HTTP/1.1\r\n\r\n")}) {
    EXPECT_FALSE(decode_client_message(bytes).has_value());
    EXPECT_FALSE(decode_server_message(bytes).has_value());
  }
}

TEST(Messages, ACommandWithoutANumberOrAnActionIsRefused) {
  EXPECT_FALSE(decode_client_message(std::string("\x12\x02\x10\x09", 4)).has_value());  // no id, no action
  EXPECT_FALSE(decode_client_message(std::string("\x12\x02\x08\x03", 4)).has_value());  // id, no action
}

TEST(Messages, APlaceThatNobodyKnowsOfIsRefused) {
  // ClientMessage.command: id 3, a step next from 3.2 with holding 1, and with holding 9.
  const auto step_from = [](char holding) {
    const std::string bytes("\x12\x0e\x08\x03\x22\x0a\x08\x01\x1a\x06\x08\x03\x10\x02\x20", 15);
    return decode_client_message(bytes + holding);
  };
  EXPECT_TRUE(step_from(1).has_value());
  EXPECT_FALSE(step_from(9).has_value());
}

TEST(Messages, AClientIdMustBeShortAndPrintable) {
  for (const std::string& id :
       {std::string(), std::string(65, 'a'), std::string("a\nb"), std::string("Zo\u00eb")})
    EXPECT_FALSE(decode_client_message(encode(ClientMessage(Hello{1, 1, id, "", session::Role::controller})))
                     .has_value());
}

TEST(Messages, AReasonOfALaterVersionIsStillARefusal) {
  // ServerMessage.answer: command 3, refused with reason 99.
  const auto decoded = decode_server_message(std::string("\x22\x04\x08\x03\x18\x63", 6));
  ASSERT_TRUE(decoded.has_value());
  EXPECT_FALSE(std::get<Answer>(*decoded).accepted);
  EXPECT_EQ(std::get<Answer>(*decoded).reason, "unknown");
}

TEST(Messages, EveryRefusalHasAWordAndASentence) {
  using namespace session;
  for (const auto outcome :
       {Refusal::moved_on, Refusal::other_deck, Refusal::no_such_slide, Refusal::timer_off,
        Refusal::limit_out_of_range, Refusal::no_such_edit, Refusal::no_such_deck, Refusal::no_such_device,
        Refusal::too_many_devices, Refusal::has_begun}) {
    const Answer answer = to_wire({1, outcome});
    EXPECT_FALSE(answer.accepted);
    EXPECT_NE(answer.reason, "unknown");
    EXPECT_FALSE(answer.message.empty());
  }
  for (const auto outcome : {Rejection::other_epoch, Rejection::expired, Rejection::predecessor_refused,
                             Rejection::too_old, Rejection::not_permitted})
    EXPECT_NE(to_wire({1, outcome}).reason, "unknown");
}

TEST(Messages, AnAddressThatNoDeckHasIsForTheSessionToRefuse) {
  const session::Request far{1, 9, Instant{}, session::Command(session::GoTo{{2'000'000, 1}})};
  EXPECT_TRUE(decode_client_message(encode(ClientMessage(far))).has_value());
}

TEST(Messages, APointerOutOfBoundsIsRefused) {
  using session::Pointer;
  using Kind = Pointer::Kind;
  const float nan = std::numeric_limits<float>::quiet_NaN(),
              infinity = std::numeric_limits<float>::infinity();
  for (const Pointer& wrong :
       {Pointer{Kind::laser, 1.01f, 0, 0}, Pointer{Kind::laser, 0, -0.01f, 0},
        Pointer{Kind::laser, nan, 0, 0}, Pointer{Kind::laser, 0, infinity, 0}, Pointer{Kind::laser, 0, 0, 2},
        Pointer{Kind::none, nan, 0, 0}, Pointer{Kind::zoom, 0, 0, 4.5f}, Pointer{Kind::zoom, 0, 0, 1},
        Pointer{Kind::zoom, 0, 0, nan}, Pointer{Kind::spotlight, 0, 0, 2}}) {
    EXPECT_FALSE(decode_client_message(encode(ClientMessage(Point{wrong, 1}))).has_value());
    EXPECT_FALSE(decode_server_message(encode(ServerMessage(wrong))).has_value());
  }
  EXPECT_FALSE(decode_client_message(std::string("\x22\x00", 2)).has_value()) << "of no kind";
}

TEST(Messages, APointerThatSaysNoSizeHasTheUsualOne) {
  const auto decoded =
      decode_client_message(encode(ClientMessage(Point{{session::Pointer::Kind::zoom, 0.5f, 0.5f, 0}, 1})));
  ASSERT_TRUE(decoded.has_value());
  EXPECT_EQ(std::get<Point>(*decoded).pointer.size, 2);
}

TEST(Messages, TimesOfAPresenterThatRanForMonthsComeBack) {
  session::State state{5, 77, hash, {{3, 2}, 1}, false, {}, {}, {}, {}};
  const Instant late{std::chrono::hours(24 * 100)};
  state.qa = {session::QaTimer::Phase::running, std::chrono::minutes(5), Duration(2000), late};
  EXPECT_EQ(std::get<session::State>(*decode_server_message(encode(ServerMessage(state)))), state);
}

TEST(Messages, ControlIsHandedOverToAClientIdOnly) {
  for (const ClientId& id : {std::string(), std::string(65, 'x'), std::string("caf\xc3\xa9")}) {
    const session::Command hand_over = session::HandOver{{id, {}, {}}};
    const ClientMessage message = session::Request{3, 9, Instant(Duration(12'345)), hand_over};
    EXPECT_FALSE(decode_client_message(encode(message)).has_value()) << id;
  }
}

TEST(Messages, EveryRoleComesBack) {
  for (std::size_t role = 0; role < session::role_count; ++role) {
    const ClientMessage hello = Hello{1, 1, "abc", "", static_cast<session::Role>(role)};
    EXPECT_EQ(*decode_client_message(encode(hello)), hello) << to_word(static_cast<session::Role>(role));
  }
}

TEST(Messages, AHelloFitsItsLimit) {
  const Hello longest{1,
                      1,
                      std::string(64, 'x'),
                      std::string(max_client_name_bytes, 'y'),
                      session::Role::controller,
                      std::string(64, 'a')};
  EXPECT_LE(encode(ClientMessage(longest)).size(), max_hello_bytes);
}

TEST(Messages, AStateOfManyDecksFitsItsLimitAndMoreThanThereCanBeAreRefused) {
  session::State state{5, 77, hash, {{3, 2}, 1}, false, {}, {}, {}, {}};
  const session::DeckEntry longest{std::string(deck::max_title_characters * 4, 'x'),
                                   {{deck::max_slides, 1}, 9},
                                   session::Position{{deck::max_slides, 1}, 9}};
  state.decks.assign(session::max_decks, longest);
  const std::string bytes = encode(ServerMessage(state));
  EXPECT_LE(bytes.size(), 64 * 1024u) << "who comes back has the newest state at once, whatever the decks";
  EXPECT_TRUE(decode_server_message(bytes).has_value());
  state.decks.push_back(longest);
  EXPECT_FALSE(decode_server_message(encode(ServerMessage(state))).has_value());
}

TEST(Messages, TheLongestOutlineFitsItsLimit) {
  deck::Deck deck = test::deck_of(std::vector<int>(deck::max_slides, 1));
  for (deck::Slide& slide : deck.slides) slide.title = std::string(deck::max_title_characters * 3, 'x');
  EXPECT_LE(encode(ServerMessage(outline_of(deck))).size(), max_server_message_bytes);
}

RC_GTEST_PROP(Messages, AnyBytesAreTakenOrRefusedButNeverMore, (const std::string& bytes)) {
  if (const auto message = decode_client_message(bytes))
    RC_ASSERT(decode_client_message(encode(*message)).has_value());
  if (const auto message = decode_server_message(bytes))
    RC_ASSERT(decode_server_message(encode(*message)).has_value());
}

}  // namespace
}  // namespace lectern::protocol
