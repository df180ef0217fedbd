// Many connections that write on one thread, a few at a time, so that whoever else has something to do there
// has a turn in between: a press does not wait until thousands of followers were told of the one before.
#pragma once

#include <boost/asio/any_io_executor.hpp>
#include <deque>
#include <memory>

namespace lectern::websocket {

/// Lives on that thread, and outlives those who wait.
class Turns {
 public:
  class Taker {
   public:
    virtual ~Taker() = default;
    virtual void take_turn() = 0;
  };

  explicit Turns(boost::asio::any_io_executor executor) : executor_(std::move(executor)) {}

  /// It has a turn later, once; before all others where it is urgent.
  void wait_for_one(std::shared_ptr<Taker>, bool is_urgent);

 private:
  void begin();
  void give();

  const boost::asio::any_io_executor executor_;
  std::deque<std::shared_ptr<Taker>> urgent_;
  std::deque<std::shared_ptr<Taker>> others_;
  bool has_begun_ = false;
};

}  // namespace lectern::websocket
