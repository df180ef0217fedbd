#include "presenter/stage/x_errors.h"

#include <X11/Xlib.h>

#include <string>

#include "common/base/log.h"

namespace lectern::stage {

void survive_x_errors() {
  XSetErrorHandler([](::Display*, XErrorEvent* error) {
    log_warning("the X server refused request " + std::to_string(error->request_code) + " about " +
                std::to_string(error->resourceid) + " (error " + std::to_string(error->error_code) +
                "); the show goes on");
    return 0;
  });
}

}  // namespace lectern::stage
