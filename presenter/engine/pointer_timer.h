// Takes away the pointer that nobody moves any more.
#pragma once

#include <boost/asio/io_context.hpp>
#include <boost/asio/steady_timer.hpp>

#include "presenter/engine/engine.h"

namespace lectern::engine {

/// Lives on the engine thread and outlives the engine's last call.
class PointerTimer {
 public:
  /// Watches `engine` from now on.
  PointerTimer(boost::asio::io_context&, Engine& engine);

  /// The io_context need not wait for it any more.
  void stop();

 private:
  void wait();

  Engine& engine_;
  boost::asio::steady_timer timer_;
  bool is_stopped_ = false;
};

}  // namespace lectern::engine
