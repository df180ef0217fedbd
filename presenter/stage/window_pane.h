// The operator's own window, and what is pressed, typed and clicked in it.
#pragma once

#include <SDL.h>

#include <memory>
#include <optional>

#include "presenter/stage/display.h"
#include "presenter/stage/stage_window.h"

namespace lectern::stage {

/// The mouse is seen and text is typed as long as it is there.
class WindowPane final : public Pane {
 public:
  /// Takes the keyboard's focus.
  explicit WindowPane(std::unique_ptr<StageWindow>);
  ~WindowPane() override;

  PixelSize size() const override { return window_->size(); }
  void show(const Pixmap&) override;

 private:
  std::unique_ptr<StageWindow> window_;
};

/// As SDL tells of a key.
KeyPress key_press(const SDL_KeyboardEvent&);

/// Whether a window's pixels were lost.
bool is_loss(const SDL_WindowEvent&);

/// SDL has no such window; it counts from 1, and 0 is where nobody knows.
inline constexpr Uint32 no_window = ~Uint32{0};

/// Whether it happened in the window with that number.
bool is_of_pane(const SDL_Event&, Uint32 window_id);

/// Of an event that happened there; nullopt: it means nothing.
std::optional<Input> of_pane(const SDL_Event&);

}  // namespace lectern::stage
