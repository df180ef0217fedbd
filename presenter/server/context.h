// What every connection works with; all of it outlives them.
#pragma once

#include <string>

#include "common/websocket/tls.h"
#include "common/websocket/turns.h"
#include "presenter/engine/engine.h"
#include "presenter/server/deck_parts.h"
#include "presenter/server/hub.h"
#include "presenter/server/pairing_desk.h"
#include "presenter/server/posted_commands.h"
#include "presenter/server/request.h"
#include "presenter/server/waiting_room.h"

namespace lectern::server {

struct Context {
  engine::Engine& engine;
  Hub& hub;
  DeckParts& deck_parts;
  Pictures* pictures;         ///< nullptr: there are none
  websocket::Turns& turns;    ///< of all who write
  WaitingRoom& waiting_room;  ///< until a client has said who it is
  WaitingRoom& viewing_room;  ///< while a picture is drawn and sent
  WaitingRoom& closing_room;  ///< until the peer has closed too
  PairingDesk& pairing;
  PostedCommands& posted_commands;
  const std::string& operator_token;  ///< empty: there is none
  Site site;
  websocket::Tls tls;
};

}  // namespace lectern::server
