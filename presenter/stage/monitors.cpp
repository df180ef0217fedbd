#include "presenter/stage/monitors.h"

#include <algorithm>
#include <string>

namespace lectern::stage {
namespace {

template <class Predicate>
std::optional<Monitor> find_monitor(const Monitors& all, const Predicate& is_wanted) {
  const auto found = std::ranges::find_if(all, is_wanted);
  return found == all.end() ? std::nullopt : std::optional(*found);
}

std::optional<Monitor> on_connector(const Monitors& all, const MonitorName& name) {
  return find_monitor(all, [&](const Monitor& it) { return it.name.connector == name.connector; });
}

std::optional<Monitor> same_device_elsewhere(const Monitors& all, const MonitorName& name) {
  if (name.device.empty()) return std::nullopt;
  return find_monitor(all,
                      [&](const Monitor& it) { return it.name.device == name.device && !it.is_primary; });
}

std::optional<Monitor> of_last_time(const Monitors& all, const MonitorName& name) {
  auto connector = on_connector(all, name);
  if (connector && connector->name == name) return connector;
  if (auto device = same_device_elsewhere(all, name)) return device;
  return connector && !connector->is_primary ? connector : std::nullopt;
}

/// There is at least one.
const Monitor& audience_monitor(const Monitors& all) {
  return all.size() > 1 ? all[1] : all[0];
}

}  // namespace

Result<Monitor> first_monitor(const Monitors& all, const Options& options,
                              const std::optional<MonitorName>& last_time) {
  if (all.empty()) return Error{"no display shows anything", "switch one on, or use --headless"};
  if (options.display) {
    if (*options.display >= 0 && *options.display < std::ssize(all))
      return all[static_cast<std::size_t>(*options.display)];
    return Error{"there is no display " + std::to_string(*options.display) + " here",
                 "choose one from 0 to " + std::to_string(all.size() - 1) + " with --display"};
  }
  if (options.output != Output::fullscreen) return all.front();
  if (last_time)
    if (const auto monitor = of_last_time(all, *last_time)) return *monitor;
  return audience_monitor(all);
}

std::optional<Monitor> same_monitor(const Monitors& all, const MonitorName& name, Company then) {
  if (auto connector = on_connector(all, name)) return connector;
  if (auto device = same_device_elsewhere(all, name)) return device;
  return then == Company::none && all.size() == 1 ? std::optional(all[0]) : std::nullopt;
}

std::optional<Monitor> monitor_under(const Monitors& all, const Place& window) {
  const int x = window.x + window.size.width / 2;
  const int y = window.y + window.size.height / 2;
  return find_monitor(all, [&](const Monitor& it) {
    return x >= it.place.x && x < it.place.x + it.place.size.width && y >= it.place.y &&
           y < it.place.y + it.place.size.height;
  });
}

std::optional<Monitor> next_monitor(const Monitors& all, const MonitorName& name) {
  if (all.empty()) return std::nullopt;
  const auto at = std::ranges::find(all, name.connector, [](const Monitor& it) { return it.name.connector; });
  if (at == all.end()) return audience_monitor(all);
  if (all.size() == 1) return std::nullopt;
  return at + 1 == all.end() ? all.front() : *(at + 1);
}

}  // namespace lectern::stage
