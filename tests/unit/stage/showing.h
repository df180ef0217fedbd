// A stage under test: it runs on the test's thread while a script on another tells it states and waits for
// what it presents.
#pragma once

#include <gtest/gtest.h>

#include <chrono>
#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>
#include <vector>

#include "presenter/stage/stage.h"
#include "tests/unit/stage/test_deck.h"

namespace lectern::stage {

class Showing {
 public:
  explicit Showing(std::shared_ptr<const deck::Deck> deck) : deck_(std::move(deck)) {}

  /// Opens the stage, runs `script` beside it and stops it.
  void run(const Options& options, const std::function<void(Showing&)>& script) {
    Listener listener{
        [this](const session::Command& command, Revision) { note([&] { commands_.push_back(command); }); },
        [this](Revision revision) { note([&] { presented_.push_back(revision); }); },
        [this] { note([&] { is_closed_ = true; }); },
        [this](const session::Pointer& pointer, Revision) { note([&] { pointers_.push_back(pointer); }); }};
    const auto find = [this](const DeckHash& hash) { return this->find(hash); };
    auto stage =
        open_stage(material(deck_), nullptr, find, LECTERN_FONT_DIR, options, Clock(), std::move(listener));
    ASSERT_TRUE(stage) << stage.error().message;
    stage_ = std::move(*stage);
    std::jthread beside([&] {
      script(*this);
      stage_->stop();
    });
    stage_->run();
  }

  static Material material(std::shared_ptr<const deck::Deck> deck) {
    return {std::move(deck), images::pictures_below("."), {}};
  }

  /// From now on states may speak of it.
  void offer(std::shared_ptr<const deck::Deck> deck) {
    note([&] { offered_.push_back(std::move(deck)); });
  }
  void show(std::shared_ptr<const session::State> state) { stage_->show(std::move(state)); }
  void point(const session::Pointer& pointer) { stage_->point(pointer); }

  [[nodiscard]] bool wait_until_presented(Revision revision) {
    return wait_for([&] { return !presented_.empty() && presented_.back() >= revision; });
  }
  [[nodiscard]] bool wait_for_commands(std::size_t count) {
    return wait_for([&] { return commands_.size() >= count; });
  }
  [[nodiscard]] bool wait_for_pointers(std::size_t count) {
    return wait_for([&] { return pointers_.size() >= count; });
  }
  [[nodiscard]] bool wait_until_closed() {
    return wait_for([&] { return is_closed_; });
  }

  const std::vector<Revision>& presented() const { return presented_; }
  const std::vector<session::Command>& commands() const { return commands_; }
  const std::vector<session::Pointer>& pointers() const { return pointers_; }

 private:
  void note(const std::function<void()>& what) {
    {
      const std::lock_guard lock(mutex_);
      what();
    }
    noted_.notify_all();
  }

  std::optional<Material> find(const DeckHash& hash) {
    const std::lock_guard lock(mutex_);
    for (const auto& deck : offered_)
      if (deck->hash == hash) return material(deck);
    return std::nullopt;
  }

  bool wait_for(const std::function<bool()>& condition) {
    std::unique_lock lock(mutex_);
    return noted_.wait_for(lock, std::chrono::seconds(60), condition);
  }

  std::shared_ptr<const deck::Deck> deck_;
  std::unique_ptr<Stage> stage_;
  std::mutex mutex_;
  std::condition_variable noted_;
  std::vector<std::shared_ptr<const deck::Deck>> offered_;
  std::vector<Revision> presented_;
  std::vector<session::Command> commands_;
  std::vector<session::Pointer> pointers_;
  bool is_closed_ = false;
};

}  // namespace lectern::stage
