// What a person at an X display does and sees: presses keys, moves the mouse (XTest) and looks at the pixels.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "common/base/pixmap.h"

namespace lectern::test {

class XScreen {
 public:
  explicit XScreen(const std::string& display);
  ~XScreen();

  /// Presses and releases a key by its X name ("Next" is Page Down), with others held ("Control_L").
  void press(const std::string& key, const std::vector<std::string>& held = {});

  /// Holds a key down for so long, in which X repeats it.
  void hold(const std::string& key, int milliseconds);

  /// To a pixel of the screen.
  void move_mouse(int x, int y);

  /// A button where the mouse is: 1 is the left one, 4 and 5 turn the wheel away and towards.
  void click(unsigned button = 1);

  /// The whole screen, opaque; or the part of it from (x, y) on, which must lie on it.
  Pixmap pixels();
  Pixmap pixels(int x, int y, PixelSize);

  /// Waits until these pixels are seen at (x, y). false: they are not, after half a minute.
  bool shows(const Pixmap&, int x = 0, int y = 0);

  /// Waits until no window of the size of a slide is seen anywhere, or (true) there is one. false: as above.
  bool has_a_window(bool wanted);

  /// A display that has this to say of itself, in its EDID, is on the connector from now on.
  void connect_device(const std::string& connector, const std::string& edid);

  /// Waits until a window manager runs. false: as above.
  bool has_a_manager();

  /// Waits until the pointer, wherever it is, cannot be seen. false: as above.
  bool hides_the_pointer();

  /// Puts the screen saver's time to one second, has nobody touch anything for three, and says whether the
  /// screen is dark.
  bool goes_dark_when_idle();

 private:
  bool wait_until(const std::function<bool()>&);

  struct Parts;
  std::unique_ptr<Parts> parts_;
};

}  // namespace lectern::test
