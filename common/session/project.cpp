#include "common/session/project.h"

namespace lectern::session {

State project(const State& state, Role role) {
  State view = state;
  if (role == Role::follower && view.black) view.qa = {};
  return view;
}

}  // namespace lectern::session
