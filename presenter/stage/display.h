// Where finished frames go, and where the operator's keys come from: a window, or nothing but memory.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "common/base/result.h"
#include "common/base/time.h"
#include "presenter/stage/blend.h"
#include "presenter/stage/keys.h"
#include "presenter/stage/pointer_tool.h"
#include "presenter/stage/side_panel.h"
#include "presenter/stage/stage.h"

namespace lectern::stage {

/// What is on the display was lost, or its size is another.
struct PixelsLost {};
/// The window manager asks to close the window.
struct CloseAsked {};
/// Display::mouse() says where to.
struct MouseMoved {};
/// Away from the operator; negative: towards.
struct WheelTurned {
  int clicks = 0;
};

/// In the pane, whether or not it is still open.
struct PaneInput {
  std::variant<PanelInput, PixelsLost, CloseAsked> what;
};

using Input = std::variant<KeyPress, PixelsLost, CloseAsked, MouseMoved, WheelTurned, PaneInput>;

/// A second window, for the operator's eyes. Main thread; must go before its display.
class Pane {
 public:
  virtual ~Pane() = default;
  virtual PixelSize size() const = 0;
  virtual void show(const Pixmap&) = 0;
};

/// Main thread, but for wake().
class Display {
 public:
  virtual ~Display() = default;

  virtual PixelSize size() const = 0;

  /// To be drawn whole, then submitted. nullopt: there is nothing to draw on just now.
  virtual std::optional<Canvas> canvas() = 0;
  virtual void submit() = 0;

  /// Between two of its pictures; zero: not known.
  virtual Duration refresh_interval() const = 0;

  /// Sleeps until there is input, wake() is called or the time is over; at once if wake() was called since
  /// the last wait.
  virtual std::vector<Input> wait(std::optional<Duration> at_most) = 0;

  /// Any thread.
  virtual void wake() = 0;

  virtual void toggle_fullscreen() = 0;

  /// To the next of the machine's displays, which is remembered where the options say so.
  virtual void move_to_next_display() = 0;

  /// Where the mouse is over what is shown; it is never seen there.
  virtual Spot mouse() const = 0;

  /// Whether to tell of its moves and its wheel from now on; at first not.
  virtual void follow_mouse(bool) = 0;

  /// On another display than the stage's where there is one, and with the keyboard's focus; nullptr: no
  /// window can be opened.
  virtual std::unique_ptr<Pane> open_pane() = 0;

  /// The keyboard's, back from a pane that is closed.
  virtual void take_focus() = 0;

  /// For the operator: says what Ctrl+Q would do next.
  virtual void set_title(const std::string&) = 0;
};

std::unique_ptr<Display> make_headless_display(PixelSize);

class Video;
struct Monitor;

/// A window on a display: fullscreen, or of the options' size. Fullscreen it stays with its display: it
/// follows that to another place, size or connector, waits unseen while it is gone, and is back with its
/// slide when the display is.
Result<std::unique_ptr<Display>> open_window(std::unique_ptr<Video>, const Options&, const Monitor&);

}  // namespace lectern::stage
