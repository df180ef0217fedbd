#include "presenter/server/waiting_room.h"

#include <gtest/gtest.h>

#include <optional>
#include <string>

namespace lectern::server {
namespace {

TEST(WaitingRoom, TheLongestWaitingGoesWhenAnotherComes) {
  WaitingRoom room(2);
  std::string gone;
  const auto a = room.enter([&] { gone += 'a'; });
  const auto b = room.enter([&] { gone += 'b'; });
  EXPECT_EQ(gone, "");
  const auto c = room.enter([&] { gone += 'c'; });
  EXPECT_EQ(gone, "a");
  const auto d = room.enter([&] { gone += 'd'; });
  EXPECT_EQ(gone, "ab");
  EXPECT_EQ(room.size(), 2u);
}

TEST(WaitingRoom, WhoHasLeftIsNotDisplaced) {
  WaitingRoom room(2);
  std::string gone;
  auto a = room.enter([&] { gone += 'a'; });
  const auto b = room.enter([&] { gone += 'b'; });
  a.leave();
  const auto c = room.enter([&] { gone += 'c'; });
  EXPECT_EQ(gone, "");
}

TEST(WaitingRoom, ASeatLeavesWithItsOwner) {
  WaitingRoom room(2);
  {
    const auto seat = room.enter([] {});
  }
  EXPECT_EQ(room.size(), 0u);
}

TEST(WaitingRoom, AMovedSeatIsStillOneSeat) {
  WaitingRoom room(2);
  std::string gone;
  auto seat = room.enter([&] { gone += "first"; });
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
