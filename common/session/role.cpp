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

}  // namespace lectern::session
