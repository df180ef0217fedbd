#include "presenter/stage/x_clicker.h"

#include <SDL_keycode.h>
#include <X11/keysym.h>

#include <algorithm>
#include <array>
#include <span>

#include "presenter/stage/x_reply.h"

namespace lectern::stage {
namespace {

std::vector<xcb_keycode_t> codes_of(xcb_connection_t* x, xcb_keysym_t wanted) {
  const xcb_setup_t* setup = xcb_get_setup(x);
  const auto count = static_cast<std::uint8_t>(setup->max_keycode - setup->min_keycode + 1);
  const XReply<xcb_get_keyboard_mapping_reply_t> mapping(
      xcb_get_keyboard_mapping_reply(x, xcb_get_keyboard_mapping(x, setup->min_keycode, count), nullptr));
  std::vector<xcb_keycode_t> codes;
  if (!mapping || mapping->keysyms_per_keycode == 0) return codes;
  const std::span symbols(xcb_get_keyboard_mapping_keysyms(mapping.get()),
                          static_cast<std::size_t>(xcb_get_keyboard_mapping_keysyms_length(mapping.get())));
  for (std::size_t at = 0; at < symbols.size(); at += mapping->keysyms_per_keycode)
    if (symbols[at] == wanted)
      codes.push_back(static_cast<xcb_keycode_t>(setup->min_keycode + at / mapping->keysyms_per_keycode));
  return codes;
}

std::uint16_t modifier_of(xcb_connection_t* x, xcb_keysym_t wanted) {
  const XReply<xcb_get_modifier_mapping_reply_t> mapping(
      xcb_get_modifier_mapping_reply(x, xcb_get_modifier_mapping(x), nullptr));
  if (!mapping || mapping->keycodes_per_modifier == 0) return 0;
  const auto wanted_codes = codes_of(x, wanted);
  const std::span codes(xcb_get_modifier_mapping_keycodes(mapping.get()),
                        static_cast<std::size_t>(xcb_get_modifier_mapping_keycodes_length(mapping.get())));
  const auto found = std::ranges::find_first_of(codes, wanted_codes);
  if (found == codes.end()) return 0;
  return static_cast<std::uint16_t>(1u << ((found - codes.begin()) / mapping->keycodes_per_modifier));
}

}  // namespace

XClicker::XClicker(xcb_connection_t* x, xcb_window_t root)
    : x_(x),
      root_(root),
      keys_([x] {
        std::vector<Key> keys;
        for (const xcb_keycode_t code : codes_of(x, XK_Prior)) keys.push_back({code, SDLK_PAGEUP});
        for (const xcb_keycode_t code : codes_of(x, XK_Next)) keys.push_back({code, SDLK_PAGEDOWN});
        return keys;
      }()),
      num_lock_(modifier_of(x, XK_Num_Lock)) {}

Result<void> XClicker::grab() {
  std::vector<xcb_void_cookie_t> asked;
  for (const Key& key : keys_)
    for (const int locks : {0, int{XCB_MOD_MASK_LOCK}, int{num_lock_}, XCB_MOD_MASK_LOCK | num_lock_})
      asked.push_back(xcb_grab_key_checked(x_, false, root_, static_cast<std::uint16_t>(locks), key.code,
                                           XCB_GRAB_MODE_ASYNC, XCB_GRAB_MODE_ASYNC));
  const auto refused = [this](xcb_void_cookie_t cookie) {
    return XReply<xcb_generic_error_t>(xcb_request_check(x_, cookie)) != nullptr;
  };
  if (std::ranges::count_if(asked, refused) == 0) return {};
  release();
  return Error{
      "another program has taken Page Up or Page Down: a clicker works only while the show is in front",
      "click on the show, or end that program and start again"};
}

void XClicker::release() {
  for (const Key& key : keys_) xcb_ungrab_key(x_, key.code, root_, XCB_MOD_MASK_ANY);
  xcb_flush(x_);
}

std::optional<KeyPress> XClicker::press_of(const xcb_generic_event_t& event) {
  const auto& key = reinterpret_cast<const xcb_key_press_event_t&>(event);
  const int type = event.response_type & 0x7f;
  if (type == XCB_KEY_RELEASE) {
    released_ = key.detail;
    released_at_ = key.time;
  }
  if (type != XCB_KEY_PRESS) return std::nullopt;
  const auto known = std::ranges::find(keys_, key.detail, &Key::code);
  if (known == keys_.end()) return std::nullopt;
  // A held key comes as releases and presses, each pair at one and the same time.
  const bool is_repeat = key.detail == released_ && key.time == released_at_;
  return KeyPress{known->key, KMOD_NONE, is_repeat};
}

}  // namespace lectern::stage
