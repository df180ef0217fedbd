// Those who flood the presenter, or hold on to it, beside a remote that must not notice. All on the loopback
// interface; each ends by itself. The figures are printed.
#include "tests/nightly/abuse.h"

#include <future>

#include "tests/support/crowd.h"

namespace lectern {
namespace {

using test::Crowd;

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
