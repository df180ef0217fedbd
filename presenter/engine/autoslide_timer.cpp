#include "presenter/engine/autoslide_timer.h"

namespace lectern::engine {

AutoSlideTimer::AutoSlideTimer(boost::asio::io_context& io, Engine& engine) : engine_(engine), timer_(io) {
  engine.watch(
      [this](const Engine::StatePtr& state) {
        autoslide_.see(*state, engine_.deck(), engine_.now());
        wait();
      },
      [](Revision) {});
}

void AutoSlideTimer::stop() {
  is_stopped_ = true;
  timer_.cancel();
}

/// A wait that is over can have been overtaken by a new state: what counts is what is due then.
void AutoSlideTimer::wait() {
  timer_.cancel();
  if (is_stopped_ || !autoslide_.due()) return;
  timer_.expires_after(autoslide_.due()->at - engine_.now());
  timer_.async_wait([this](const boost::system::error_code& error) {
    const auto due = autoslide_.due();
    if (!error && due && due->at <= engine_.now()) engine_.decide(due->step);
  });
}

}  // namespace lectern::engine
