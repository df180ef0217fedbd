#include "presenter/engine/pointer_timer.h"

namespace lectern::engine {

PointerTimer::PointerTimer(boost::asio::io_context& io, Engine& engine) : engine_(engine), timer_(io) {
  engine.watch_pointer([this](const session::Pointer&) { wait(); });
}

void PointerTimer::stop() {
  is_stopped_ = true;
  timer_.cancel();
}

void PointerTimer::wait() {
  timer_.cancel();
  const auto until = engine_.pointer_until();
  if (is_stopped_ || !until) return;
  timer_.expires_after(*until - engine_.now());
  timer_.async_wait([this](const boost::system::error_code& error) {
    if (!error) engine_.look_at_pointer();
  });
}

}  // namespace lectern::engine
