#include "tests/support/x_program.h"

#include <X11/Xlib.h>
#include <X11/Xutil.h>
#include <poll.h>

#include <stdexcept>

namespace lectern::test {

struct XProgram::Parts {
  Display* display = nullptr;
  Window window = 0;

  /// false: none comes.
  bool next_event(XEvent& event) {
    while (XPending(display) == 0) {
      pollfd readable{ConnectionNumber(display), POLLIN, 0};
      if (poll(&readable, 1, 30'000) <= 0) return false;
    }
    XNextEvent(display, &event);
    return true;
  }
};

XProgram::XProgram(const std::string& name) : parts_(std::make_unique<Parts>()) {
  parts_->display = XOpenDisplay(name.c_str());
  if (!parts_->display) throw std::runtime_error("no X server at " + name);
  parts_->window =
      XCreateSimpleWindow(parts_->display, DefaultRootWindow(parts_->display), 0, 0, 50, 50, 0, 0, 0);
  XSelectInput(parts_->display, parts_->window, KeyPressMask | StructureNotifyMask);
}

XProgram::~XProgram() {
  XCloseDisplay(parts_->display);
}

void XProgram::take_focus() {
  XWindowAttributes is{};
  XGetWindowAttributes(parts_->display, parts_->window, &is);
  XMapRaised(parts_->display, parts_->window);
  for (XEvent event{}; is.map_state != IsViewable && event.type != MapNotify;)
    if (!parts_->next_event(event)) throw std::runtime_error("the window is not shown");
  while (is.map_state != IsViewable) XGetWindowAttributes(parts_->display, parts_->window, &is);
  XSetInputFocus(parts_->display, parts_->window, RevertToPointerRoot, CurrentTime);
  XSync(parts_->display, False);
}

void XProgram::grab(const std::string& key) {
  XGrabKey(parts_->display, XKeysymToKeycode(parts_->display, XStringToKeysym(key.c_str())), AnyModifier,
           DefaultRootWindow(parts_->display), False, GrabModeAsync, GrabModeAsync);
  XSync(parts_->display, False);
}

std::string XProgram::next_key() {
  XEvent event{};
  while (event.type != KeyPress)
    if (!parts_->next_event(event)) return {};
  return XKeysymToString(XLookupKeysym(&event.xkey, 0));
}

}  // namespace lectern::test
