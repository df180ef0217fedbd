#include "presenter/server/pin_work.h"

#include <boost/asio/post.hpp>
#include <utility>

namespace lectern::server {

namespace asio = boost::asio;

PinWork::~PinWork() {
  thread_.join();
}

void PinWork::post(Piece piece) {
  waiting_.push_back(std::move(piece));
  if (!is_busy_) begin_next();
}

void PinWork::begin_next() {
  while (!waiting_.empty() && !waiting_.front().is_wanted()) waiting_.pop_front();
  is_busy_ = !waiting_.empty();
  if (!is_busy_) return;
  Piece piece = std::move(waiting_.front());
  waiting_.pop_front();
  asio::post(thread_, [this, work = std::move(piece.work)] {
    asio::post(io_, [this, then = work()] {
      then();
      begin_next();
    });
  });
}

}  // namespace lectern::server
