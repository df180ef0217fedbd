#include "presenter/stage/x_monitors.h"

#include <xcb/randr.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "presenter/stage/x_reply.h"

namespace lectern::stage {
namespace {

bool has_randr(xcb_connection_t* x) {
  if (!xcb_get_extension_data(x, &xcb_randr_id)->present) return false;
  const XReply<xcb_randr_query_version_reply_t> version(
      xcb_randr_query_version_reply(x, xcb_randr_query_version(x, 1, 5), nullptr));
  return version && (version->major_version > 1 || version->minor_version >= 5);
}

/// FNV-1a, 64 bits.
std::string hash(std::span<const std::uint8_t> bytes) {
  std::uint64_t value = 0xcbf29ce484222325;
  for (const std::uint8_t byte : bytes) value = (value ^ byte) * 0x100000001b3;
  std::array<char, 16> digits;
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value, 16).ptr;
  return {digits.data(), end};
}

xcb_atom_t atom(xcb_connection_t* x, std::string_view name) {
  const auto cookie = xcb_intern_atom(x, 0, static_cast<std::uint16_t>(name.size()), name.data());
  const XReply<xcb_intern_atom_reply_t> reply(xcb_intern_atom_reply(x, cookie, nullptr));
  return reply ? reply->atom : xcb_atom_t{XCB_ATOM_NONE};
}

std::string name_of(xcb_connection_t* x, xcb_atom_t atom) {
  const XReply<xcb_get_atom_name_reply_t> reply(
      xcb_get_atom_name_reply(x, xcb_get_atom_name(x, atom), nullptr));
  if (!reply) return {};
  return {xcb_get_atom_name_name(reply.get()),
          static_cast<std::size_t>(xcb_get_atom_name_name_length(reply.get()))};
}

/// The first block of its EDID says who made it, which model it is, and mostly its serial number.
std::string device_on(xcb_connection_t* x, xcb_randr_output_t output) {
  constexpr std::uint32_t block_words = 128 / 4;
  const XReply<xcb_randr_get_output_property_reply_t> edid(xcb_randr_get_output_property_reply(
      x,
      xcb_randr_get_output_property(x, output, atom(x, "EDID"), XCB_ATOM_ANY, 0, block_words, false, false),
      nullptr));
  if (!edid) return {};
  const std::span bytes(xcb_randr_get_output_property_data(edid.get()),
                        static_cast<std::size_t>(xcb_randr_get_output_property_data_length(edid.get())));
  return bytes.empty() ? std::string() : hash(bytes);
}

Duration refresh_interval_of(xcb_connection_t* x, const xcb_screen_t& screen, xcb_randr_output_t output) {
  const XReply<xcb_randr_get_output_info_reply_t> info(
      xcb_randr_get_output_info_reply(x, xcb_randr_get_output_info(x, output, XCB_CURRENT_TIME), nullptr));
  if (!info) return {};
  const XReply<xcb_randr_get_crtc_info_reply_t> crtc(
      xcb_randr_get_crtc_info_reply(x, xcb_randr_get_crtc_info(x, info->crtc, XCB_CURRENT_TIME), nullptr));
  const XReply<xcb_randr_get_screen_resources_current_reply_t> resources(
      xcb_randr_get_screen_resources_current_reply(x, xcb_randr_get_screen_resources_current(x, screen.root),
                                                   nullptr));
  if (!crtc || !resources) return {};
  const std::span modes(
      xcb_randr_get_screen_resources_current_modes(resources.get()),
      static_cast<std::size_t>(xcb_randr_get_screen_resources_current_modes_length(resources.get())));
  const auto mode = std::ranges::find(modes, crtc->mode, &xcb_randr_mode_info_t::id);
  if (mode == modes.end() || mode->dot_clock == 0) return {};
  return Duration(std::uint64_t{1000} * mode->htotal * mode->vtotal / mode->dot_clock);
}

Monitor monitor_of(xcb_connection_t* x, const xcb_screen_t& screen, const xcb_randr_monitor_info_t& info) {
  Monitor monitor;
  monitor.name.connector = name_of(x, info.name);
  monitor.place = {info.x, info.y, {info.width, info.height}};
  monitor.is_primary = info.primary != 0;
  if (xcb_randr_monitor_info_outputs_length(&info) > 0) {
    const xcb_randr_output_t output = xcb_randr_monitor_info_outputs(&info)[0];
    monitor.name.device = device_on(x, output);
    monitor.refresh_interval = refresh_interval_of(x, screen, output);
  }
  return monitor;
}

}  // namespace

Monitors read_monitors(xcb_connection_t* x, const xcb_screen_t& screen) {
  const XReply<xcb_randr_get_monitors_reply_t> reply(
      has_randr(x) ? xcb_randr_get_monitors_reply(x, xcb_randr_get_monitors(x, screen.root, true), nullptr)
                   : nullptr);
  if (!reply) return {{{}, {0, 0, {screen.width_in_pixels, screen.height_in_pixels}}, true, {}}};
  Monitors all;
  for (auto at = xcb_randr_get_monitors_monitors_iterator(reply.get()); at.rem > 0;
       xcb_randr_monitor_info_next(&at))
    if (at.data->width > 0 && at.data->height > 0) all.push_back(monitor_of(x, screen, *at.data));
  std::ranges::stable_partition(all, &Monitor::is_primary);
  return all;
}

void watch_monitors(xcb_connection_t* x, const xcb_screen_t& screen) {
  if (has_randr(x))
    xcb_randr_select_input(x, screen.root,
                           XCB_RANDR_NOTIFY_MASK_SCREEN_CHANGE | XCB_RANDR_NOTIFY_MASK_CRTC_CHANGE |
                               XCB_RANDR_NOTIFY_MASK_OUTPUT_CHANGE);
}

bool is_monitor_event(xcb_connection_t* x, const xcb_generic_event_t& event) {
  const auto* randr = xcb_get_extension_data(x, &xcb_randr_id);
  const int type = event.response_type & 0x7f;  // the highest bit: sent by another client
  return randr->present && (type == randr->first_event + XCB_RANDR_SCREEN_CHANGE_NOTIFY ||
                            type == randr->first_event + XCB_RANDR_NOTIFY);
}

}  // namespace lectern::stage
