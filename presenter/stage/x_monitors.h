// The displays as the X server has them (RandR 1.5).
#pragma once

#include <xcb/xcb.h>

#include "presenter/stage/monitors.h"

namespace lectern::stage {

/// Where the server does not tell displays apart, one as large as the screen; none: all are switched off.
Monitors read_monitors(xcb_connection_t*, const xcb_screen_t&);

/// Has the server tell of every change, with events of a type that is_monitor_event() knows.
void watch_monitors(xcb_connection_t*, const xcb_screen_t&);
bool is_monitor_event(xcb_connection_t*, const xcb_generic_event_t&);

}  // namespace lectern::stage
