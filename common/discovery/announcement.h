// Makes a presenter known to the local network, through the machine's avahi-daemon.
#pragma once

#include <functional>
#include <memory>
#include <string>

#include "common/base/result.h"
#include "common/discovery/service.h"

namespace lectern::discovery {

/// In effect for as long as it lives, on all interfaces: again after avahi-daemon was started again, and
/// under "NAME #2" where the name is taken. Has a thread of its own.
class Announcement {
 public:
  /// What became of it: the name it goes by, or why there is none. Called each time it changes, on that
  /// thread or by the constructor.
  using Report = std::function<void(Result<std::string> name)>;

  /// Of `name` the first max_name_bytes count.
  Announcement(std::uint16_t port, const std::string& name, const Txt&, Report);
  ~Announcement();

 private:
  struct Avahi;
  std::unique_ptr<Avahi> avahi_;
};

}  // namespace lectern::discovery
