#include <SDL.h>

#include <algorithm>
#include <atomic>
#include <string>
#include <utility>

#include "presenter/stage/display.h"

namespace lectern::stage {
namespace {

using WindowPtr = std::unique_ptr<SDL_Window, decltype(&SDL_DestroyWindow)>;

bool is_like_a_pixmap(const SDL_PixelFormat& format) {
  return format.BytesPerPixel == 4 && format.Rmask == 0xff0000 && format.Gmask == 0xff00 &&
         format.Bmask == 0xff;
}

/// With a surface to draw on; null where that cannot be had. Fullscreen it is as large as its display,
/// because without a window manager nobody else would stretch it.
WindowPtr make_window(Output output, int display, PixelSize windowed_size) {
  const bool is_fullscreen = output == Output::fullscreen;
  const PixelSize size = is_fullscreen ? Video::size_of(display) : windowed_size;
  const int at = static_cast<int>(SDL_WINDOWPOS_CENTERED_DISPLAY(static_cast<unsigned>(display)));
  const Uint32 kind = is_fullscreen ? SDL_WINDOW_FULLSCREEN_DESKTOP : SDL_WINDOW_RESIZABLE;
  WindowPtr window(SDL_CreateWindow("Lectern", at, at, size.width, size.height, kind), &SDL_DestroyWindow);
  if (window && !SDL_GetWindowSurface(window.get())) window.reset();
  return window;
}

class WindowDisplay final : public Display {
 public:
  WindowDisplay(std::unique_ptr<Video> video, WindowPtr window, const Options& options)
      : video_(std::move(video)),
        window_(std::move(window)),
        windowed_size_(options.size),
        wake_event_(SDL_RegisterEvents(1)) {}

  PixelSize size() const override {
    PixelSize size{1, 1};
    SDL_GetWindowSizeInPixels(window_.get(), &size.width, &size.height);
    return {std::max(size.width, 1), std::max(size.height, 1)};
  }

  std::optional<Canvas> canvas() override {
    surface_ = SDL_GetWindowSurface(window_.get());
    if (!surface_) return std::nullopt;
    if (is_like_a_pixmap(*surface_->format))
      return Canvas{static_cast<std::uint32_t*>(surface_->pixels),
                    static_cast<std::size_t>(surface_->pitch) / 4,
                    {surface_->w, surface_->h}};
    if (converted_.size != PixelSize{surface_->w, surface_->h})
      converted_ = Pixmap({surface_->w, surface_->h});
    return canvas_of(converted_);
  }

  void submit() override {
    if (!is_like_a_pixmap(*surface_->format))
      SDL_ConvertPixels(surface_->w, surface_->h, SDL_PIXELFORMAT_ARGB8888, converted_.pixels.data(),
                        converted_.stride_bytes(), surface_->format->format, surface_->pixels,
                        surface_->pitch);
    SDL_UpdateWindowSurface(window_.get());
    left_window_.reset();
  }

  Duration refresh_interval() const override {
    SDL_DisplayMode mode{};
    const bool is_known = SDL_GetCurrentDisplayMode(SDL_GetWindowDisplayIndex(window_.get()), &mode) == 0 &&
                          mode.refresh_rate > 0;
    return is_known ? Duration(1000 / mode.refresh_rate) : Duration::zero();
  }

