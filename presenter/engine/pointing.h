// What there is of a pointer on the stage: who points last decides. Pure.
#pragma once

#include <optional>

#include "common/session/pointer.h"
#include "common/session/state.h"

namespace lectern::engine {

class Pointing {
 public:
  explicit Pointing(const session::State& first) : place_(session::on_stage(first)) {}

  const session::Pointer& newest() const { return pointer_; }

  /// Somebody points who was looking at revision `seen`. False: nothing comes of it, for it is a spotlight or
  /// a zoom and was meant for what the stage no longer shows.
  bool put(const session::Pointer&, Revision seen, Instant now);

  /// From this state on. True: the stage shows another place, and what belonged to the one before is gone.
  bool see(const session::State&);

  /// True: its time was over, and it is gone.
  bool look(Instant now);

  /// When it goes away by itself.
  std::optional<Instant> until() const { return until_; }

 private:
  session::Pointer pointer_;
  std::optional<Instant> until_;
  session::Frozen place_;  ///< that the stage shows
  Revision place_since_ = 0;
};

}  // namespace lectern::engine
