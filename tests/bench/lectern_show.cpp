#include <algorithm>
#include <stdexcept>

#include "tests/bench/show.h"
#include "tests/support/presenter.h"
#include "tests/support/wire.h"

namespace lectern::bench {
namespace {

class LecternShow : public Show {
 public:
  LecternShow(const std::string& deck, const test::Xvfb& xvfb)
      : process_({test::presenter_program, deck, "--port", "0", "--display", "0", "--fresh"},
                 xvfb.environment()) {}

  std::function<void()> jump_to(int number) override {
    const auto joined = std::make_shared<Joined>(port());
    const session::Request jump{1, joined->welcome.epoch, joined->welcome.sent + std::chrono::minutes(1),
                                session::Command(session::GoTo{deck::Address{number, 0}})};
    return [joined, jump] { joined->wire.send(jump); };
  }

  int number() override {
    Joined joined(port());
    joined.wire.send(protocol::DeckRequest{joined.state.deck, protocol::WholeOutline{}});
    const auto outline = joined.wire.read_until<protocol::Outline>();
    if (!outline) throw std::runtime_error("lectern-presenter gives no outline");
    const auto at =
        std::ranges::find(outline->slides, joined.state.position.slide, &protocol::SlideEntry::address);
    return static_cast<int>(at - outline->slides.begin()) + 1;
  }

  std::vector<pid_t> processes() const override { return {process_.pid()}; }

 private:
  /// A connection with nothing left to be said before a command.
  struct Joined {
    explicit Joined(std::uint16_t port) : wire(port) {
      wire.send(test::hello("lectern-bench-" + std::to_string(++count)));
      const auto first = wire.read_until<protocol::Welcome>();
      const auto second = wire.read_until<session::State>();
      if (!first || !second) throw std::runtime_error("lectern-presenter does not answer");
      welcome = *first;
      state = *second;
    }

    test::Wire wire;
    protocol::Welcome welcome;
    session::State state;
    static inline int count = 0;  ///< a client that nobody knows yet may number its commands from 1
  };

  std::uint16_t port() {
    if (port_ == 0) {
      const std::string ready = process_.read_line().value_or(":0");
      port_ = static_cast<std::uint16_t>(std::stoi(ready.substr(ready.rfind(':') + 1)));
    }
    return port_;
  }

  test::Process process_;
  std::uint16_t port_ = 0;
};

}  // namespace

Program lectern(const std::string& deck, const test::Xvfb& xvfb) {
  return {"lectern", [deck, &xvfb] { return std::make_unique<LecternShow>(deck, xvfb); }};
}

}  // namespace lectern::bench
