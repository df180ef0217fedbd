// Two clients at once, pressing as fast as they can: nothing is lost, nothing happens twice, and the show is
// what was accepted.
#include <gtest/gtest.h>

#include <algorithm>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/io_context.hpp>
#include <map>
#include <random>

#include "common/client/client.h"
#include "tests/support/folder.h"
#include "tests/support/presenter.h"

namespace lectern {
namespace {

namespace asio = boost::asio;
using client::Client;
using client::Confirmed;
using client::Outcome;
using session::Direction;

constexpr int slide_count = 40;
constexpr int presses_each = 500;

/// What one revision came from: the direction of the press that was accepted with it.
using Accepted = std::multimap<Revision, Direction>;

struct Tally {
  int accepted = 0;
  int refused = 0;
  int collided = 0;  ///< of those
  int unconfirmed = 0;
  int done = 0;
  Accepted moves;
};

/// Presses `presses_each` times, up to `at_once` of them unanswered at a time.
asio::awaitable<void> press_on(Client& client, unsigned seed, int share, Tally& tally) {
  std::mt19937 random(seed);
  co_await client.until([](const client::View& view) { return view.state.has_value(); },
                        std::chrono::seconds(20));
  for (int i = 0; i < share; ++i) {
    const Direction direction = random() % 3 == 0 ? Direction::previous : Direction::next;
    const Confirmed confirmed = co_await client.press(direction);
    if (confirmed.outcome == Outcome::accepted) {
      ++tally.accepted;
      tally.moves.emplace(confirmed.revision, direction);
    } else if (confirmed.outcome == Outcome::refused) {
      ++tally.refused;
      if (confirmed.reason == "moved_on") ++tally.collided;
    } else {
      ++tally.unconfirmed;
    }
  }
  ++tally.done;
}

/// The slide number after the accepted moves in the order of their revisions, walking a deck with no stacks
/// and the holding slide after it. A press that was accepted at an end carries the revision it found, and
/// moves nothing.
int fold(const Accepted& moves) {
  int place = 1;
  Revision last = 1;
  for (const auto& [revision, direction] : moves) {
    if (revision == last) continue;
    place = std::clamp(place + (direction == Direction::next ? 1 : -1), 1, slide_count + 1);
    last = revision;
  }
  return std::min(place, slide_count);
}

TEST(TwoClients, EveryCommandIsAnsweredAndTheShowIsTheFoldOfTheAccepted) {
  const test::Folder folder;
  test::Presenter presenter(folder.write("slides.md", test::plain_deck(slide_count)));
  ASSERT_NE(presenter.port(), 0);

  asio::io_context io(1);
  Tally tally;
  {
    Client lisa(io, {.port = presenter.port(), .name = "lisa"});
    Client omar(io, {.port = presenter.port(), .name = "omar"});
    constexpr int fingers = 5;  // presses of one client that may wait for their answers at once
    const auto finished = [&](const std::exception_ptr&) {
      if (tally.done == 2 * fingers) io.stop();
    };
    for (int finger = 0; finger < fingers; ++finger) {
      asio::co_spawn(io, press_on(lisa, 1 + finger, presses_each / fingers, tally), finished);
      asio::co_spawn(io, press_on(omar, 100 + finger, presses_each / fingers, tally), finished);
    }
    io.run();

    EXPECT_EQ(tally.accepted + tally.refused, 2 * presses_each);
    EXPECT_EQ(tally.unconfirmed, 0);
    ASSERT_GT(tally.accepted, 0);
    EXPECT_GT(tally.collided, 0) << "the two never collided: the test tests nothing";
    const auto status = presenter.remote({"status"});
    EXPECT_EQ(status.output.substr(0, status.output.find(' ')), std::to_string(fold(tally.moves)))
        << status.output;

    const Revision last = tally.moves.rbegin()->first;
    for (Revision revision = 2; revision <= last; ++revision)
      EXPECT_TRUE(tally.moves.contains(revision)) << "nobody was told of revision " << revision;
    const auto json = presenter.remote({"status", "--json"}).output;
    EXPECT_NE(json.find("\"revision\":" + std::to_string(last) + ","), std::string::npos) << json;
    EXPECT_NE(json.find("\"presented_revision\":" + std::to_string(last) + ","), std::string::npos) << json;
  }
}

}  // namespace
}  // namespace lectern
