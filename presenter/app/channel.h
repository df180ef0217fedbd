// What devices are shown of this machine, and which of its names and addresses they may use.
#pragma once

#include "common/websocket/tls.h"
#include "presenter/app/options.h"
#include "presenter/server/server.h"

namespace lectern::app {

/// The site's own certificate, or the one that this machine keeps, made at its first start.
struct ServerSide {
  websocket::Tls tls;
  server::Options options;
};
Result<ServerSide> open_channel(const Present&);

/// A line for each address at which devices of the room reach the server, with what they know it by.
void report_addresses(const server::Server&, const websocket::Tls&);

/// As many files at once as all connections take, or as many as this user may; says so where that is too few.
void allow_many_files();

}  // namespace lectern::app
