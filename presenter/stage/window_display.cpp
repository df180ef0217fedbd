#include <SDL.h>

#include <algorithm>
#include <atomic>
#include <string>
#include <thread>
#include <utility>

#include "common/base/log.h"
#include "presenter/stage/display.h"
#include "presenter/stage/monitors.h"
#include "presenter/stage/remembered_display.h"
#include "presenter/stage/stage_window.h"
#include "presenter/stage/video.h"
#include "presenter/stage/window_pane.h"

namespace lectern::stage {
namespace {

class WindowDisplay final : public Display {
 public:
  WindowDisplay(std::unique_ptr<Video> video, std::unique_ptr<StageWindow> window, const Options& options,
                const Monitor& monitor)
      : options_(options),
        video_(std::move(video)),
        window_(std::move(window)),
        wake_event_(SDL_RegisterEvents(1)) {
    settle(monitor, video_->x().monitors());
    take_clicker();
  }

  PixelSize size() const override { return window_->size(); }
  std::optional<Canvas> canvas() override { return window_->canvas(); }

  void submit() override {
    window_->submit();
    left_window_.reset();
  }

  Duration refresh_interval() const override { return monitor_.refresh_interval; }

  std::vector<Input> wait(std::optional<Duration> at_most) override {
    std::vector<Input> inputs;
    SDL_Event event;
    const int timeout_ms =
        at_most ? static_cast<int>(std::clamp<Duration::rep>(at_most->count(), 0, 60'000)) : -1;
    if (!SDL_WaitEventTimeout(&event, timeout_ms)) return inputs;
    bool monitors_changed = false;
    do {
      if (event.type == wake_event_) is_wake_queued_ = false;
      if (event.type == video_->monitors_event()) monitors_changed = true;
      if (auto input = is_of_pane(event, pane_id_) ? of_pane(event) : translated(event))
        inputs.push_back(*std::move(input));
    } while (SDL_PollEvent(&event));
    if (monitors_changed) follow_display();
    return inputs;
  }

  void wake() override {
    if (is_wake_queued_.exchange(true)) return;
    SDL_Event event{};
    event.type = wake_event_;
    if (SDL_PushEvent(&event) != 1) is_wake_queued_ = false;
  }

  void toggle_fullscreen() override {
    const bool is_fullscreen = window_->output() == Output::fullscreen;
    const Monitors all = video_->x().monitors();
    if (open_instead(is_fullscreen ? Output::windowed : Output::fullscreen, shown_on(all), all))
      take_clicker();
  }

  void move_to_next_display() override {
    const Monitors all = video_->x().monitors();
    const auto monitor = next_monitor(all, shown_on(all).name);
    if (!monitor || !open_instead(window_->output(), *monitor, all)) return;
    if (window_->output() == Output::fullscreen && !options_.display_file.empty()) remember();
  }

  Spot mouse() const override {
    int x = 0, y = 0;
    SDL_GetMouseState(&x, &y);
    const auto [width, height] = window_->size();
    const auto part = [](int at, int length) {
      return std::clamp(static_cast<float>(at) / static_cast<float>(std::max(length - 1, 1)), 0.0f, 1.0f);
    };
    return {part(x, width), part(y, height)};
  }

  void follow_mouse(bool is_wanted) override {
    for (const Uint32 type : {SDL_MOUSEMOTION, SDL_MOUSEWHEEL})
      SDL_EventState(type, is_wanted ? SDL_ENABLE : SDL_IGNORE);
  }

  std::unique_ptr<Pane> open_pane() override {
    const Monitors all = video_->x().monitors();
    const Monitor own = shown_on(all);
    const auto other = std::ranges::find_if(all, [&](const Monitor& it) { return it.name != own.name; });
    auto window = StageWindow::open(window_->output(), (other == all.end() ? own : *other).place,
                                    options_.size, Focus::take);
    if (!window) return nullptr;
    pane_id_ = window->id();
    return std::make_unique<WindowPane>(std::move(window));
  }

  void take_focus() override { window_->take_focus(); }

  void set_title(const std::string& title) override {
    title_ = title;
    window_->set_title(title);
  }

 private:
  /// With another window: one that is fullscreen cannot be moved without showing what is behind it. The one
  /// that it was stays up until something is drawn on the new one.
  bool open_instead(Output output, const Monitor& monitor, const Monitors& all) {
    auto window = StageWindow::open(output, monitor.place, options_.size, window_->focus());
    if (!window) return false;
    left_window_ = std::exchange(window_, std::move(window));
    settle(monitor, all);
    set_title(title_);
    return true;
  }

  void follow_display() {
    if (window_->output() != Output::fullscreen) return;
    const Monitors all = video_->x().monitors();
    const auto monitor = same_monitor(all, monitor_.name, company_);
    if (!monitor) return wait_for_display();
    if (window_->is_hidden())
      window_->show(monitor->place);
    else
      window_->cover(monitor->place);
    settle(*monitor, all);
  }

  void wait_for_display() {
    if (window_->is_hidden()) return;
    window_->hide();
    log_warning(
        "the audience's display (" + monitor_.name.connector +
        ") is gone, and the show is on no other: plug it in again, or move the show with lectern-remote "
        "display");
  }

  void settle(const Monitor& monitor, const Monitors& all) {
    monitor_ = monitor;
    company_ = all.size() > 1 ? Company::others : Company::none;
  }

  /// A window may have been pulled somewhere else.
  Monitor shown_on(const Monitors& all) const {
    if (window_->output() == Output::fullscreen) return monitor_;
    return monitor_under(all, window_->place()).value_or(monitor_);
  }

  /// A window is for trying out, beside other work.
  void take_clicker() {
    if (!options_.grabs_clicker) return;
    XClicker& clicker = video_->x().clicker();
    if (window_->output() != Output::fullscreen) return clicker.release();
    if (const auto taken = clicker.grab(); !taken)
      log_warning(taken.error().message + "; " + taken.error().remedy);
  }

  /// On a thread: the disk may be slow.
  void remember() {
    remembering_ = std::jthread([path = options_.display_file, name = monitor_.name] {
      if (const auto kept = remember_display(path, name); !kept)
        log_warning("the display is not remembered: " + kept.error().message + "; " + kept.error().remedy);
    });
  }

  static std::optional<Input> translated(const SDL_Event& event) {
    switch (event.type) {
      case SDL_KEYDOWN:
        return key_press(event.key);
      case SDL_QUIT:
        return CloseAsked{};
      case SDL_MOUSEMOTION:
        return MouseMoved{};
      case SDL_MOUSEWHEEL:
        return WheelTurned{event.wheel.y};
      case SDL_WINDOWEVENT:
        return is_loss(event.window) ? std::optional<Input>(PixelsLost{}) : std::nullopt;
      default:
        return std::nullopt;
    }
  }

  const Options options_;
  std::unique_ptr<Video> video_;
  std::unique_ptr<StageWindow> window_;
  std::unique_ptr<StageWindow> left_window_;
  Monitor monitor_;                  ///< fullscreen: that the window covers, or waits for
  Company company_ = Company::none;  ///< of that display, when the window was on it last
  std::jthread remembering_;
  std::string title_;
  Uint32 pane_id_ = no_window;  ///< of the last pane
  const Uint32 wake_event_;
  std::atomic<bool> is_wake_queued_ = false;
};

}  // namespace

Result<std::unique_ptr<Display>> open_window(std::unique_ptr<Video> video, const Options& options,
                                             const Monitor& monitor) {
  auto window = StageWindow::open(options.output, monitor.place, options.size, Focus::take);
  if (!window) return no_display("no window can be opened");
  return std::make_unique<WindowDisplay>(std::move(video), std::move(window), options, monitor);
}

}  // namespace lectern::stage
