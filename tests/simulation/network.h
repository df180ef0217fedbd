// Connections as TCP makes them: what is sent arrives once and in order, after a while or never, and each end
// learns by itself that it is over.
#pragma once

#include <deque>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <utility>

#include "tests/simulation/world.h"

namespace lectern::simulation {

/// What one remote's network is like.
struct Weather {
  Duration least{2}, most{60};  ///< one way
  Duration blocked_until{};     ///< nothing arrives before

  Duration delay(World& world) const { return world.between(least, most); }
  bool is_blocked(const World& world) const { return world.now() < blocked_until; }
};

/// One direction.
class Pipe {
 public:
  Pipe(World& world, const Weather& weather) : world_(world), weather_(weather) {}

  /// Who takes what arrives, and learns that no more will.
  void lead_to(std::function<void(const std::string&)> deliver, std::function<void()> ended) {
    deliver_ = std::move(deliver);
    ended_ = std::move(ended);
  }

  void send(std::string message) { put(std::move(message)); }

  /// After all that was sent.
  void end() { put(std::nullopt); }

  /// Nothing that is under way arrives any more.
  void cut() { alive_.reset(); }

 private:
  void put(std::optional<std::string> message) {
    if (!alive_) return;
    waiting_.push_back(std::move(message));
    world_.after(weather_.delay(world_), alive_, [this] { arrive(); });
  }

  /// Whichever has waited long enough, the one that was sent first is the one that comes.
  void arrive() {
    if (weather_.is_blocked(world_)) {
      world_.after(weather_.blocked_until - world_.now(), alive_, [this] { arrive(); });
      return;
    }
    const auto message = std::move(waiting_.front());
    waiting_.pop_front();
    message ? deliver_(*message) : ended_();
  }

  World& world_;
  const Weather& weather_;
  std::deque<std::optional<std::string>> waiting_;  ///< nullopt: the end
  std::function<void(const std::string&)> deliver_;
  std::function<void()> ended_;
  std::shared_ptr<const int> alive_ = std::make_shared<const int>();
};

struct Connection {
  Connection(World& world, const Weather& weather, int connection_number)
      : number(connection_number), up(world, weather), down(world, weather) {}

  /// In the order of their making.
  struct Earlier {
    bool operator()(const std::shared_ptr<Connection>& one, const std::shared_ptr<Connection>& other) const {
      return one->number < other->number;
    }
  };

  const int number;
  Pipe up;    ///< to the presenter
  Pipe down;  ///< to the remote
};

}  // namespace lectern::simulation
