// SDL's window, put where it belongs. SDL knows nothing of displays here (see Video::start): where the window
// lies is said in pixels of the desktop, and that it is fullscreen, to the window manager.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>

#include "common/base/pixmap.h"
#include "presenter/stage/blend.h"
#include "presenter/stage/monitors.h"
#include "presenter/stage/stage.h"

struct SDL_Surface;
struct SDL_Window;

namespace lectern::stage {

/// Whether a window that comes up may have what is typed: not while somebody types elsewhere.
enum class Focus { take, leave };

class StageWindow {
 public:
  /// Shown, with a surface to draw on. Fullscreen it covers `monitor`; else it is of `windowed` size in its
  /// middle. null: that cannot be had.
  static std::unique_ptr<StageWindow> open(Output, const Place& monitor, PixelSize windowed, Focus);
  ~StageWindow();
  StageWindow(const StageWindow&) = delete;
  StageWindow& operator=(const StageWindow&) = delete;

  Output output() const { return output_; }
  bool is_hidden() const { return is_hidden_; }
  Focus focus() const;  ///< that it has, or had when it was hidden
  PixelSize size() const;
  Place place() const;

  /// As Display's.
  std::optional<Canvas> canvas();
  void submit();

  void set_title(const std::string&);

  /// SDL's, by which its events name it.
  std::uint32_t id() const;

  /// The keyboard's.
  void take_focus();

  /// Of a display that is fullscreen: another place on the desktop or another size. A window manager does as
  /// much by itself; without one, nobody else would.
  void cover(const Place& monitor);

  /// From every display, without an end of the show.
  void hide();

  /// Fullscreen again on `monitor`, with the focus only if it had it.
  void show(const Place& monitor);

 private:
  StageWindow(SDL_Window* window, Output output) : window_(window), output_(output) {}

  SDL_Window* window_;
  Output output_;
  bool is_hidden_ = false;
  Focus focus_ = Focus::leave;      ///< when it was hidden
  SDL_Surface* surface_ = nullptr;  ///< SDL's own, as long as the window keeps its size
  Pixmap converted_;                ///< for a display with other pixels than a Pixmap's
};

}  // namespace lectern::stage
