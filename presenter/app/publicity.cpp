#include "presenter/app/publicity.h"

#include <unistd.h>

#include <climits>
#include <string>

#include "common/base/log.h"

namespace lectern::app {
namespace {

std::string machine_name() {
  char name[HOST_NAME_MAX + 1] = {};
  gethostname(name, sizeof name - 1);
  return name;
}

/// On the announcement's thread.
void report(const Result<std::string>& name) {
  if (name)
    log_info("this network knows the presenter as " + *name);
  else
    log_warning("remotes have to be given the address: " + name.error().message);
}

}  // namespace

Publicity::Publicity(engine::Engine& engine, const server::Server& server) : server_(server) {
  engine.watch_pairing([this](const session::Pairing& pairing) {
    if (pairing.window && !announcement_) begin();
  });
}

void Publicity::begin() {
  const auto addresses = server_.addresses();
  if (!addresses.empty())
    announcement_ = std::make_unique<discovery::Announcement>(*addresses.front().port, machine_name(),
                                                              discovery::Txt{}, report);
}

}  // namespace lectern::app
