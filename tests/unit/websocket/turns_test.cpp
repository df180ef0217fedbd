#include "common/websocket/turns.h"

#include <gtest/gtest.h>

#include <boost/asio/io_context.hpp>
#include <boost/asio/post.hpp>
#include <string>
#include <vector>

namespace lectern::websocket {
namespace {

struct Writer final : Turns::Taker {
  Writer(std::vector<std::string>& said, std::string what) : all(said), name(std::move(what)) {}
  void take_turn() override { all.push_back(name); }
  std::vector<std::string>& all;
  std::string name;
};

class TurnsTest : public testing::Test {
 protected:
  void wait(const std::string& name, bool is_urgent = false) {
    turns.wait_for_one(std::make_shared<Writer>(said, name), is_urgent);
  }

  boost::asio::io_context io;
  Turns turns{io.get_executor()};
  std::vector<std::string> said;
};

TEST_F(TurnsTest, ComeLaterAndInOrder) {
  for (const char* const name : {"a", "b", "c"}) wait(name);
  EXPECT_TRUE(said.empty());
  io.run();
  EXPECT_EQ(said, (std::vector<std::string>{"a", "b", "c"}));
}

TEST_F(TurnsTest, OfTheUrgentComeFirst) {
  wait("follower");
  wait("remote", true);
  io.run();
  EXPECT_EQ(said, (std::vector<std::string>{"remote", "follower"}));
}

TEST_F(TurnsTest, OfThousandsLeaveWhoeverElseHasSomethingToDoItsOwn) {
  for (int i = 0; i < 5000; ++i) wait("follower");
  boost::asio::post(io, [&] {
    said.push_back("press");
    wait("answer", true);
  });
  io.run();
  ASSERT_EQ(said.size(), 5002u);
  const auto begin = said.begin(), soon = begin + 100;
  EXPECT_NE(std::find(begin, soon, "press"), soon);
  EXPECT_NE(std::find(begin, soon, "answer"), soon);
}

TEST_F(TurnsTest, GoOnAfterAllHadTheirs) {
  wait("a");
  io.run();
  io.restart();
  wait("b");
  io.run();
  EXPECT_EQ(said, (std::vector<std::string>{"a", "b"}));
}

}  // namespace
}  // namespace lectern::websocket
