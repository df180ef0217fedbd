#include "tests/support/x_screen.h"

#include <X11/Xatom.h>
#include <X11/Xlib.h>
#include <X11/Xutil.h>
#include <X11/extensions/XTest.h>
#include <X11/extensions/Xfixes.h>
#include <X11/extensions/Xrandr.h>
#include <X11/extensions/scrnsaver.h>
#include <X11/extensions/sync.h>
#include <time.h>

#include <algorithm>
#include <chrono>
#include <cstring>
#include <stdexcept>

namespace lectern::test {
namespace {

/// Between two looks, so that the programs watched have the processor too.
constexpr timespec pause{.tv_sec = 0, .tv_nsec = 5'000'000};

PixelSize size_of_screen(Display* display) {
  Window root = 0;
  int x = 0, y = 0;
  unsigned width = 0, height = 0, border = 0, depth = 0;
  XGetGeometry(display, DefaultRootWindow(display), &root, &x, &y, &width, &height, &border, &depth);
  return {static_cast<int>(width), static_cast<int>(height)};
}

}  // namespace

struct XScreen::Parts {
  Display* display = nullptr;

  void key(const std::string& name, Bool down) {
    XTestFakeKeyEvent(display, XKeysymToKeycode(display, XStringToKeysym(name.c_str())), down, CurrentTime);
  }

