// A clicker's keys, taken from the whole desktop while they are grabbed: Page Up and Page Down. Not what
// else clickers send (a full stop for black, F5 and Escape), which whoever types beside the show needs.
#pragma once

#include <xcb/xcb.h>

#include <cstdint>
#include <optional>
#include <vector>

#include "common/base/result.h"
#include "presenter/stage/keys.h"

namespace lectern::stage {

class XClicker {
 public:
  XClicker(xcb_connection_t*, xcb_window_t root);

  /// From now on these keys come here and nowhere else, but with Shift, Control or Alt. Fails where another
  /// program has grabbed them.
  Result<void> grab();
  void release();

  /// What an event of the connection means; on the one thread that gets them.
  std::optional<KeyPress> press_of(const xcb_generic_event_t&);

 private:
  struct Key {
    xcb_keycode_t code;
    std::int32_t key;  ///< SDL_Keycode
  };

  xcb_connection_t* const x_;
  const xcb_window_t root_;
  const std::vector<Key> keys_;
  const std::uint16_t num_lock_;  ///< its modifier; 0: it has none
  xcb_keycode_t released_ = 0;
  xcb_timestamp_t released_at_ = 0;
};

}  // namespace lectern::stage
