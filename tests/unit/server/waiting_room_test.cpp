#include "presenter/server/waiting_room.h"

#include <gtest/gtest.h>

#include <optional>
#include <string>
#include <vector>

namespace lectern::server {
namespace {

TEST(WaitingRoom, TheLongestWaitingGoesWhenAnotherComes) {
  WaitingRoom room(2);
  std::string gone;
  const auto a = room.enter("a network", [&] { gone += 'a'; });
  const auto b = room.enter("a network", [&] { gone += 'b'; });
  EXPECT_EQ(gone, "");
  const auto c = room.enter("a network", [&] { gone += 'c'; });
  EXPECT_EQ(gone, "a");
  const auto d = room.enter("a network", [&] { gone += 'd'; });
  EXPECT_EQ(gone, "ab");
  EXPECT_EQ(room.size(), 2u);
}

TEST(WaitingRoom, WhoFloodsDisplacesHimself) {
  WaitingRoom room(4);
  std::string gone;
  const auto lisa = room.enter("lisa's", [&] { gone += 'l'; });
  std::vector<WaitingRoom::Seat> flood;
  for (int i = 0; i < 100; ++i) flood.push_back(room.enter("a flood's", [&] { gone += '.'; }));
  EXPECT_EQ(gone, std::string(97, '.'));
  flood.clear();
  EXPECT_EQ(room.size(), 1u);
}

TEST(WaitingRoom, RoomIsMadeWhileAnybodyWaits) {
  WaitingRoom room(4);
  std::string gone;
  const auto a = room.enter("a network", [&] { gone += 'a'; });
  room.make_room();
  room.make_room();
  EXPECT_EQ(gone, "a");
}

TEST(WaitingRoom, WhoHasLeftIsNotDisplaced) {
  WaitingRoom room(2);
  std::string gone;
  auto a = room.enter("a network", [&] { gone += 'a'; });
  const auto b = room.enter("a network", [&] { gone += 'b'; });
  a.leave();
  const auto c = room.enter("a network", [&] { gone += 'c'; });
  EXPECT_EQ(gone, "");
}

TEST(WaitingRoom, ASeatLeavesWithItsOwner) {
  WaitingRoom room(2);
  {
    const auto seat = room.enter("a network", [] {});
  }
  EXPECT_EQ(room.size(), 0u);
}

TEST(WaitingRoom, AMovedSeatIsStillOneSeat) {
  WaitingRoom room(2);
  std::string gone;
  auto seat = room.enter("a network", [&] { gone += "first"; });
  WaitingRoom::Seat moved = std::move(seat);
  moved.on_displace([&] { gone += "second"; });
  EXPECT_EQ(room.size(), 1u);
  room.empty();
  EXPECT_EQ(gone, "second");
  moved.leave();
  EXPECT_EQ(room.size(), 0u);
}

}  // namespace
}  // namespace lectern::server
