// A network that stops carrying anything, without telling either end.
#include <gtest/gtest.h>

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>
#include <filesystem>

#include "common/client/client.h"
#include "tests/support/folder.h"
#include "tests/support/presenter.h"
#include "tests/support/proxy.h"

namespace lectern {
namespace {

namespace asio = boost::asio;
using client::Client;
using client::Link;
using client::View;
using std::chrono::seconds;

bool is_connected(const View& view) {
  return view.link == Link::connected && view.outline;
}

class CutOff : public testing::Test {
 protected:
  /// Runs a meeting with one client, over a network that can stop, to its end.
  template <class Meeting>
  void meet(Meeting meeting) {
    asio::io_context io(1);
    Client client(io, {.port = proxy.port(), .name = "a test"});
    bool finished = false;
    asio::co_spawn(io, meeting(client), [&](const std::exception_ptr& failed) {
      EXPECT_FALSE(failed);
      finished = true;
      client.close();
    });
    while (!finished) io.run_one();
  }

  /// Of the presenter's end.
  int socket_count() {
    int count = 0;
    std::error_code gone;
    const std::string folder_of_files = "/proc/" + std::to_string(presenter.process().pid()) + "/fd";
    for (const auto& entry : std::filesystem::directory_iterator(folder_of_files))
      count += std::filesystem::read_symlink(entry.path(), gone).string().starts_with("socket:");
    return count;
  }

  test::Folder folder;
  test::Presenter presenter{folder.write("slides.md", test::plain_deck(5))};
  test::Proxy proxy{presenter.port(), {}};
};

TEST_F(CutOff, ARemoteSaysSoAndComesBackByItself) {
  meet([this](Client& client) -> asio::awaitable<void> {
    EXPECT_TRUE(co_await client.until(is_connected, seconds(20)));
    proxy.hold();
    EXPECT_TRUE(
        co_await client.until([](const View& view) { return view.link == Link::waiting; }, seconds(20)));
    EXPECT_NE(client.view().trouble.find("cut off"), std::string::npos) << client.view().trouble;
    proxy.release();
    EXPECT_TRUE(co_await client.until(is_connected, seconds(30)));
  });
}

TEST_F(CutOff, ThePresenterForgetsWhoIsHeardNoMore) {
  const int sockets_before = socket_count();
  meet([&](Client& client) -> asio::awaitable<void> {
    EXPECT_TRUE(co_await client.until(is_connected, seconds(20)));
    EXPECT_GT(socket_count(), sockets_before);
    proxy.hold();
    client.close();  // of which the presenter hears nothing
    while (socket_count() > sockets_before) co_await client.changed(std::chrono::milliseconds(100));
  });
}

}  // namespace
}  // namespace lectern
