// A remote whose presenter goes away and comes back.
#include <gtest/gtest.h>
#include <signal.h>

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/this_coro.hpp>
#include <optional>

#include "common/client/client.h"
#include "tests/support/folder.h"
#include "tests/support/presenter.h"

namespace lectern {
namespace {

namespace asio = boost::asio;
using client::Client;
using client::Link;
using client::Outcome;
using client::View;
using std::chrono::seconds;

const std::vector<std::string> headless = {"--headless", "--size", "320x180"};

bool is_connected(const View& view) {
  return view.link == Link::connected && view.outline;
}

class Reconnect : public testing::Test {
 protected:
  /// Runs a meeting with one client to its end.
  template <class Meeting>
  void meet(Meeting meeting) {
    asio::io_context io(1);
    Client client(io, {.port = presenter->port(), .name = "a test"});
    bool finished = false;
    asio::co_spawn(io, meeting(client), [&](const std::exception_ptr& failed) {
      EXPECT_FALSE(failed);
      finished = true;
      client.close();
    });
    while (!finished) io.run_one();
  }

  void kill_presenter() {
    presenter->process().send_signal(SIGKILL);
    presenter->process().wait();
  }

  void start_again() {
    const std::uint16_t port = presenter->port();
    presenter.reset();
    presenter.emplace(deck, headless, std::vector<std::string>{}, port);
    ASSERT_EQ(presenter->port(), port);
  }

  test::Folder folder;
  std::string deck = folder.write("slides.md", test::plain_deck(5));
  std::optional<test::Presenter> presenter{std::in_place, deck};
};

TEST_F(Reconnect, TheClientComesBackByItselfToTheNewEpoch) {
  meet([this](Client& client) -> asio::awaitable<void> {
    EXPECT_TRUE(co_await client.until(is_connected, seconds(20)));
    const Epoch first = client.view().state->epoch;
    EXPECT_EQ((co_await client.press(session::Direction::next)).outcome, Outcome::accepted);
    EXPECT_TRUE(co_await client.until([](const View& view) { return view.state->position.slide.h == 2; },
                                      seconds(20)));

    kill_presenter();
    EXPECT_TRUE(
        co_await client.until([](const View& view) { return view.link == Link::waiting; }, seconds(20)));
    EXPECT_FALSE(client.view().trouble.empty());
    EXPECT_EQ(client.view().state->position.slide.h, 2) << "the last that was known is kept";

    start_again();
    EXPECT_TRUE(co_await client.until(is_connected, seconds(30)));
    EXPECT_NE(client.view().state->epoch, first);
    EXPECT_EQ(client.view().connection_count, 2u);
    EXPECT_EQ((co_await client.press(session::Direction::next)).outcome, Outcome::accepted);
  });
}

TEST_F(Reconnect, APressIntoABrokenConnectionMovesNothingInTheNextEpoch) {
  meet([this](Client& client) -> asio::awaitable<void> {
    EXPECT_TRUE(co_await client.until(is_connected, seconds(20)));
    kill_presenter();
    asio::post(co_await asio::this_coro::executor, [this] { start_again(); });
    // The client has not noticed yet: this press belongs to the epoch that is gone.
    EXPECT_EQ((co_await client.press(session::Direction::next)).outcome, Outcome::unconfirmed);
    EXPECT_TRUE(co_await client.until(is_connected, seconds(30)));
    EXPECT_EQ(client.view().state->position.slide.h, 1);
    EXPECT_EQ(client.view().state->revision, 1u);
  });
}

}  // namespace
}  // namespace lectern
