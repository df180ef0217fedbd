// What a person at an X display does and sees: presses keys (XTest) and looks at the pixels.
#pragma once

#include <cstdint>
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

  /// The whole screen, opaque.
  Pixmap pixels();

 private:
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

}  // namespace lectern::test
