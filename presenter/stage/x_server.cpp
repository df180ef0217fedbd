#include "presenter/stage/x_server.h"

#include <sys/socket.h>
#include <xcb/screensaver.h>

#include <utility>

#include "presenter/stage/x_monitors.h"
#include "presenter/stage/x_reply.h"

namespace lectern::stage {
namespace {

/// Until the connection ends. It stops the server's own screen saver and what puts displays to sleep (DPMS);
/// a desktop's, which D-Bus reaches, is SDL's to stop.
void keep_awake(xcb_connection_t* x) {
  if (!xcb_get_extension_data(x, &xcb_screensaver_id)->present) return;
  const XReply<xcb_screensaver_query_version_reply_t> version(  // the server wants to be asked first
      xcb_screensaver_query_version_reply(x, xcb_screensaver_query_version(x, 1, 1), nullptr));
  if (version) xcb_screensaver_suspend(x, true);
  xcb_flush(x);
}

}  // namespace

Result<std::unique_ptr<XServer>> XServer::connect() {
  int screen_number = 0;
  Connection connection(xcb_connect(nullptr, &screen_number), &xcb_disconnect);
  if (xcb_connection_has_error(connection.get()))
    return Error{"there is no display to show on (the X server takes no connection)",
                 "start it from a desktop session on X11 or XWayland, or use --headless"};
  auto screens = xcb_setup_roots_iterator(xcb_get_setup(connection.get()));
  for (; screen_number > 0 && screens.rem > 1; --screen_number) xcb_screen_next(&screens);
  return std::unique_ptr<XServer>(new XServer(std::move(connection), *screens.data));
}

XServer::XServer(Connection connection, const xcb_screen_t& screen)
    : connection_(std::move(connection)), screen_(screen), clicker_(connection_.get(), screen.root) {
  keep_awake(connection_.get());
  watch_monitors(connection_.get(), screen_);
  xcb_flush(connection_.get());
}

XServer::~XServer() {
  shutdown(xcb_get_file_descriptor(connection_.get()), SHUT_RDWR);  // ends the wait for events
}

Monitors XServer::monitors() const {
  return read_monitors(connection_.get(), screen_);
}

void XServer::listen(Listener listener) {
  thread_ = std::jthread([this, listener = std::move(listener)] {
    while (const XReply<xcb_generic_event_t> event{xcb_wait_for_event(connection_.get())}) {
      if (is_monitor_event(connection_.get(), *event)) listener.monitors_changed();
      if (const auto press = clicker_.press_of(*event)) listener.pressed(*press);
    }
  });
}

}  // namespace lectern::stage
