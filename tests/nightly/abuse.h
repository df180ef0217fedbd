// A remote that must not notice what others do to the presenter meanwhile. The figures are printed.
#pragma once

#include <gtest/gtest.h>
#include <poll.h>

#include <chrono>
#include <cstdio>
#include <functional>
#include <stdexcept>

#include "tests/bench/percentile.h"
#include "tests/bench/usage.h"
#include "tests/support/presenter.h"
#include "tests/support/wire.h"

namespace lectern {

using std::chrono::steady_clock;

inline constexpr double promised_ms = 100;        // from a press to its answer, of 99 in a hundred
inline constexpr double promised_megabytes = 64;  // that the presenter grows by

/// A remote that presses next and previous in turn, so that what is shown takes no more memory.
class Driver {
 public:
  explicit Driver(std::uint16_t port) : wire_(port) {
    wire_.send(test::hello("driver"));
    const auto welcome = wire_.read_until<protocol::Welcome>();
    if (!welcome)
      throw std::runtime_error("the driver may not come in: " + std::to_string(wire_.closed_with()));
    welcome_ = *welcome;
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
      ASSERT_TRUE(wait) << "press " << waits.size() + 1 << ": " << presenter.process().errors();
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

}  // namespace lectern
