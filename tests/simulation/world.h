// Simulated time and chance: what is to happen happens in order, at once, and the same for the same seed.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <queue>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include "common/base/time.h"

namespace lectern::simulation {

/// A program's life ends with it: what it still had to do is not done.
using Alive = std::weak_ptr<const void>;

class World {
 public:
  explicit World(unsigned seed, bool is_told = false) : random_(seed), is_told_(is_told) {}

  /// Since the world began, on the clock of nobody in it.
  Duration now() const { return now_; }

  void after(Duration wait, std::function<void()> happen) {
    queue_.push({now_ + wait, count_++, std::move(happen)});
  }

  /// Only if that is still alive by then.
  void after(Duration wait, Alive alive, std::function<void()> happen) {
    after(wait, [alive = std::move(alive), happen = std::move(happen)] {
      if (const auto held = alive.lock()) happen();
    });
  }

  /// Everything that happens until then.
  void run_until(Duration end) {
    while (!queue_.empty() && queue_.top().at <= end) {
      // The queue gives only a constant one, which is about to go.
      Happening next = std::move(const_cast<Happening&>(queue_.top()));
      queue_.pop();
      now_ = next.at;
      next.happen();
    }
    now_ = end;
  }

  /// 0 to `most`, evenly.
  int upto(int most) { return static_cast<int>(random_() % (static_cast<unsigned>(most) + 1)); }
  bool one_in(int count) { return upto(count - 1) == 0; }
  Duration between(Duration least, Duration most) {
    return least + Duration(upto(static_cast<int>((most - least).count())));
  }
  unsigned any() { return random_(); }

  /// A line of the story, made only where somebody listens.
  template <class Line>
  void say(Line line) {
    if (is_told_) story_.push_back(std::to_string(now_.count()) + " ms  " + line());
  }
  const std::vector<std::string>& story() const { return story_; }

 private:
  struct Happening {
    Duration at{};
    std::uint64_t number = 0;
    std::function<void()> happen;
    bool operator<(const Happening& other) const {
      return std::pair(other.at, other.number) < std::pair(at, number);
    }
  };

  std::mt19937 random_;
  Duration now_{};
  std::uint64_t count_ = 0;
  std::priority_queue<Happening> queue_;
  bool is_told_ = false;
  std::vector<std::string> story_;
};

}  // namespace lectern::simulation