  std::vector<Input> wait(std::optional<Duration> at_most) override {
    std::vector<Input> inputs;
    SDL_Event event;
    const int timeout_ms =
        at_most ? static_cast<int>(std::clamp<Duration::rep>(at_most->count(), 0, 60'000)) : -1;
    if (!SDL_WaitEventTimeout(&event, timeout_ms)) return inputs;
    do {
      if (event.type == wake_event_) is_wake_queued_ = false;
      if (auto input = translated(event)) inputs.push_back(*input);
    } while (SDL_PollEvent(&event));
    return inputs;
  }

  void wake() override {
    if (is_wake_queued_.exchange(true)) return;
    SDL_Event event{};
    event.type = wake_event_;
    if (SDL_PushEvent(&event) != 1) is_wake_queued_ = false;
  }

  void toggle_fullscreen() override {
    SDL_SetWindowFullscreen(window_.get(), is_fullscreen() ? 0 : SDL_WINDOW_FULLSCREEN_DESKTOP);
  }

  /// With another window: one that is fullscreen cannot be moved without showing what is behind it. The one
  /// that it was stays up until something is drawn on the new one.
  void move_to_next_display() override {
    const int count = SDL_GetNumVideoDisplays();
    const int display = SDL_GetWindowDisplayIndex(window_.get());
    if (count < 2 || display < 0) return;
    auto window = make_window(is_fullscreen() ? Output::fullscreen : Output::windowed, (display + 1) % count,
                              windowed_size_);
    if (!window) return;
    left_window_ = std::exchange(window_, std::move(window));
    set_title(title_);
  }

  void set_title(const std::string& title) override {
    title_ = title;
    SDL_SetWindowTitle(window_.get(), title.c_str());
  }

 private:
  bool is_fullscreen() const { return SDL_GetWindowFlags(window_.get()) & SDL_WINDOW_FULLSCREEN_DESKTOP; }

  static std::optional<Input> translated(const SDL_Event& event) {
    switch (event.type) {
      case SDL_KEYDOWN:
        return KeyPress{event.key.keysym.sym, event.key.keysym.mod, event.key.repeat != 0};
      case SDL_QUIT:
        return CloseAsked{};
      case SDL_WINDOWEVENT:
        if (event.window.event == SDL_WINDOWEVENT_EXPOSED ||
            event.window.event == SDL_WINDOWEVENT_SIZE_CHANGED)
          return PixelsLost{};
        return std::nullopt;
      default:
        return std::nullopt;
    }
  }

  std::unique_ptr<Video> video_;
  WindowPtr window_;
  WindowPtr left_window_{nullptr, &SDL_DestroyWindow};
  const PixelSize windowed_size_;
  std::string title_;
  const Uint32 wake_event_;
  std::atomic<bool> is_wake_queued_ = false;
  SDL_Surface* surface_ = nullptr;  ///< SDL's own, as long as the window keeps its size
  Pixmap converted_;                ///< for a display with other pixels than a Pixmap's
};

Error no_display(const std::string& what) {
  return {what + " (" + SDL_GetError() + ")",
          "start it from a desktop session on X11 or XWayland, or use --headless"};
}

}  // namespace

Result<std::unique_ptr<Video>> Video::start() {
  SDL_SetHint(SDL_HINT_VIDEODRIVER, "x11");
  SDL_SetHint(SDL_HINT_FRAMEBUFFER_ACCELERATION,
              "0");  // XShm: faster than OpenGL in software, and at once there
  SDL_SetHint(SDL_HINT_NO_SIGNAL_HANDLERS, "1");
  SDL_SetHint(SDL_HINT_VIDEO_MINIMIZE_ON_FOCUS_LOSS, "0");
  SDL_SetHint(SDL_HINT_APP_NAME, "Lectern");
  if (SDL_InitSubSystem(SDL_INIT_VIDEO) != 0) return no_display("there is no display to show on");
  SDL_StopTextInput();
  SDL_DisableScreenSaver();
  SDL_ShowCursor(SDL_DISABLE);
  for (const Uint32 type :
       {SDL_MOUSEMOTION, SDL_MOUSEBUTTONDOWN, SDL_MOUSEBUTTONUP, SDL_MOUSEWHEEL, SDL_KEYUP})
    SDL_EventState(type, SDL_IGNORE);
  return std::unique_ptr<Video>(new Video);
}

Video::~Video() {
  SDL_QuitSubSystem(SDL_INIT_VIDEO);
}

Result<int> Video::display_for(const Options& options) {
  const int count = SDL_GetNumVideoDisplays();
  if (count < 1) return no_display("there is no display to show on");
  // SDL counts from the primary, where the operator works.
  if (!options.display) return options.output == Output::fullscreen && count > 1 ? 1 : 0;
  if (*options.display < 0 || *options.display >= count)
    return Error{"there is no display " + std::to_string(*options.display) + " here",
                 "choose one from 0 to " + std::to_string(count - 1) + " with --display"};
  return *options.display;
}

PixelSize Video::size_of(int display) {
  SDL_DisplayMode mode{};
  SDL_GetDesktopDisplayMode(display, &mode);
  return {std::max(mode.w, 1), std::max(mode.h, 1)};
}

Result<std::unique_ptr<Display>> open_window(std::unique_ptr<Video> video, const Options& options,
                                             int display) {
  auto window = make_window(options.output, display, options.size);
  if (!window) return no_display("no window can be opened");
  return std::make_unique<WindowDisplay>(std::move(video), std::move(window), options);
}

}  // namespace lectern::stage
