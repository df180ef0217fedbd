// A stage under test: it runs on the test's thread while a script on another tells it states and waits for
// what it presents.
#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
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
        open_stage(noting(material(deck_)), nullptr, find, LECTERN_FONT_DIR, options, Clock(), std::move(listener));
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
  /// Until a picture of that name is looked for.
  [[nodiscard]] bool wait_until_asked_for(std::string_view picture) {
    return wait_for([&] { return std::ranges::find(asked_, picture) != asked_.end(); });
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
      if (deck->hash == hash) return noting(material(deck));
    return std::nullopt;
  }

  /// The same, and what pictures it is asked for is known.
  Material noting(Material material) {
    material.find_picture = [this, find = std::move(material.find_picture)](std::string_view name) {
      note([&] { asked_.emplace_back(name); });
      return find(name);
    };
    return material;
  }

  bool wait_for(const std::function<bool()>& condition) {
    std::unique_lock lock(mutex_);
    return noted_.wait_for(lock, std::chrono::seconds(60), condition);
  }

  std::shared_ptr<const deck::Deck> deck_;
  std::mutex mutex_;
  std::condition_variable noted_;
  std::vector<std::shared_ptr<const deck::Deck>> offered_;
  std::vector<std::string> asked_;
  std::vector<Revision> presented_;
  std::vector<session::Command> commands_;
  std::vector<session::Pointer> pointers_;
  bool is_closed_ = false;
  std::unique_ptr<Stage> stage_;  ///< last: its workers note what they look for
};

}  // namespace lectern::stage
