// The displays that the machine has, and which of them is the audience's. Pure. (A stage::Display is where
// frames go; here a display is a monitor, as X calls it.)
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "common/base/pixmap.h"
#include "common/base/result.h"
#include "common/base/time.h"
#include "presenter/stage/stage.h"

namespace lectern::stage {

/// In pixels of the desktop, which all displays share.
struct Place {
  int x = 0;
  int y = 0;
  PixelSize size;
  friend bool operator==(const Place&, const Place&) = default;
};

/// By what a display is known again.
struct MonitorName {
  std::string connector;  ///< the machine's, such as HDMI-1
  std::string device;     ///< a hash of what the display says of itself (EDID); empty: nothing
  friend bool operator==(const MonitorName&, const MonitorName&) = default;
};

/// A display that is plugged in and shows a part of the desktop.
struct Monitor {
  MonitorName name;
  Place place;
  bool is_primary = false;      ///< where the operator works
  Duration refresh_interval{};  ///< zero: not known
  friend bool operator==(const Monitor&, const Monitor&) = default;
};

/// In the order of their numbers: the primary one first.
using Monitors = std::vector<Monitor>;

/// Where a show begins: on the display that the options name; a window with the operator; else on the one
/// that the operator chose last time, or on one that is not primary. The primary one, which may be the
/// operator's own screen, is taken for the one of last time only if all of its name is the same.
Result<Monitor> first_monitor(const Monitors&, const Options&, const std::optional<MonitorName>& last_time);

/// Where the show goes on when the displays have changed: where it was plugged in before, whatever is plugged
/// in there now, or on the same device elsewhere; but on no other, which may be somebody's own screen, unless
/// it was and is the only one. nullopt: nowhere for now.
enum class Company { none, others };
std::optional<Monitor> same_monitor(const Monitors&, const MonitorName&, Company then);

/// The one that the middle of a window lies on; nullopt: none.
std::optional<Monitor> monitor_under(const Monitors&, const Place& window);

/// Where it goes if somebody asks for another display; nullopt: there is none.
std::optional<Monitor> next_monitor(const Monitors&, const MonitorName&);

}  // namespace lectern::stage
