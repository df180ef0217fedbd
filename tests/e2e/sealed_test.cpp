// A phone's way in: by a code, over plain HTTP, with everything sealed; as a client that says exactly what a
// test wants it to.
#include <gtest/gtest.h>

#include "common/trust/agreement.h"
#include "common/trust/invitation.h"
#include "common/trust/primitives.h"
#include "common/trust/seal.h"
#include "common/trust/transcript.h"
#include "tests/support/folder.h"
#include "tests/support/presenter.h"
#include "tests/support/wire.h"

namespace lectern {
namespace {

using protocol::CloseCode;
using session::Role;
using test::Wire;

/// A phone that was let in.
struct Phone {
  DeviceNumber device = 0;
  trust::Key key{};
};

/// One connection of it, sealed from Welcome on.
struct SealedWire {
  explicit SealedWire(std::uint16_t port) : wire(port) {}

  void send(const protocol::ClientMessage& message) {
    wire.send_binary(sealer->seal(protocol::encode(message)));
  }

  template <class Kind>
  std::optional<Kind> read_until() {
    while (const auto bytes = wire.read_bytes()) {
      const auto opened = opener->open(*bytes);
      if (!opened) return std::nullopt;
      const auto message = protocol::decode_server_message(*opened);
      if (message && std::holds_alternative<Kind>(*message)) return std::get<Kind>(*message);
    }
    return std::nullopt;
  }

  Wire wire;
  std::optional<trust::Sealer> sealer;
  std::optional<trust::Opener> opener;
  trust::Digest presenter_proof{};
};

class Sealed : public testing::Test {
 protected:
  void SetUp() override {
    operators = std::make_unique<Wire>(presenter.port());
    operators->send(test::hello("operator", Role::operator_));
    welcome = *operators->read_until<protocol::Welcome>();
  }

  void manage(session::PairingCommand what) {
    operators->send(session::Request{++last_id, welcome.epoch, welcome.sent + std::chrono::minutes(1),
                                     session::Command(session::ManagePairing{std::move(what)})});
    const auto answer = operators->read_until<protocol::Answer>();
    ASSERT_TRUE(answer && answer->accepted) << answer->message;
  }

  trust::Token token() {
    manage(session::OpenPairing{});
    const auto told = operators->read_until<session::Pairing>();
    return trust::parse_invitation(told->window->invitations.at(0))->token;
  }

  /// What it answers to the challenge; nullopt: there was none.
  static std::optional<trust::Agreement> ask(Wire& wire, const trust::Token& token, const std::string& name) {
    const auto nonce = trust::random_bytes<32>();
    wire.send(protocol::Pair{protocol::Pair::By::token, name, nonce});
    const auto challenge = wire.read_until<protocol::Challenge>();
    if (!challenge) return std::nullopt;
    EXPECT_EQ(challenge->certificate, std::nullopt) << "this is not TLS";
    const auto agreement =
        trust::agree(trust::view(token), trust::token_transcript({challenge->nonce, nonce, {}}, name));
    wire.send(protocol::Prove{agreement.client_proof});
    return agreement;
  }

  Phone let_in(Role role = Role::controller) {
    Wire wire(presenter.port());
    const auto agreement = ask(wire, token(), "Omar’s phone");
    const auto asked = wire.read_until<protocol::Asked>();
    EXPECT_TRUE(asked && asked->proof == agreement->presenter_proof);
    std::optional<session::Pairing> told;
    do told = operators->read_until<session::Pairing>();
    while (told && told->asking.empty());
    EXPECT_EQ(told->asking.at(0).words, agreement->words);
    manage(session::AcceptDevice{told->asking.at(0).number, role});
    const auto paired = wire.read_until<protocol::Paired>();
    return {paired->device, agreement->device_key};
  }

  /// Up to its proof.
  std::unique_ptr<SealedWire> hello(const Phone& phone, Role role, const std::string& client = "omar") {
    auto wire = std::make_unique<SealedWire>(presenter.port());
    protocol::Hello hello = test::hello(client, role);
    hello.operator_token = "none";  // the test's own would be added
    hello.device = phone.device;
    hello.nonce = trust::random_bytes<32>();
    wire->wire.send(hello);
    const auto challenge = wire->wire.read_until<protocol::Challenge>();
    const auto agreement = trust::agree(
        trust::view(phone.key), trust::hello_transcript({challenge->nonce, hello.nonce, {}}, phone.device,
                                                        client, protocol::role_number(role)));
    wire->sealer.emplace(agreement.to_presenter);
    wire->opener.emplace(agreement.to_client);
    wire->presenter_proof = agreement.presenter_proof;
    recorded = {hello, protocol::Prove{agreement.client_proof}};
    wire->wire.send(recorded.second);
    return wire;
  }

