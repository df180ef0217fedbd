#include "tests/support/x_screen.h"

#include <X11/Xlib.h>
#include <X11/Xutil.h>
#include <X11/extensions/XTest.h>

#include <stdexcept>

namespace lectern::test {

struct XScreen::Parts {
  Display* display = nullptr;

  void key(const std::string& name, Bool down) {
    XTestFakeKeyEvent(display, XKeysymToKeycode(display, XStringToKeysym(name.c_str())), down, CurrentTime);
  }
};

XScreen::XScreen(const std::string& display) : parts_(std::make_unique<Parts>()) {
  parts_->display = XOpenDisplay(display.c_str());
  if (!parts_->display) throw std::runtime_error("no X server at " + display);
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

Pixmap XScreen::pixels() {
  Display* const display = parts_->display;
  const int screen = DefaultScreen(display);
  Pixmap pixmap(PixelSize{DisplayWidth(display, screen), DisplayHeight(display, screen)});
  XImage* const image =
      XGetImage(display, RootWindow(display, screen), 0, 0, static_cast<unsigned>(pixmap.size.width),
                static_cast<unsigned>(pixmap.size.height), AllPlanes, ZPixmap);
  if (!image) throw std::runtime_error("the screen cannot be read");
  for (int y = 0; y < pixmap.size.height; ++y)
    for (int x = 0; x < pixmap.size.width; ++x)
      pixmap.row(y)[x] = 0xff000000u | (static_cast<std::uint32_t>(XGetPixel(image, x, y)) & 0xffffffu);
  XDestroyImage(image);
  return pixmap;
}

}  // namespace lectern::test
