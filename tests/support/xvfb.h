// A real X server with a screen of its own, for as long as a test needs it.
#pragma once

#include <string>

#include "common/base/pixmap.h"
#include "tests/support/process.h"

namespace lectern::test {

class Xvfb {
 public:
  /// Returns once the server takes connections.
  explicit Xvfb(PixelSize screen)
      : server_({"Xvfb", "-displayfd", "1", "-nolisten", "tcp", "-screen", "0",
                 std::to_string(screen.width) + "x" + std::to_string(screen.height) + "x24"}),
        display_(":" + server_.read_line().value_or("")) {}

  const std::string& display() const { return display_; }
  std::vector<std::string> environment() const { return {"DISPLAY=" + display_, "SDL_VIDEODRIVER=x11"}; }

 private:
  Process server_;
  std::string display_;
};

}  // namespace lectern::test
