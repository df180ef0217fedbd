// Remotes on a network that delays, cuts and falls silent: every press happens once or not at all, whoever
// pressed knows which, and everybody ends up seeing the same.
#include <gtest/gtest.h>

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <set>

#include "common/client/client.h"
#include "tests/support/folder.h"
#include "tests/support/presenter.h"
#include "tests/support/proxy.h"

namespace lectern {
namespace {

namespace asio = boost::asio;
using client::Client;
using client::Confirmed;
using client::Link;
using client::Outcome;
using client::View;
using session::Direction;
using std::chrono::milliseconds;
using std::chrono::seconds;
using test::Finished;

bool is_ready(const View& view) {
  return view.link == Link::connected && view.outline;
}

class BadNetwork : public testing::Test {
 protected:
  void SetUp() override { ASSERT_NE(presenter.port(), 0); }

  /// lectern-remote by way of the network, to its end.
  Finished remote(std::vector<std::string> arguments) const {
    return test::run(command(std::move(arguments)));
  }

  std::vector<std::string> command(std::vector<std::string> arguments) const {
    arguments.insert(arguments.begin(), {test::remote_program, "--host", network.address()});
    return arguments;
  }

  /// Runs a meeting with one client, by way of the network, to its end.
  template <class Meeting>
  void meet(Meeting meeting) {
    asio::io_context io(1);
    Client client(io, {.port = network.port(), .name = "a test"});
    bool finished = false;
    asio::co_spawn(io, meeting(client), [&](const std::exception_ptr& failed) {
      EXPECT_FALSE(failed);
      finished = true;
      client.close();
    });
    while (!finished) io.run_one();
  }

  test::Folder folder;
  test::Presenter presenter{folder.write("slides.md", test::plain_deck(40))};
  test::Proxy network{presenter.port()};
};

TEST_F(BadNetwork, EachPressOfARemoteMovesOneSlide) {
  for (int number = 2; number <= 5; ++number) {
    const Finished pressed = remote({"next"});
    EXPECT_EQ(pressed.exit_code, 0) << pressed.errors;
    EXPECT_TRUE(pressed.output.starts_with(std::to_string(number) + " of 40 · ")) << pressed.output;
  }
}

TEST_F(BadNetwork, TwoRemotesThatPressAtOnceMoveOneSlideOrTwoAndBothKnow) {
  for (int round = 0; round < 3; ++round) {
    const Finished before = presenter.remote({"status"});
    test::Process lisa(command({"next"}));
    test::Process omar(command({"next"}));
    int accepted = 0;
    for (test::Process* remote : {&lisa, &omar}) {
      const int code = remote->wait();
      EXPECT_TRUE(code == 0 || code == 1) << remote->errors();
      accepted += code == 0;
    }
    EXPECT_GE(accepted, 1);
    EXPECT_EQ(std::stoi(presenter.remote({"status"}).output), std::stoi(before.output) + accepted);
  }
}

TEST_F(BadNetwork, PressesInARowArriveInOrderAndOnceWhileConnectionsAreCut) {
  meet([this](Client& client) -> asio::awaitable<void> {
    EXPECT_TRUE(co_await client.until(is_ready, seconds(20)));
    constexpr int press_count = 16;
    int accepted = 0, refused = 0, unconfirmed = 0;
    std::set<Revision> revisions;
    for (int i = 0; i < press_count; ++i) {
      asio::steady_timer until_cut(co_await asio::this_coro::executor, milliseconds(37 * i % 400));
      if (i % 4 == 3)
        until_cut.async_wait([this](boost::system::error_code error) {
          if (!error) network.cut();
        });
      const Confirmed pressed = co_await client.press(Direction::next);
      accepted += pressed.outcome == Outcome::accepted;
      refused += pressed.outcome == Outcome::refused;
      unconfirmed += pressed.outcome == Outcome::unconfirmed;
      if (pressed.outcome == Outcome::accepted) revisions.insert(pressed.revision);
      EXPECT_TRUE(co_await client.until(is_ready, seconds(20)));
    }
    EXPECT_GT(network.connection_count(), 1u) << "nothing was cut: the test tests nothing";
    EXPECT_GE(accepted, press_count / 2) << refused << " refused";
    EXPECT_EQ(revisions.size(), static_cast<std::size_t>(accepted)) << "two presses made one revision";
    const int moved = std::stoi(presenter.remote({"status"}).output) - 1;
    EXPECT_GE(moved, accepted);
    EXPECT_LE(moved, accepted + unconfirmed);
    EXPECT_TRUE(co_await client.until(
        [moved](const View& view) { return view.state->position.slide.h == moved + 1; }, seconds(20)));
  });
}

TEST_F(BadNetwork, ARemoteNoticesASilentNetworkAndCatchesUpOnceItSpeaksAgain) {
  meet([this](Client& client) -> asio::awaitable<void> {
    EXPECT_TRUE(co_await client.until(is_ready, seconds(20)));
    network.hold();
    EXPECT_EQ(presenter.remote({"goto", "30"}).exit_code, 0);
    EXPECT_TRUE(
        co_await client.until([](const View& view) { return view.link == Link::waiting; }, seconds(60)));
    EXPECT_FALSE(client.view().trouble.empty());
    EXPECT_EQ(client.view().state->position.slide.h, 1) << "what was last known is kept";

    network.release();
    EXPECT_TRUE(co_await client.until(
        [](const View& view) { return is_ready(view) && view.state->position.slide.h == 30; }, seconds(60)));
  });
}

TEST_F(BadNetwork, WhoeverWatchesEndsUpWithWhatTheAudienceSees) {
  test::Process near(presenter.remote_command({"watch"}));
  test::Process far(command({"watch"}));
  for (test::Process* watch : {&near, &far}) EXPECT_NE(test::line_with(*watch, "1 of 40"), "");
  for (int slide = 2; slide <= 21; ++slide) {
    EXPECT_EQ(presenter.remote({"next"}).exit_code, 0);
    if (slide % 10 == 5) network.cut();
  }
  for (test::Process* watch : {&near, &far})
    EXPECT_TRUE(test::line_with(*watch, "21 of 40").starts_with("21 of 40 · ")) << watch->errors();
}

TEST_F(BadNetwork, ASlowLineOnlyTakesLonger) {
  network.set({.bytes_per_second = 64'000 / 8});
  const Finished pressed = remote({"next"});
  EXPECT_EQ(pressed.exit_code, 0) << pressed.errors;
  EXPECT_TRUE(pressed.output.starts_with("2 of 40 · ")) << pressed.output;
}

}  // namespace
}  // namespace lectern
