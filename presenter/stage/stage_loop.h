// The main thread of a showing: states, keys and finished frames in; frames and commands out.
#pragma once

#include <atomic>
#include <cstdint>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "presenter/stage/compositor.h"
#include "presenter/stage/director.h"
#include "presenter/stage/display.h"
#include "presenter/stage/frame_store.h"
#include "presenter/stage/keys.h"
#include "presenter/stage/stage.h"

namespace lectern::stage {

/// What to have painted for a showing that is at `view`, the most urgent first.
enum class TimerIs { off, on };
std::vector<FrameKey> wishes(const deck::Deck&, const View&, PixelSize display, TimerIs);

class StageLoop final : public Stage {
 public:
  /// `ground` is the pixel to show before the first slide.
  StageLoop(std::shared_ptr<const deck::Deck>, std::unique_ptr<FrameStore>, std::unique_ptr<Display>,
            std::uint32_t ground, const Clock&, Listener);

  void show(std::shared_ptr<const session::State>) override;
  void run() override;
  void stop() override;

 private:
  void take_state();
  void ask_for_frames();
  void draw_if_due();
  bool is_painted(const View&, Director::Form, PixelSize display) const;
  std::optional<Duration> time_to_sleep() const;
  void handle(const KeyPress&);
  void handle(const PixelsLost&) { director_.redraw(); }
  void handle(const CloseAsked&) { leave(); }
  void leave();
  void update_title();

  const std::shared_ptr<const deck::Deck> deck_;
  const Clock clock_;
  const Listener listener_;
  std::unique_ptr<Display> display_;
  std::unique_ptr<FrameStore> frames_;  ///< after the display: its workers wake it, so they end first
  Director director_;
  Compositor compositor_;
  LeaveGuard leave_guard_;
  std::string title_;
  std::vector<FrameKey> wished_;

  std::mutex mutex_;
  std::shared_ptr<const session::State> newest_;  ///< not yet taken by the main thread
  std::atomic<bool> is_stopped_ = false;
};

}  // namespace lectern::stage
