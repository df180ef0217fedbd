#include "presenter/server/hub.h"

#include <gtest/gtest.h>

#include <list>

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
  Peer peer_{.network = "192.168.1.30"};
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

/// So many followers of one network, that are there.
std::list<Guest> followers(Hub& hub, std::size_t count, const std::string& network) {
  std::list<Guest> all;
  for (std::size_t i = 0; i < count; ++i) {
    Guest& guest = all.emplace_back(
        hub, session::Sender{network + " " + std::to_string(i), "a follower", Role::follower});
    guest.peer_.network = network;
    EXPECT_EQ(hub.join(guest), std::nullopt) << i;
  }
  return all;
}

TEST_F(HubTest, FollowersOfOneNetworkLeavePlacesForOthers) {
  auto crowd = followers(hub, protocol::max_followers_of_one_network, "192.168.1.30");
  Guest one_more(hub, {"one more", "", Role::follower}), elsewhere(hub, {"elsewhere", "", Role::follower}),
      neighbour(hub, {"here", "", Role::follower});
  EXPECT_EQ(hub.join(one_more), CloseCode::full);
  elsewhere.peer_.network = "192.168.1.31";
  EXPECT_EQ(hub.join(elsewhere), std::nullopt);
  neighbour.peer_.is_this_machine = true;
  EXPECT_EQ(hub.join(neighbour), std::nullopt);
  hub.leave(neighbour);
  hub.leave(crowd.front());
  EXPECT_EQ(hub.join(one_more), std::nullopt);
}

TEST_F(HubTest, FollowersLeavePlacesForWhoMayDoMore) {
  const auto some = followers(hub, protocol::max_followers / 2, "192.168.1.30"),
             others = followers(hub, protocol::max_followers / 2, "192.168.1.31");
  Guest one_more(hub, {"one more", "", Role::follower}), lisa(hub, {"lisa", "Lisa", Role::controller});
  one_more.peer_.network = "192.168.1.32";
  EXPECT_EQ(hub.join(one_more), CloseCode::full);
  EXPECT_EQ(hub.join(lisa), std::nullopt);
}

TEST_F(HubTest, AFullHouseTakesNobody) {
  std::list<Guest> all;
  for (std::size_t i = 0; i < protocol::max_connections; ++i)
    EXPECT_EQ(hub.join(all.emplace_back(hub, session::Sender{std::to_string(i), "", Role::notes})),
              std::nullopt);
  Guest lisa(hub, {"lisa", "Lisa", Role::controller});
  EXPECT_EQ(hub.join(lisa), CloseCode::full);
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
