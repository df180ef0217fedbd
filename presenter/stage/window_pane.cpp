#include "presenter/stage/window_pane.h"

#include <utility>

namespace lectern::stage {

WindowPane::WindowPane(std::unique_ptr<StageWindow> window) : window_(std::move(window)) {
  window_->set_title("Lectern – overview");
  window_->take_focus();
  SDL_StartTextInput();
  SDL_ShowCursor(SDL_ENABLE);
  SDL_EventState(SDL_MOUSEBUTTONDOWN, SDL_ENABLE);
}

WindowPane::~WindowPane() {
  SDL_EventState(SDL_MOUSEBUTTONDOWN, SDL_IGNORE);
  SDL_ShowCursor(SDL_DISABLE);
  SDL_StopTextInput();
}

/// The window may have another size by now.
void WindowPane::show(const Pixmap& picture) {
  const auto canvas = window_->canvas();
  if (!canvas) return;
  fill(*canvas, 0);
  lay_over(*canvas, picture, 0, 0, 256);
  window_->submit();
}

KeyPress key_press(const SDL_KeyboardEvent& event) {
  return {event.keysym.sym, event.keysym.mod, event.repeat != 0};
}

bool is_loss(const SDL_WindowEvent& event) {
  return event.event == SDL_WINDOWEVENT_EXPOSED || event.event == SDL_WINDOWEVENT_SIZE_CHANGED;
}

bool is_of_pane(const SDL_Event& event, Uint32 window_id) {
  switch (event.type) {
    case SDL_KEYDOWN:
      return event.key.windowID == window_id;
    case SDL_TEXTINPUT:
      return event.text.windowID == window_id;
    case SDL_MOUSEBUTTONDOWN:
      return event.button.windowID == window_id;
    case SDL_MOUSEMOTION:
      return event.motion.windowID == window_id;
    case SDL_MOUSEWHEEL:
      return event.wheel.windowID == window_id;
    case SDL_WINDOWEVENT:
      return event.window.windowID == window_id;
    default:
      return false;
  }
}

std::optional<Input> of_pane(const SDL_Event& event) {
  switch (event.type) {
    case SDL_KEYDOWN:
      if (const auto key = panel_key(key_press(event.key))) return PaneInput{PanelInput(*key)};
      return std::nullopt;
    case SDL_TEXTINPUT:
      return PaneInput{PanelInput(TypedText{event.text.text})};
    case SDL_MOUSEBUTTONDOWN:
      if (event.button.button != SDL_BUTTON_LEFT) return std::nullopt;
      return PaneInput{PanelInput(Click{event.button.x, event.button.y})};
    case SDL_WINDOWEVENT:
      if (event.window.event == SDL_WINDOWEVENT_CLOSE) return PaneInput{CloseAsked{}};
      if (is_loss(event.window)) return PaneInput{PixelsLost{}};
      return std::nullopt;
    default:
      return std::nullopt;
  }
}

}  // namespace lectern::stage
