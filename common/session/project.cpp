#include "common/session/project.h"

namespace lectern::session {

State project(const State& state, Role role) {
  State view = state;
  if (role == Role::follower) {
    if (view.black) view.qa = {};
    view.edit.reset();
  }
  return view;
}

}  // namespace lectern::session
