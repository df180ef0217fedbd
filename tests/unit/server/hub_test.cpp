#include "presenter/server/hub.h"

#include <gtest/gtest.h>

#include "tests/support/decks.h"

namespace lectern::server {
namespace {

using protocol::CloseCode;
using session::Role;

struct Guest final : Client {
  Guest(Hub& of, session::Sender sender) : hub(of), who_(std::move(sender)) {}
  const session::Sender& who() const override { return who_; }
  const Peer& peer() const override { return peer_; }
  void tell_state(Payload) override { is_told = true; }
  void tell_presented(Payload) override {}
  void tell_pointer(Payload) override {}
  void tell_roster(Payload) override {}
  void tell_recorded(Payload) override {}
  void tell_pairing(Payload) override { hears_of_pairing = true; }
  void close(CloseCode code) override {
    hub.leave(*this);
    closed = code;
  }

  Hub& hub;
  session::Sender who_;
  Peer peer_{"192.168.1.30", false, false};
  bool is_told = false;
  bool hears_of_pairing = false;
  std::optional<CloseCode> closed;
};

class HubTest : public testing::Test {
 protected:
  const Clock clock;
  engine::Engine engine{{std::make_shared<deck::Deck>(test::deck_of({1, 1}))}, 42, clock};
  Hub hub{engine};
};

TEST_F(HubTest, WhoComesBackTakesTheirOwnPlace) {
  Guest before(hub, {"lisa", "Lisa", Role::controller, 3}), again(hub, {"lisa", "Lisa", Role::controller, 3});
  EXPECT_EQ(hub.join(before), std::nullopt);
  EXPECT_EQ(hub.join(again), std::nullopt);
  EXPECT_EQ(before.closed, CloseCode::displaced);
  EXPECT_TRUE(again.is_told);
}

TEST_F(HubTest, NobodyTakesThePlaceOfAGreaterRoleOrOfAnotherDevice) {
  Guest lisa(hub, {"lisa", "Lisa", Role::controller, 3});
  ASSERT_EQ(hub.join(lisa), std::nullopt);
  for (const session::Sender& who : {session::Sender{"lisa", "a follower", Role::follower},
                                     session::Sender{"lisa", "Omar", Role::controller, 4}}) {
    Guest other(hub, who);
    EXPECT_EQ(hub.join(other), CloseCode::displaced);
  }
  EXPECT_EQ(lisa.closed, std::nullopt);
}

TEST_F(HubTest, WhoFollowsUnderTheIdOfADeviceDoesNotKeepItOut) {
  Guest squatter(hub, {"lisa", "somebody", Role::follower}), lisa(hub, {"lisa", "Lisa", Role::controller, 3});
  ASSERT_EQ(hub.join(squatter), std::nullopt);
  EXPECT_EQ(hub.join(lisa), std::nullopt);
  EXPECT_EQ(squatter.closed, CloseCode::displaced);
}

TEST_F(HubTest, ADeviceIsExpelledFromAllItsConnections) {
  Guest one(hub, {"one", "Lisa", Role::controller, 3}), two(hub, {"two", "Lisa", Role::notes, 3}),
      other(hub, {"other", "Omar", Role::controller, 4});
  for (Guest* guest : {&one, &two, &other}) ASSERT_EQ(hub.join(*guest), std::nullopt);
  hub.expel(3);
  EXPECT_EQ(one.closed, CloseCode::not_paired);
  EXPECT_EQ(two.closed, CloseCode::not_paired);
  EXPECT_EQ(other.closed, std::nullopt);
}

TEST_F(HubTest, OfPairingTheOperatorAloneIsTold) {
  Guest lisa(hub, {"lisa", "Lisa", Role::controller, 3}),
      desk(hub, {"desk", "the operator", Role::operator_});
  ASSERT_EQ(hub.join(lisa), std::nullopt);
  ASSERT_EQ(hub.join(desk), std::nullopt);
  engine.pairing({});
  EXPECT_TRUE(desk.hears_of_pairing);
  EXPECT_FALSE(lisa.hears_of_pairing);
}

}  // namespace
}  // namespace lectern::server
