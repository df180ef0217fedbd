#include "presenter/stage/stage_window.h"

#include <SDL.h>
#include <SDL_syswm.h>  // brings Xlib's macros: this file is compiled by itself
#include <X11/Xatom.h>
#include <X11/Xlib.h>

#include <algorithm>

namespace lectern::stage {
namespace {

struct XWindow {
  ::Display* x;
  ::Window window;
};

XWindow x_of(SDL_Window* window) {
  SDL_SysWMinfo info;
  SDL_VERSION(&info.version);
  SDL_GetWindowWMInfo(window, &info);
  return {info.info.x11.display, info.info.x11.window};
}

/// To be said before it is shown. https://specifications.freedesktop.org/wm-spec/: _NET_WM_STATE
void ask_for_whole_display(const XWindow& at) {
  const Atom fullscreen = XInternAtom(at.x, "_NET_WM_STATE_FULLSCREEN", False);
  XChangeProperty(at.x, at.window, XInternAtom(at.x, "_NET_WM_STATE", False), XA_ATOM, 32, PropModeReplace,
                  reinterpret_cast<const unsigned char*>(&fullscreen), 1);
}

/// As of a window in which nobody has done anything: _NET_WM_USER_TIME
void ask_for_no_focus(const XWindow& at) {
  const unsigned long never = 0;
  XChangeProperty(at.x, at.window, XInternAtom(at.x, "_NET_WM_USER_TIME", False), XA_CARDINAL, 32,
                  PropModeReplace, reinterpret_cast<const unsigned char*>(&never), 1);
}

bool is_like_a_pixmap(const SDL_PixelFormat& format) {
  return format.BytesPerPixel == 4 && format.Rmask == 0xff0000 && format.Gmask == 0xff00 &&
         format.Bmask == 0xff;
}

Place middle_of(const Place& monitor, PixelSize size) {
  return {monitor.x + (monitor.size.width - size.width) / 2,
          monitor.y + (monitor.size.height - size.height) / 2, size};
}

}  // namespace

std::unique_ptr<StageWindow> StageWindow::open(Output output, const Place& monitor, PixelSize windowed,
                                               Focus focus) {
  const bool is_fullscreen = output == Output::fullscreen;
  const Place at = is_fullscreen ? monitor : middle_of(monitor, windowed);
  Uint32 kind = SDL_WINDOW_HIDDEN | SDL_WINDOW_RESIZABLE;
  if (is_fullscreen) kind |= SDL_WINDOW_BORDERLESS;
  SDL_Window* const made = SDL_CreateWindow("Lectern", at.x, at.y, at.size.width, at.size.height, kind);
  if (!made) return nullptr;
  std::unique_ptr<StageWindow> window(new StageWindow(made, output));
  if (!SDL_GetWindowSurface(made)) return nullptr;
  if (is_fullscreen) ask_for_whole_display(x_of(made));
  if (focus == Focus::leave) ask_for_no_focus(x_of(made));
  SDL_ShowWindow(made);
  return window;
}

StageWindow::~StageWindow() {
  // Another thread may be waking SDL by a message to this window; pushing an event waits until it has.
  static const Uint32 nothing = SDL_RegisterEvents(1);
  SDL_Event event{};
  event.type = nothing;
  SDL_PushEvent(&event);
  SDL_DestroyWindow(window_);
}

PixelSize StageWindow::size() const {
  PixelSize size{1, 1};
  SDL_GetWindowSizeInPixels(window_, &size.width, &size.height);
  return {std::max(size.width, 1), std::max(size.height, 1)};
}

Place StageWindow::place() const {
  Place place{0, 0, size()};
  SDL_GetWindowPosition(window_, &place.x, &place.y);
  return place;
}

Focus StageWindow::focus() const {
  if (is_hidden_) return focus_;
  return SDL_GetWindowFlags(window_) & SDL_WINDOW_INPUT_FOCUS ? Focus::take : Focus::leave;
}

std::optional<Canvas> StageWindow::canvas() {
  surface_ = is_hidden_ ? nullptr : SDL_GetWindowSurface(window_);
  if (!surface_) return std::nullopt;
  if (is_like_a_pixmap(*surface_->format))
    return Canvas{static_cast<std::uint32_t*>(surface_->pixels),
                  static_cast<std::size_t>(surface_->pitch) / 4,
                  {surface_->w, surface_->h}};
  if (converted_.size != PixelSize{surface_->w, surface_->h}) converted_ = Pixmap({surface_->w, surface_->h});
  return canvas_of(converted_);
}

void StageWindow::submit() {
  if (!is_like_a_pixmap(*surface_->format))
    SDL_ConvertPixels(surface_->w, surface_->h, SDL_PIXELFORMAT_ARGB8888, converted_.pixels.data(),
                      converted_.stride_bytes(), surface_->format->format, surface_->pixels, surface_->pitch);
  SDL_UpdateWindowSurface(window_);
}

void StageWindow::set_title(const std::string& title) {
  SDL_SetWindowTitle(window_, title.c_str());
}

std::uint32_t StageWindow::id() const {
  return SDL_GetWindowID(window_);
}

void StageWindow::take_focus() {
  SDL_RaiseWindow(window_);
  SDL_SetWindowInputFocus(window_);
}

void StageWindow::cover(const Place& monitor) {
  const XWindow at = x_of(window_);
  XMoveResizeWindow(at.x, at.window, monitor.x, monitor.y, static_cast<unsigned>(monitor.size.width),
                    static_cast<unsigned>(monitor.size.height));
  XFlush(at.x);
}

void StageWindow::hide() {
  focus_ = focus();
  SDL_HideWindow(window_);
  is_hidden_ = true;
}

void StageWindow::show(const Place& monitor) {
  const XWindow at = x_of(window_);
  ask_for_whole_display(at);  // a window manager forgets it when the window is hidden
  if (focus_ == Focus::leave) ask_for_no_focus(at);
  cover(monitor);
  SDL_ShowWindow(window_);
  is_hidden_ = false;
}

}  // namespace lectern::stage
