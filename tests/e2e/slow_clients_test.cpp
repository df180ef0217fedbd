// Clients that read slowly, or not at all, beside one that must not notice.
#include <gtest/gtest.h>

#include <list>

#include "tests/support/folder.h"
#include "tests/support/presenter.h"
#include "tests/support/wire.h"

namespace lectern {
namespace {

using test::Wire;

class SlowClients : public testing::Test {
 protected:
  /// For one that reads slowly, the system is to take in little ahead of it.
  std::unique_ptr<Wire> joined(const std::string& client) {
    auto wire = std::make_unique<Wire>(presenter.port(), test::Handshake{.receive_bytes = 4096});
    wire->send(test::hello(client));
    welcome = *wire->read_until<protocol::Welcome>();
    state = *wire->read_until<session::State>();
    return wire;
  }

  /// Of 2,000 slides each.
  void ask_for_outlines(Wire& wire, int count) const {
    for (int i = 0; i < count; ++i) wire.send(protocol::DeckRequest{state.deck, protocol::WholeOutline{}});
  }

  void press(Wire& wire, CommandId id) {
    wire.send(session::Request{
        id, welcome.epoch, welcome.sent + std::chrono::minutes(1),
        session::Command(session::Step{session::Direction::next, state.deck, state.position})});
    EXPECT_TRUE(wire.read_until<protocol::Answer>()->accepted);
    state = *wire.read_until<session::State>();
  }

  test::Folder folder;
  test::Presenter presenter{folder.write("slides.md", test::plain_deck(2000))};
  protocol::Welcome welcome;
  session::State state;
};

TEST_F(SlowClients, WhoAsksAndDoesNotReadIsDropped) {
  const auto wire = joined("lisa");
  ask_for_outlines(*wire, static_cast<int>(protocol::max_requests_in_flight) - 1);
  EXPECT_EQ(wire->closed_with(), static_cast<std::uint16_t>(protocol::CloseCode::too_slow));
}

TEST_F(SlowClients, WhoReadsLateIsToldTheNewestStateAndNoOther) {
  const auto late = joined("late");
  ask_for_outlines(*late, 4);
  const auto prompt = joined("prompt");
  for (CommandId id = 1; id <= 30; ++id) press(*prompt, id);
  EXPECT_EQ(late->read_until<session::State>()->revision, state.revision);
}

TEST_F(SlowClients, NobodyWaitsForThoseWhoReadAByteAtATime) {
  std::list<std::unique_ptr<Wire>> slow;
  for (std::size_t i = 0; i < std::min<std::size_t>(100, protocol::max_connections - 1); ++i) {
    slow.push_back(joined("slow " + std::to_string(i)));
    ask_for_outlines(*slow.back(), 4);
  }
  const auto prompt = joined("prompt");
  for (CommandId id = 1; id <= 30; ++id) {
    press(*prompt, id);
    for (const auto& wire : slow) EXPECT_TRUE(wire->take_byte());
  }
  EXPECT_EQ(state.revision, 31u);
}

}  // namespace
}  // namespace lectern
