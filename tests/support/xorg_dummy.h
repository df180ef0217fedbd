// A real X server with two displays that need no hardware (Xorg's driver "dummy"): DUMMY0, the primary one,
// of 800×600, and DUMMY1 to its right (after that DUMMY2…), which are plugged in and out and given other
// modes.
#pragma once

#include <optional>
#include <string>
#include <system_error>

#include "tests/support/folder.h"
#include "tests/support/process.h"

namespace lectern::test {

class XorgDummy {
 public:
  /// Returns once the server takes connections, or has not started: see why_not().
  XorgDummy() {
    const std::string config = folder_.write("xorg.conf", R"(
Section "ServerFlags"
  Option "AutoAddDevices" "false"
  Option "AutoEnableDevices" "false"
  Option "AutoAddGPU" "false"
EndSection
Section "Device"
  Identifier "card"
  Driver "dummy"
  VideoRam 65536
EndSection
Section "Monitor"
  Identifier "monitor"
  HorizSync 5-1000
  VertRefresh 5-200
EndSection
Section "Screen"
  Identifier "screen"
  Device "card"
  Monitor "monitor"
  DefaultDepth 24
  SubSection "Display"
    Depth 24
    Modes "800x600" "1024x768" "640x480"
  EndSubSection
EndSection
)");
    try {
      // No console is wanted, and none is taken from whoever sits at this machine.
      server_.emplace(std::vector<std::string>{"Xorg", "-config", config, "-configdir",
                                               folder_.path().string(), "-logfile",
                                               (folder_.path() / "log").string(), "-displayfd", "1",
                                               "-nolisten", "tcp", "-novtswitch", "-sharevts", "-noreset"});
    } catch (const std::system_error&) {
      return;
    }
    if (const auto number = server_->read_line()) display_ = ":" + *number;
  }

  /// Empty: it runs.
  std::string why_not() const {
    if (!display_.empty()) return {};
    return server_ ? "Xorg's driver \"dummy\" cannot be used here" : "Xorg is not installed";
  }

  const std::string& display() const { return display_; }
  std::vector<std::string> environment() const { return {"DISPLAY=" + display_, "SDL_VIDEODRIVER=x11"}; }

  /// A display gets this mode; where it showed nothing before, as a desktop does with what is plugged in.
  void plug_in(const std::string& mode, const std::string& name = "DUMMY1",
               const std::string& left_neighbour = "DUMMY0") {
    xrandr({"--addmode", name, mode});
    xrandr({"--output", name, "--mode", mode, "--right-of", left_neighbour});
  }

  /// As a desktop does with what was unplugged.
  void unplug() { xrandr({"--output", "DUMMY1", "--off"}); }

 private:
  void xrandr(std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), {"xrandr", "--display", display_});
    run(arguments);
  }

  Folder folder_;
  std::optional<Process> server_;
  std::string display_;
};

}  // namespace lectern::test
