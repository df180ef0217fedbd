// An avahi-daemon, and the D-Bus that it is asked over, of a test's own.
#pragma once

#include <functional>
#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

#include "tests/support/folder.h"
#include "tests/support/presenter.h"
#include "tests/support/process.h"

namespace lectern::test {

/// Says nothing outside the network that its processes run in, and needs that to be a private one.
class Avahi {
 public:
  /// Makes a command one of its machine's.
  using On = std::function<std::vector<std::string>(std::vector<std::string>)>;

  /// Reaches the network by this device, after which the machine is called. Throws where it cannot be had.
  Avahi(const Folder& folder, const std::string& device, const On& machine)
      : bus_("unix:path=" + (folder.path() / (device + ".bus")).string()) {
    const std::string bus_settings =
        folder.write(device + ".conf",
                     "<!DOCTYPE busconfig PUBLIC \"-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN\" "
                     "\"http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd\">\n"
                     "<busconfig><type>session</type><listen>" +
                         bus_ +
                         "</listen><policy context=\"default\"><allow send_destination=\"*\"/><allow "
                         "receive_sender=\"*\"/><allow own=\"*\"/></policy></busconfig>\n");
    const std::string settings =
        folder.write(device + ".avahi",
                     "[server]\nhost-name=" + device + "\nallow-interfaces=" + device + "\nuse-ipv6=no\n");
    dbus_.emplace(machine({"dbus-daemon", "--config-file=" + bus_settings, "--nofork", "--print-address"}));
    if (!dbus_->read_line()) throw std::runtime_error("no D-Bus: " + dbus_->errors());
    command_ = machine({"unshare", "--mount", "sh", "-c", with_a_run_of_its_own + settings});
    start_daemon();
  }

  /// As when somebody installs a newer one.
  void start_daemon() {
    daemon_.reset();
    daemon_.emplace(command_, environment());
    std::string said;
    while (said.find("Server startup complete") == std::string::npos) {
      const auto line = daemon_->read_line();
      if (!line) throw std::runtime_error("no avahi-daemon: " + said);
      said += *line + "\n";
    }
  }

  /// For programs that shall ask this one.
  std::vector<std::string> environment() const { return {"DBUS_SYSTEM_BUS_ADDRESS=" + bus_}; }
  const std::string& bus() const { return bus_; }

 private:
  /// The machine may have an avahi-daemon already, and the daemon insists on a user who may not exist in
  /// here.
  static constexpr const char* with_a_run_of_its_own =
      "mount -t tmpfs none /run && echo avahi:x:0:0::/:/bin/false >/run/passwd && echo avahi:x:0: "
      ">/run/group && "
      "mount --bind /run/passwd /etc/passwd && mount --bind /run/group /etc/group && "
      "exec 2>&1 avahi-daemon --no-drop-root --no-chroot --no-rlimits -f ";

  std::string bus_;
  std::vector<std::string> command_;
  std::optional<Process> dbus_;
  std::optional<Process> daemon_;
};

}  // namespace lectern::test
