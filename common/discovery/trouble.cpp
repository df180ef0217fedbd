#include "common/discovery/trouble.h"

#include <avahi-common/error.h>

namespace lectern::discovery {

Error trouble_with(int error) {
  switch (error) {
    case AVAHI_ERR_NO_DAEMON:
    case AVAHI_ERR_DISCONNECTED:
    case AVAHI_ERR_DBUS_ERROR:
      return {"avahi-daemon does not run on this machine, so presenters and remotes cannot find each other",
              "start it (sudo systemctl start avahi-daemon), or type the address"};
    default:
      return {std::string("Avahi says: ") + avahi_strerror(error), "type the address instead"};
  }
}

}  // namespace lectern::discovery
