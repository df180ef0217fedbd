#include <condition_variable>
#include <mutex>
#include <utility>

#include "presenter/stage/display.h"

namespace lectern::stage {
namespace {

/// Composes into memory; nothing of SDL is started.
class HeadlessDisplay final : public Display {
 public:
  explicit HeadlessDisplay(PixelSize size) : pixels_(size) {}

  PixelSize size() const override { return pixels_.size; }
  std::optional<Canvas> canvas() override { return canvas_of(pixels_); }
  void submit() override {}
  Duration refresh_interval() const override { return {}; }
  void toggle_fullscreen() override {}
  void move_to_next_display() override {}
  Spot mouse() const override { return {}; }
  void follow_mouse(bool) override {}
  std::unique_ptr<Pane> open_pane() override { return nullptr; }
  void take_focus() override {}
  void set_title(const std::string&) override {}

  std::vector<Input> wait(std::optional<Duration> at_most) override {
    std::unique_lock lock(mutex_);
    const auto is_woken = [&] { return woken_; };
    if (at_most)
      called_.wait_for(lock, *at_most, is_woken);
    else
      called_.wait(lock, is_woken);
    woken_ = false;
    return {};
  }

  void wake() override {
    {
      const std::lock_guard lock(mutex_);
      woken_ = true;
    }
    called_.notify_one();
  }

 private:
  Pixmap pixels_;
  std::mutex mutex_;
  std::condition_variable called_;
  bool woken_ = false;
};

}  // namespace

std::unique_ptr<Display> make_headless_display(PixelSize size) {
  return std::make_unique<HeadlessDisplay>(size);
}

}  // namespace lectern::stage
