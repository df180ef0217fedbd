#include "presenter/stage/keys.h"

#include <SDL_keycode.h>

namespace lectern::stage {
namespace {

using session::Direction;

std::optional<Direction> direction(std::int32_t key, bool shift) {
  switch (key) {
    case SDLK_SPACE:
      return shift ? Direction::previous : Direction::next;
    case SDLK_n:
    case SDLK_j:
    case SDLK_RIGHT:
    case SDLK_DOWN:
    case SDLK_PAGEDOWN:
      return Direction::next;
    case SDLK_p:
    case SDLK_h:
    case SDLK_k:
    case SDLK_LEFT:
    case SDLK_UP:
    case SDLK_PAGEUP:
      return Direction::previous;
    default:
      return std::nullopt;
  }
}

std::optional<session::End> end(std::int32_t key, bool shift) {
  using session::End;
  if (key == SDLK_HOME || (shift && (key == SDLK_LEFT || key == SDLK_UP))) return End::first;
  if (key == SDLK_END || (shift && (key == SDLK_RIGHT || key == SDLK_DOWN))) return End::last;
  return std::nullopt;
}

bool is_black_key(std::int32_t key, bool shift) {
  return key == SDLK_b || key == SDLK_v || key == SDLK_PERIOD || (key == SDLK_SLASH && !shift);
}

std::optional<session::Pointer::Kind> pointer_kind(std::int32_t key) {
  using Kind = session::Pointer::Kind;
  switch (key) {
    case SDLK_l:
      return Kind::laser;
    case SDLK_s:
      return Kind::spotlight;
    case SDLK_z:
      return Kind::zoom;
    default:
      return std::nullopt;
  }
}

}  // namespace

std::optional<Intent> intent(const KeyPress& press, const session::State& state) {
  if (press.is_repeat) return std::nullopt;
  if (press.modifiers & KMOD_CTRL) {
    if (press.key == SDLK_q) return Action::leave;
    if (press.key == SDLK_d) return Action::move_to_next_display;
    if (press.key == SDLK_f) return session::SetFrozen{!state.frozen};
    if (press.key == SDLK_h) return session::SetHolding{!state.position.holding};
    if (press.key == SDLK_PAGEDOWN && state.deck_number < state.decks.size())
      return session::OpenDeck{state.deck_number + 1};
    if (press.key == SDLK_PAGEUP && state.deck_number > 1) return session::OpenDeck{state.deck_number - 1};
    if (press.key == SDLK_r && state.edit) return session::TakeEdit{state.edit->deck};
    return std::nullopt;
  }
  if (press.modifiers & (KMOD_ALT | KMOD_GUI)) return std::nullopt;

  const bool shift = press.modifiers & KMOD_SHIFT;
  if (press.key == SDLK_f) return Action::toggle_fullscreen;
  if (press.key == SDLK_o) return Action::open_side_panel;
  if (is_black_key(press.key, shift)) return session::SetBlack{!state.black};
  if (const auto to = end(press.key, shift)) {
    if (state.black) return std::nullopt;
    return session::GoToEnd{*to};
  }
  if (press.key == SDLK_BACKSPACE && state.back && !state.black) return session::GoBack{};
  if (const auto kind = pointer_kind(press.key); kind && !state.black) return TogglePointer{*kind};
  if (const auto to = direction(press.key, shift)) return session::Step{*to, state.deck, state.position};
  return std::nullopt;
}

std::optional<PanelKey> panel_key(const KeyPress& press) {
  switch (press.key) {
    case SDLK_LEFT:
      return PanelKey::left;
    case SDLK_RIGHT:
      return PanelKey::right;
    case SDLK_UP:
      return PanelKey::up;
    case SDLK_DOWN:
      return PanelKey::down;
    case SDLK_PAGEUP:
      return PanelKey::page_up;
    case SDLK_PAGEDOWN:
      return PanelKey::page_down;
    case SDLK_HOME:
      return PanelKey::first;
    case SDLK_END:
      return PanelKey::last;
    case SDLK_BACKSPACE:
      return PanelKey::erase;
    case SDLK_RETURN:
    case SDLK_KP_ENTER:
      return press.is_repeat ? std::nullopt : std::optional(PanelKey::enter);
    case SDLK_ESCAPE:
      return PanelKey::escape;
    default:
      return std::nullopt;
  }
}

bool LeaveGuard::press(Instant now) {
  const bool leaves = open_until(now).has_value();
  asked_ = now;
  return leaves;
}

std::optional<Instant> LeaveGuard::open_until(Instant now) const {
  if (!asked_ || now >= *asked_ + leave_window) return std::nullopt;
  return *asked_ + leave_window;
}

}  // namespace lectern::stage
