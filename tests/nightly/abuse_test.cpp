// Those who flood the presenter, or hold on to it, beside a remote that must not notice. All on the loopback
// interface; each ends by itself. The figures are printed.
#include <gtest/gtest.h>
#include <poll.h>

#include <chrono>
#include <cstdio>
#include <functional>
#include <future>

#include "tests/bench/percentile.h"
#include "tests/bench/usage.h"
#include "tests/support/crowd.h"
#include "tests/support/presenter.h"
#include "tests/support/wire.h"

namespace lectern {
namespace {

using std::chrono::steady_clock;
using test::Crowd;

constexpr double promised_ms = 100;        // from a press to its answer, of 99 in a hundred
constexpr double promised_megabytes = 64;  // that the presenter grows by

/// A remote that presses next and previous in turn, so that what is shown takes no more memory.
class Driver {
 public:
  explicit Driver(std::uint16_t port) : wire_(port) {
    wire_.send(test::hello("driver"));
    welcome_ = *wire_.read_until<protocol::Welcome>();
    state_ = *wire_.read_until<session::State>();
  }

  /// One press: milliseconds to its answer; nullopt where it was refused or the connection is gone.
  std::optional<double> press() {
    const auto direction = ++id_ % 2 == 1 ? session::Direction::next : session::Direction::previous;
    const auto begun = steady_clock::now();
    wire_.send(session::Request{id_, welcome_.epoch, welcome_.sent + std::chrono::hours(1),
                                session::Command(session::Step{direction, state_.deck, state_.position})});
    const auto answer = wire_.read_until<protocol::Answer>();
    const std::chrono::duration<double, std::milli> took = steady_clock::now() - begun;
    if (!answer || !answer->accepted) return std::nullopt;
    while (state_.revision < *answer->accepted) {
      auto newer = wire_.read_until<session::State>();
      if (!newer) return std::nullopt;
      state_ = *std::move(newer);
    }
    return took.count();
  }

 private:
  test::Wire wire_;
  protocol::Welcome welcome_;
  session::State state_;
  CommandId id_ = 0;
};

class Abuse : public testing::Test {
 protected:
  double megabytes() { return bench::pss_megabytes({presenter.process().pid()}); }

  /// Presses as long as it goes on, which is well under a minute where no press waits.
  void drive_while(const std::function<bool()>& goes_on) {
    constexpr int pace_ms = 60;
    Driver driver(presenter.port());
    double most = 0;
    std::vector<double> waits;
    const auto hopeless = steady_clock::now() + std::chrono::minutes(1);
    while (goes_on()) {
      ASSERT_LT(steady_clock::now(), hopeless) << "after " << waits.size() << " presses";
      const auto wait = driver.press();
      ASSERT_TRUE(wait) << "press " << waits.size() + 1;
      waits.push_back(*wait);
      if (waits.size() % 10 == 1) most = std::max(most, megabytes());
      poll(nullptr, 0, pace_ms);
    }
    ASSERT_FALSE(waits.empty());
    const double p99 = bench::percentile(waits, 0.99);
    std::printf(
        "press to answer: p50 %.1f ms, p99 %.1f ms, max %.1f ms (%zu); memory %.0f MB, at most %.0f MB\n",
        bench::percentile(waits, 0.5), p99, bench::percentile(waits, 1), waits.size(), alone, most);
    EXPECT_LT(p99, promised_ms);
    EXPECT_LT(most - alone, promised_megabytes);
    EXPECT_EQ(presenter.remote({"status"}).exit_code, 0);
  }

  test::Folder folder;
  test::Presenter presenter{folder.write("slides.md", test::plain_deck(2000))};
  const double alone = megabytes();
};

TEST_F(Abuse, FiveThousandConnectionsThatSayNothingDelayNoPressAndDisplaceNoFollower) {
  Crowd crowd(presenter.port());
  crowd.follow(500);
  crowd.flood(5000, 500);
  drive_while([&] { return crowd.is_flooding(); });
  EXPECT_EQ(crowd.follower_count(), 500u);
}

TEST_F(Abuse, AHundredFollowersThatReadAByteASecondDelayNoPress) {
  Crowd crowd(presenter.port());
  crowd.follow_slowly(100);
  const auto end =
      steady_clock::now() + std::chrono::seconds(30);  // three times as long as they are waited for
  drive_while([&] { return steady_clock::now() < end; });
  EXPECT_NE(presenter.process().errors().find(protocol::describe(protocol::CloseCode::too_slow)),
            std::string::npos);
  std::printf("%zu are connected at the end\n", crowd.follower_count());
}

/// slowhttptest, which makes requests and reads answers slowly, in one of its ways.
struct Way {
  std::string name;
  std::string path;
  std::vector<std::string> options;
};

class AThousandSlowConnections : public Abuse, public testing::WithParamInterface<Way> {};

TEST_P(AThousandSlowConnections, DelayNoPress) {
  if (test::run({"sh", "-c", "command -v slowhttptest"}).exit_code != 0) GTEST_SKIP() << "no slowhttptest";
  std::vector<std::string> attack = {
      "slowhttptest",
      "-c",
      "1000",
      "-r",
      "200",
      "-i",
      "1",
      "-l",
      "20",
      "-u",
      "http://127.0.0.1:" + std::to_string(presenter.port()) + GetParam().path};
  attack.insert(attack.end(), GetParam().options.begin(), GetParam().options.end());
  auto finished = std::async(std::launch::async, [&] { return test::run(attack); });
  drive_while([&] { return finished.wait_for(std::chrono::seconds(0)) != std::future_status::ready; });
  const std::string said = finished.get().output;
  const std::size_t verdict = said.rfind("service available:");
  ASSERT_NE(verdict, std::string::npos) << said;
  EXPECT_NE(said.find("YES", verdict), std::string::npos) << said.substr(verdict);
}

INSTANTIATE_TEST_SUITE_P(
    Ways, AThousandSlowConnections,
    testing::Values(Way{"Headers", "/", {"-H", "-x", "8"}},
                    Way{"Bodies", "/v1/command", {"-B", "-s", "4000"}},
                    Way{"Reads", "/", {"-X", "-w", "1", "-y", "8", "-n", "1", "-z", "1"}}),
    [](const auto& way) { return way.param.name; });

}  // namespace
}  // namespace lectern
