#include "common/websocket/turns.h"

#include <boost/asio/post.hpp>
#include <utility>

namespace lectern::websocket {
namespace {

constexpr int at_once = 32;  // a write takes some microseconds

}  // namespace

void Turns::wait_for_one(std::shared_ptr<Taker> taker, bool is_urgent) {
  (is_urgent ? urgent_ : others_).push_back(std::move(taker));
  if (!std::exchange(has_begun_, true)) begin();
}

void Turns::begin() {
  boost::asio::post(executor_, [this] { give(); });
}

void Turns::give() {
  for (const auto& taker : std::exchange(urgent_, {})) taker->take_turn();
  for (int i = 0; i < at_once && !others_.empty(); ++i) {
    const std::shared_ptr<Taker> taker = std::move(others_.front());
    others_.pop_front();
    taker->take_turn();
  }
  has_begun_ = !urgent_.empty() || !others_.empty();
  if (has_begun_) begin();
}

}  // namespace lectern::websocket
