// The pointer in the operator's hand: the mouse, once a key has made it one. Pure.
#pragma once

#include <map>
#include <optional>

#include "common/session/pointer.h"

namespace lectern::stage {

/// A point of the picture: 0 to 1 of its width and height from the top left corner.
struct Spot {
  float x = 0.5f, y = 0.5f;
};

/// Each call says what to tell everybody; nullopt: nothing.
class PointerTool {
 public:
  using Pointer = session::Pointer;

  /// What is on the stage now, whoever put it there. Once it is not what the operator holds any more, the
  /// mouse is only a mouse again.
  void told(const Pointer&);

  /// The key of a kind takes it up, and the same key puts away what there is of it.
  Pointer toggle(Pointer::Kind, Spot mouse);

  std::optional<Pointer> move(Spot mouse) const;

  /// Larger by so many clicks of the wheel, or smaller.
  std::optional<Pointer> resize(int clicks, Spot mouse);

  bool is_held() const { return held_ != Pointer::Kind::none; }

 private:
  float size() const;

  Pointer::Kind held_ = Pointer::Kind::none;
  Pointer told_;
  std::map<Pointer::Kind, float> sizes_;  ///< that the operator has chosen
};

}  // namespace lectern::stage
