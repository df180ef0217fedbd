#include "common/session/role.h"

namespace lectern::session {

std::string_view to_word(Role role) {
  switch (role) {
    case Role::follower:
      return "follower";
    case Role::notes:
      return "notes";
    case Role::timer:
      return "timer";
    case Role::controller:
      return "controller";
    case Role::operator_:
      return "operator";
  }
  return "follower";
}

std::optional<Role> role_of(std::string_view word) {
  for (std::size_t i = 0; i < role_count; ++i)
    if (to_word(static_cast<Role>(i)) == word) return static_cast<Role>(i);
  return std::nullopt;
}

}  // namespace lectern::session
