// What every connection works with; all of it outlives them.
#pragma once

#include <cstdint>

#include "presenter/engine/engine.h"
#include "presenter/server/hub.h"
#include "presenter/server/waiting_room.h"

namespace lectern::server {

struct Context {
  engine::Engine& engine;
  Hub& hub;
  WaitingRoom& waiting_room;
  std::uint16_t port;
};

}  // namespace lectern::server
