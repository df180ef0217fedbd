#include "presenter/stage/typed_number.h"

#include <SDL_keycode.h>

#include <algorithm>
#include <utility>

namespace lectern::stage {
namespace {

constexpr std::size_t most = 99'999;  // more than a deck has slides

std::optional<std::size_t> digit(std::int32_t key) {
  if (key >= SDLK_0 && key <= SDLK_9) return static_cast<std::size_t>(key - SDLK_0);
  if (key == SDLK_KP_0) return 0;
  if (key >= SDLK_KP_1 && key <= SDLK_KP_9) return static_cast<std::size_t>(key - SDLK_KP_1) + 1;
  return std::nullopt;
}

}  // namespace

std::optional<std::size_t> TypedNumber::press(const KeyPress& press, Instant now) {
  if (press.is_repeat) return std::nullopt;
  const std::size_t before = now < last_ + typing_time ? std::exchange(number_, 0) : 0;
  number_ = 0;
  if (press.modifiers & (KMOD_CTRL | KMOD_ALT | KMOD_GUI | KMOD_SHIFT)) return std::nullopt;
  if (const auto next = digit(press.key)) {
    number_ = std::min(before * 10 + *next, most);
    last_ = now;
  } else if ((press.key == SDLK_RETURN || press.key == SDLK_KP_ENTER) && before > 0) {
    return before;
  }
  return std::nullopt;
}

}  // namespace lectern::stage
