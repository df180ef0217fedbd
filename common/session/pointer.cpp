#include "common/session/pointer.h"

namespace lectern::session {
namespace {

bool is_within(float value, float least, float most) {
  return value >= least && value <= most;  // neither holds for what is not a number
}

}  // namespace

PointerSizes sizes_of(Pointer::Kind kind) {
  switch (kind) {
    case Pointer::Kind::spotlight:
      return {0.05f, 0.2f, 0.5f};
    case Pointer::Kind::zoom:
      return {1.25f, 2, 4};
    case Pointer::Kind::none:
    case Pointer::Kind::laser:
      return {};
  }
  return {};
}

bool is_valid(const Pointer& pointer) {
  const PointerSizes sizes = sizes_of(pointer.kind);
  return is_within(pointer.x, 0, 1) && is_within(pointer.y, 0, 1) &&
         is_within(pointer.size, sizes.least, sizes.most);
}

bool belongs_to_its_place(Pointer::Kind kind) {
  return kind == Pointer::Kind::spotlight || kind == Pointer::Kind::zoom;
}

}  // namespace lectern::session
