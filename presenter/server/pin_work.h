// The slow arithmetic of PINs, one piece at a time, on a thread of its own.
#pragma once

#include <boost/asio/io_context.hpp>
#include <boost/asio/thread_pool.hpp>
#include <deque>
#include <functional>

namespace lectern::server {

/// Lives on the engine thread. What nobody wants any more when its turn comes is not done, so that who comes
/// and goes costs nothing.
class PinWork {
 public:
  /// On the engine thread, when it is done.
  using Then = std::function<void()>;
  struct Piece {
    std::function<bool()> is_wanted;  ///< asked on the engine thread
    std::function<Then()> work;       ///< on the other one
  };

  explicit PinWork(boost::asio::io_context& io) : io_(io) {}
  /// Waits for the piece in hand.
  ~PinWork();

  void post(Piece);

 private:
  void begin_next();

  boost::asio::io_context& io_;
  std::deque<Piece> waiting_;
  bool is_busy_ = false;
  boost::asio::thread_pool thread_{1};
};

}  // namespace lectern::server
