// Somebody who tries PINs for as long as they like.
#include <gtest/gtest.h>

#include <cstdio>

#include "common/trust/primitives.h"
#include "common/trust/srp.h"
#include "common/trust/transcript.h"
#include "tests/bench/percentile.h"
#include "tests/support/presenter.h"
#include "tests/support/wire.h"

namespace lectern {
namespace {

using protocol::CloseCode;
using test::Wire;

constexpr int try_count = 100'000;
constexpr int window_count = 20;
constexpr int guesses_a_window = 5;

struct Operator {
  explicit Operator(std::uint16_t port) : wire(port) {
    wire.send(test::hello("operator", session::Role::operator_));
    welcome = *wire.read_until<protocol::Welcome>();
  }
  bool ask(session::Command command) {
    wire.send(
        session::Request{++last_id, welcome.epoch, welcome.sent + std::chrono::hours(1), std::move(command)});
    const auto answer = wire.read_until<protocol::Answer>();
    return answer && answer->accepted;
  }
  Wire wire;
  protocol::Welcome welcome;
  CommandId last_id = 0;
};

/// One guess, on a connection of its own, as far as the presenter lets it go: its close code.
CloseCode guess(std::uint16_t port, const std::string& pin) {
  Wire wire(port);
  wire.send(protocol::Pair{protocol::Pair::By::pin, "a guess", trust::random_bytes<32>()});
  if (const auto challenge = wire.read_until<protocol::Challenge>()) {
    const auto answer =
        trust::srp_answer(trust::pin_identity({}), pin, challenge->srp_salt, challenge->srp_key);
    wire.send(protocol::Prove{{}, answer ? answer->public_key : std::string()});
  }
  return static_cast<CloseCode>(wire.closed_with());
}

TEST(Pin, AHundredThousandTriesAreFiveGuessesAWindowAndDisturbNobody) {
  const test::Folder folder;
  test::Presenter presenter(folder.write("slides.md", test::plain_deck(3)));
  Operator desk(presenter.port());
  int wrong_count = 0, closed_count = 0;
  std::vector<double> press_ms;
  for (int tries = 0; tries < try_count; ++tries) {
    if (tries % (try_count / window_count) == 0) {
      ASSERT_TRUE(desk.ask(session::ManagePairing{session::OpenPairing{}}));
    }
    const CloseCode code = guess(presenter.port(), "00000000");
    wrong_count += code == CloseCode::pairing_wrong;
    closed_count += code == CloseCode::pairing_closed;
    if (tries % 100 == 0) {
      const auto pressed = std::chrono::steady_clock::now();
      ASSERT_TRUE(desk.ask(session::SetBlack{tries % 200 == 0}));
      press_ms.push_back(
          std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - pressed).count());
    }
  }
  EXPECT_EQ(wrong_count, window_count * guesses_a_window);
  EXPECT_EQ(closed_count, try_count - wrong_count);
  std::printf("a press meanwhile: p50 %.1f ms, p99 %.1f ms\n", bench::percentile(press_ms, 0.5),
              bench::percentile(press_ms, 0.99));
}

}  // namespace
}  // namespace lectern
