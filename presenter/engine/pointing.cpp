#include "presenter/engine/pointing.h"

namespace lectern::engine {

using session::Pointer;

bool Pointing::put(const Pointer& pointer, Revision seen, Instant now) {
  if (session::belongs_to_its_place(pointer.kind) && seen < place_since_) return false;
  pointer_ = pointer;
  until_.reset();
  if (pointer.kind == Pointer::Kind::laser) until_ = now + session::laser_time;
  return true;
}

bool Pointing::see(const session::State& state) {
  const session::Frozen place = session::on_stage(state);
  if (place.deck == place_.deck && place.position == place_.position) return false;
  place_ = place;
  place_since_ = state.revision;
  if (!session::belongs_to_its_place(pointer_.kind)) return false;
  pointer_ = {};
  return true;
}

bool Pointing::look(Instant now) {
  if (!until_ || now < *until_) return false;
  pointer_ = {};
  until_.reset();
  return true;
}

}  // namespace lectern::engine
