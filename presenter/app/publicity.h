// Makes the presenter known on its network, from when the operator first lets devices ask.
#pragma once

#include <memory>
#include <vector>

#include "common/base/host_port.h"
#include "common/discovery/announcement.h"
#include "presenter/engine/engine.h"

namespace lectern::app {

/// Lives on the engine thread and outlives the engine's last call. Where no other machine reaches the
/// presenter (no addresses), nothing is made known.
class Publicity {
 public:
  Publicity(engine::Engine&, std::vector<HostPort> addresses);

 private:
  void begin();

  const std::vector<HostPort> addresses_;
  std::unique_ptr<discovery::Announcement> announcement_;
};

}  // namespace lectern::app