  /// Until one of the server's counters ("SERVERTIME", "IDLETIME") has come `milliseconds` further.
  void wait_for(const char* counter_name, int milliseconds, bool from_now) {
    int count = 0;
    XSyncSystemCounter* const counters = XSyncListSystemCounters(display, &count);
    const auto* const found = std::find_if(counters, counters + count, [&](const XSyncSystemCounter& it) {
      return std::strcmp(it.name, counter_name) == 0;
    });
    if (found == counters + count)
      throw std::runtime_error("the X server does not count " + std::string(counter_name));
    XSyncWaitCondition condition{};
    condition.trigger.counter = found->counter;
    condition.trigger.value_type = from_now ? XSyncRelative : XSyncAbsolute;
    condition.trigger.test_type = XSyncPositiveComparison;
    XSyncIntToValue(&condition.trigger.wait_value, milliseconds);
    XSyncFreeSystemCounterList(counters);
    XSyncAwait(display, &condition, 1);
    XSync(display, False);
  }
};

XScreen::XScreen(const std::string& display) : parts_(std::make_unique<Parts>()) {
  parts_->display = XOpenDisplay(display.c_str());
  if (!parts_->display) throw std::runtime_error("no X server at " + display);
  int event = 0, error = 0, major = 4, minor = 0;
  XSyncInitialize(parts_->display, &event, &error);
  XFixesQueryVersion(parts_->display, &major, &minor);
}

XScreen::~XScreen() {
  XCloseDisplay(parts_->display);
}

void XScreen::press(const std::string& key, const std::vector<std::string>& held) {
  for (const std::string& name : held) parts_->key(name, True);
  parts_->key(key, True);
  parts_->key(key, False);
  for (const std::string& name : held) parts_->key(name, False);
  XSync(parts_->display, False);
}

void XScreen::hold(const std::string& key, int milliseconds) {
  parts_->key(key, True);
  parts_->wait_for("SERVERTIME", milliseconds, true);
  parts_->key(key, False);
  XSync(parts_->display, False);
}

void XScreen::move_mouse(int x, int y) {
  XTestFakeMotionEvent(parts_->display, -1, x, y, CurrentTime);
  XSync(parts_->display, False);
}

void XScreen::click(unsigned button) {
  XTestFakeButtonEvent(parts_->display, button, True, CurrentTime);
  XTestFakeButtonEvent(parts_->display, button, False, CurrentTime);
  XSync(parts_->display, False);
}

Pixmap XScreen::pixels() {
  return pixels(0, 0, size_of_screen(parts_->display));
}

Pixmap XScreen::pixels(int x, int y, PixelSize size) {
  Pixmap pixmap(size);
  XImage* const image =
      XGetImage(parts_->display, DefaultRootWindow(parts_->display), x, y, static_cast<unsigned>(size.width),
                static_cast<unsigned>(size.height), AllPlanes, ZPixmap);
  if (!image) throw std::runtime_error("the screen cannot be read");
  for (int row = 0; row < size.height; ++row)
    for (int column = 0; column < size.width; ++column)
      pixmap.row(row)[column] =
          0xff000000u | (static_cast<std::uint32_t>(XGetPixel(image, column, row)) & 0xffffffu);
  XDestroyImage(image);
  return pixmap;
}

bool XScreen::shows(const Pixmap& wanted, int x, int y) {
  return wait_until([&] {
    const PixelSize screen = size_of_screen(parts_->display);
    return x + wanted.size.width <= screen.width && y + wanted.size.height <= screen.height &&
           pixels(x, y, wanted.size).pixels == wanted.pixels;
  });
}

bool XScreen::has_a_window(bool wanted) {
  // A window may be gone before it is asked about; XGetWindowAttributes then says so.
  const auto handler = XSetErrorHandler([](Display*, XErrorEvent*) { return 0; });
  const bool is_so = wait_until([&] {
    Window root = 0, parent = 0, *windows = nullptr;
    unsigned count = 0;
    XQueryTree(parts_->display, DefaultRootWindow(parts_->display), &root, &parent, &windows, &count);
    const bool is_there = std::any_of(windows, windows + count, [&](Window window) {
      XWindowAttributes is{};
      return XGetWindowAttributes(parts_->display, window, &is) && is.map_state == IsViewable &&
             is.width >= 100 && is.height >= 100;
    });
    if (windows) XFree(windows);
    return is_there == wanted;
  });
  XSetErrorHandler(handler);
  return is_so;
}

void XScreen::connect_device(const std::string& connector, const std::string& edid) {
  XRRScreenResources* const all =
      XRRGetScreenResourcesCurrent(parts_->display, DefaultRootWindow(parts_->display));
  for (int i = 0; i < all->noutput; ++i) {
    XRROutputInfo* const output = XRRGetOutputInfo(parts_->display, all, all->outputs[i]);
    if (output->name == connector)
      XRRChangeOutputProperty(parts_->display, all->outputs[i], XInternAtom(parts_->display, "EDID", False),
                              XA_INTEGER, 8, PropModeReplace,
                              reinterpret_cast<const unsigned char*>(edid.data()),
                              static_cast<int>(edid.size()));
    XRRFreeOutputInfo(output);
  }
  XRRFreeScreenResources(all);
  XSync(parts_->display, False);
}

bool XScreen::has_a_manager() {
  const Atom check = XInternAtom(parts_->display, "_NET_SUPPORTING_WM_CHECK", False);
  return wait_until([&] {
    Atom type = 0;
    int format = 0;
    unsigned long count = 0, left = 0;
    unsigned char* window = nullptr;
    XGetWindowProperty(parts_->display, DefaultRootWindow(parts_->display), check, 0, 1, False,
                       AnyPropertyType, &type, &format, &count, &left, &window);
    if (window) XFree(window);
    return count > 0;
  });
}

bool XScreen::hides_the_pointer() {
  return wait_until([&] {
    XFixesCursorImage* const image = XFixesGetCursorImage(parts_->display);
    auto* const end = image->pixels + image->width * image->height;
    const bool is_seen =
        std::any_of(image->pixels, end, [](unsigned long pixel) { return (pixel & 0xff000000u) != 0; });
    XFree(image);
    return !is_seen;
  });
}

bool XScreen::goes_dark_when_idle() {
  XSetScreenSaver(parts_->display, 1, 0, PreferBlanking, DontAllowExposures);
  XResetScreenSaver(parts_->display);
  parts_->wait_for("IDLETIME", 3000, false);
  XScreenSaverInfo* const info = XScreenSaverAllocInfo();
  XScreenSaverQueryInfo(parts_->display, DefaultRootWindow(parts_->display), info);
  const bool is_dark = info->state == ScreenSaverOn;
  XFree(info);
  return is_dark;
}

bool XScreen::wait_until(const std::function<bool()>& condition) {
  const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(30);
  while (!condition()) {
    if (std::chrono::steady_clock::now() > end) return false;
    nanosleep(&pause, nullptr);
  }
  return true;
}

}  // namespace lectern::test
