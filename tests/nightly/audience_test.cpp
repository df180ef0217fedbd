// A large audience beside a remote that must not notice it. All on the loopback interface.
#include <atomic>
#include <set>
#include <thread>

#include "tests/nightly/abuse.h"
#include "tests/support/crowd.h"
#include "tests/support/http_asker.h"

namespace lectern {
namespace {

using test::Crowd;
using test::HttpAsker;

using Audience = Abuse;

TEST_F(Audience, OfAThousandWithSlowOnesAmongThemDelaysNoPress) {
  Crowd crowd(presenter.port());
  crowd.follow(1000);
  crowd.follow_slowly(100);
  const auto end = steady_clock::now() + std::chrono::seconds(20);
  drive_while([&] { return steady_clock::now() < end; });
  EXPECT_GE(crowd.follower_count(), 1000u) << "slow ones come and go";
}

/// Who ask for pictures without a pause, each on a connection of its own.
class Askers {
 public:
  /// `paths` in turn, each asker from another on.
  Askers(std::uint16_t port, int count, std::vector<std::string> paths) : paths_(std::move(paths)) {
    for (int i = 0; i < count; ++i)
      threads_.emplace_back([this, port, i](const std::stop_token& stop) {
        HttpAsker asker(port);
        for (std::size_t at = static_cast<std::size_t>(i) * 7; !stop.stop_requested(); ++at)
          ++counts_[asker.get(paths_[at % paths_.size()]).status / 100];
      });
  }

  /// With a status from 100 times this on; 0: without an answer.
  int answered(std::size_t kind) const { return counts_[kind]; }

 private:
  const std::vector<std::string> paths_;
  std::array<std::atomic<int>, 6> counts_{};
  std::vector<std::jthread> threads_;
};

class Pictures : public Abuse {
 protected:
  Pictures() {
    wire.send(test::hello("reader"));
    state = *wire.read_until<session::State>();
  }

  std::string path(std::uint32_t number, int width) {
    wire.send(protocol::DeckRequest{state.deck, protocol::SlideAt{number, {}}});
    return "/v1/picture/" + wire.read_until<protocol::Slide>()->picture + "?width=" + std::to_string(width);
  }

  test::Wire wire{presenter.port()};
  session::State state;
};

TEST_F(Pictures, OfManySlidesOrderedAtOnceDelayNeitherAPressNorThePresentSlide) {
  std::vector<std::string> paths;
  for (std::uint32_t number = 10; number < 210; ++number)
    for (const int width : {320, 960, 2560}) paths.push_back(path(number, width));
  const std::string present = path(1, 960), next = path(2, 960);
  const Askers askers(presenter.port(), 32, paths);
  HttpAsker viewer(presenter.port());
  std::vector<double> waits;
  const auto end = steady_clock::now() + std::chrono::seconds(15);
  std::jthread viewing([&] {
    while (steady_clock::now() < end) {
      const auto begun = steady_clock::now();
      EXPECT_EQ(viewer.get(waits.size() % 2 == 0 ? present : next).status, 200u);
      waits.push_back(std::chrono::duration<double, std::milli>(steady_clock::now() - begun).count());
      poll(nullptr, 0, 100);
    }
  });
  drive_while([&] { return steady_clock::now() < end; });
  viewing.join();
  std::printf(
      "%d pictures came, %d did not for want of time; the present slide's: p50 %.1f ms, max %.1f ms\n",
      askers.answered(2), askers.answered(5), bench::percentile(waits, 0.5), bench::percentile(waits, 1));
  EXPECT_GT(askers.answered(2), 0);
  EXPECT_EQ(askers.answered(4), 0);
}

TEST_F(Pictures, WhoGuessesNamesDelaysNoPressAndGetsNone) {
  std::vector<std::string> paths;
  for (int i = 0; i < 100; ++i) {
    const std::string digits = std::to_string(i);
    paths.push_back("/v1/picture/" + std::string(32 - digits.size(), 'a') + digits + "?width=2560");
  }
  const Askers askers(presenter.port(), 32, paths);
  const auto end = steady_clock::now() + std::chrono::seconds(10);
  drive_while([&] { return steady_clock::now() < end; });
  std::printf("%d names were guessed\n", askers.answered(4));
  EXPECT_GT(askers.answered(4), 0);
  EXPECT_EQ(askers.answered(2), 0);
}

}  // namespace
}  // namespace lectern
