// Takes the steps that come by themselves, when they are due.
#pragma once

#include <boost/asio/io_context.hpp>
#include <boost/asio/steady_timer.hpp>

#include "presenter/engine/autoslide.h"
#include "presenter/engine/engine.h"

namespace lectern::engine {

/// Lives on the engine thread and outlives the engine's last call.
class AutoSlideTimer {
 public:
  /// Watches `engine` from now on.
  AutoSlideTimer(boost::asio::io_context&, Engine& engine);

  /// No more steps by themselves; the io_context need not wait for any.
  void stop();

 private:
  void wait();

  Engine& engine_;
  AutoSlide autoslide_;
  boost::asio::steady_timer timer_;
  bool is_stopped_ = false;
};

}  // namespace lectern::engine