  test::Folder folder;
  test::Presenter presenter{folder.write("slides.md", test::plain_deck(4)),
                            {"--headless", "--size", "320x180", "--listen", "127.0.0.2"}};
  std::unique_ptr<Wire> operators;
  protocol::Welcome welcome;
  CommandId last_id = 0;
  std::pair<protocol::Hello, protocol::Prove> recorded;  ///< of the newest hello()
};

TEST_F(Sealed, APhoneDrivesOverPlainHttp) {
  const Phone phone = let_in();
  const auto wire = hello(phone, Role::operator_);
  const auto welcomed = wire->read_until<protocol::Welcome>();
  ASSERT_TRUE(welcomed);
  EXPECT_EQ(welcomed->proof, wire->presenter_proof);
  EXPECT_EQ(welcomed->role, Role::controller);
  const auto state = *wire->read_until<session::State>();
  wire->send(protocol::DeckRequest{state.deck, protocol::NotesOf{1}});
  EXPECT_EQ(wire->read_until<protocol::Notes>()->markdown, "Notes of slide 1");
  wire->send(session::Request{1, welcomed->epoch, welcomed->sent + std::chrono::minutes(1),
                              session::Command(session::GoToEnd{session::End::last})});
  EXPECT_TRUE(wire->read_until<protocol::Answer>()->accepted);
}

TEST_F(Sealed, NobodyIsTheOperatorOverPlainHttpWhateverWasAccepted) {
  const Phone phone = let_in(Role::operator_);
  EXPECT_EQ(hello(phone, Role::operator_)->read_until<protocol::Welcome>()->role, Role::controller);
}

TEST_F(Sealed, WhoDoesNotKnowTheKeyIsNotThatDevice) {
  Phone phone = let_in();
  phone.key[0] ^= 1;
  EXPECT_EQ(hello(phone, Role::controller)->wire.closed_with(),
            static_cast<std::uint16_t>(CloseCode::not_paired));
  EXPECT_EQ(hello({phone.device + 1, phone.key}, Role::controller)->wire.closed_with(),
            static_cast<std::uint16_t>(CloseCode::not_paired));
}

TEST_F(Sealed, AProofIsWorthNothingOnAnotherConnection) {
  const Phone phone = let_in();
  const auto wire = hello(phone, Role::controller);
  ASSERT_TRUE(wire->read_until<protocol::Welcome>());
  Wire again(presenter.port());
  again.send(recorded.first);
  ASSERT_TRUE(again.read_until<protocol::Challenge>());
  again.send(recorded.second);
  EXPECT_EQ(again.closed_with(), static_cast<std::uint16_t>(CloseCode::not_paired));
}

TEST_F(Sealed, WhatIsNotSealedOrComesAgainEndsTheConnection) {
  const Phone phone = let_in();
  const protocol::ClockProbe probe{1};
  const auto plain = hello(phone, Role::controller, "plain");
  ASSERT_TRUE(plain->read_until<protocol::Welcome>());
  plain->wire.send_binary(protocol::encode(probe));
  EXPECT_EQ(plain->wire.closed_with(), static_cast<std::uint16_t>(CloseCode::malformed));

  const auto replayed = hello(phone, Role::controller, "replayed");
  ASSERT_TRUE(replayed->read_until<protocol::Welcome>());
  const std::string sealed = replayed->sealer->seal(protocol::encode(probe));
  replayed->wire.send_binary(sealed);
  ASSERT_TRUE(replayed->read_until<protocol::ClockReading>());
  replayed->wire.send_binary(sealed);
  EXPECT_EQ(replayed->wire.closed_with(), static_cast<std::uint16_t>(CloseCode::malformed));
}

TEST_F(Sealed, AWrongTokenIsTurnedAwayAndARightOneIsGoodForOne) {
  const trust::Token right = token();
  Wire first(presenter.port()), second(presenter.port()), third(presenter.port());
  ask(first, trust::Token{}, "a guess");
  EXPECT_EQ(first.closed_with(), static_cast<std::uint16_t>(CloseCode::pairing_wrong));
  ask(second, right, "Omar’s phone");
  EXPECT_TRUE(second.read_until<protocol::Asked>());
  EXPECT_EQ(ask(third, right, "a second one"), std::nullopt);
  EXPECT_EQ(third.closed_with(), static_cast<std::uint16_t>(CloseCode::pairing_closed));
}

TEST_F(Sealed, TheDeskTakesItsTurnsInOrder) {
  const auto closed = [&](const std::vector<protocol::ClientMessage>& said) {
    Wire wire(presenter.port());
    for (const protocol::ClientMessage& message : said) wire.send(message);
    return wire.closed_with();
  };
  const auto hello_expected = static_cast<std::uint16_t>(CloseCode::hello_expected);
  const protocol::Pair pair{protocol::Pair::By::token, "a phone", {}};
  token();
  EXPECT_EQ(closed({protocol::Prove{}}), hello_expected);
  EXPECT_EQ(closed({pair, pair}), hello_expected);
  EXPECT_EQ(closed({pair, test::hello("omar", Role::follower)}), hello_expected);
  EXPECT_EQ(closed({test::hello("omar", Role::follower), pair}), hello_expected);
}

}  // namespace
}  // namespace lectern
