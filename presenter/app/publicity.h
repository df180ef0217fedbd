// Makes the presenter known on its network, from when the operator first lets devices ask.
#pragma once

#include <memory>

#include "common/discovery/announcement.h"
#include "presenter/engine/engine.h"
#include "presenter/server/server.h"

namespace lectern::app {

/// Lives on the engine thread and outlives the engine's last call. Where no other machine reaches the server,
/// nothing is made known.
class Publicity {
 public:
  Publicity(engine::Engine&, const server::Server&);

 private:
  void begin();

  const server::Server& server_;
  std::unique_ptr<discovery::Announcement> announcement_;
};

}  // namespace lectern::app
