// What a key or a clicker's button asks for: reveal.js's keys, made safe for a room. A held key acts once;
// while the display is black only next, previous and the black keys do anything to the show, and the first
// two bring the slide back (reduce() decides that). F5 and Escape, which a clicker's start button sends in
// turn, do nothing. Leaving takes Ctrl+Q twice within leave_window, because a dialog would be seen by the
// audience; the window manager's close counts as Ctrl+Q. Ctrl+R shows the deck's edit that waits, Ctrl+F
// freezes the stage, Ctrl+H puts the holding slide up or takes it away, Ctrl+Page Down and Ctrl+Page Up open
// the next deck and the one before, Ctrl+D moves the stage to the next display. L (which is a step on in
// reveal.js), S and Z make the mouse a pointer; while the display is black there is nothing to point at. O
// opens the overview, where keys are the overview's. A number and Enter are a jump (typed_number.h).
#pragma once

#include <cstdint>
#include <optional>
#include <variant>

#include "common/base/time.h"
#include "common/session/command.h"
#include "common/session/pointer.h"
#include "common/session/state.h"
#include "presenter/stage/side_panel.h"

namespace lectern::stage {

struct KeyPress {
  std::int32_t key = 0;         ///< SDL_Keycode
  std::uint16_t modifiers = 0;  ///< SDL_Keymod
  bool is_repeat = false;       ///< the key is being held
};

enum class Action { toggle_fullscreen, move_to_next_display, leave, open_side_panel };

/// The operator takes a pointer up, or puts it away.
struct TogglePointer {
  session::Pointer::Kind kind = session::Pointer::Kind::laser;
  friend bool operator==(const TogglePointer&, const TogglePointer&) = default;
};

using Intent = std::variant<session::Command, Action, TogglePointer>;

/// nullopt: the key means nothing now. `state` is what the stage was told last; a step starts from there.
std::optional<Intent> intent(const KeyPress&, const session::State& state);

/// nullopt: the key means nothing in the side panel, or is text.
std::optional<PanelKey> panel_key(const KeyPress&);

inline constexpr Duration leave_window{3000};

/// Ctrl+Q asks first and leaves the second time.
class LeaveGuard {
 public:
  /// Whether this press leaves.
  bool press(Instant now);

  /// Until when a further press leaves; nullopt: the next one only asks.
  std::optional<Instant> open_until(Instant now) const;

 private:
  std::optional<Instant> asked_;
};

}  // namespace lectern::stage
