// What the show wants of the X server besides a window: where the displays are, a clicker whatever window
// has the focus, and that the screen stays on. By XCB, on a connection of its own beside SDL's: its errors
// are values, and whatever was taken is given back when the connection ends, however the program ends.
#pragma once

#include <xcb/xcb.h>

#include <functional>
#include <memory>
#include <thread>

#include "common/base/result.h"
#include "presenter/stage/keys.h"
#include "presenter/stage/monitors.h"
#include "presenter/stage/x_clicker.h"

namespace lectern::stage {

class XServer {
 public:
  /// Called on a thread of the connection's own.
  struct Listener {
    std::function<void()> monitors_changed;
    std::function<void(const KeyPress&)> pressed;  ///< while the clicker is grabbed
  };

  /// While it is connected no screen saver comes up and no display goes to sleep.
  static Result<std::unique_ptr<XServer>> connect();
  ~XServer();
  XServer(const XServer&) = delete;
  XServer& operator=(const XServer&) = delete;

  Monitors monitors() const;

  /// Once: from now on the listener is called, of what has happened since the connection too.
  void listen(Listener);

  XClicker& clicker() { return clicker_; }

 private:
  using Connection = std::unique_ptr<xcb_connection_t, decltype(&xcb_disconnect)>;

  XServer(Connection, const xcb_screen_t&);

  const Connection connection_;
  const xcb_screen_t& screen_;  ///< the connection's
  XClicker clicker_;
  std::jthread thread_;
};

}  // namespace lectern::stage
