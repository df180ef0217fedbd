// Who a client is to the session. Pure.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace lectern::session {

/// Least first: each may what those before it may.
enum class Role {
  follower,    ///< watches: what the audience sees and nothing more
  notes,       ///< also reads the notes and what the speaker sees
  timer,       ///< also runs the Q&A timer
  controller,  ///< everything of the show
  operator_,   ///< also what concerns the display machine and people; the word alone is C++'s
};
inline constexpr std::size_t role_count = 5;

/// Its name: "controller".
std::string_view to_word(Role);

/// The role of that name.
std::optional<Role> role_of(std::string_view word);

constexpr bool may_read_notes(Role role) {
  return role >= Role::notes;
}

/// Whether such a client is told what is recorded: who only follows cannot do anything about it.
constexpr bool hears_of_recording(Role role) {
  return role != Role::follower;
}

/// Whether such a client may move the show, and point.
constexpr bool may_control(Role role) {
  return role >= Role::controller;
}

}  // namespace lectern::session
