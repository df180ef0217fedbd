#include "presenter/stage/pointer_tool.h"

#include <algorithm>
#include <cmath>

namespace lectern::stage {
namespace {

constexpr float growth = 1.15f;  // by one click of the wheel

}  // namespace

void PointerTool::told(const Pointer& pointer) {
  told_ = pointer;
  if (pointer.kind != held_) held_ = Pointer::Kind::none;
}

session::Pointer PointerTool::toggle(Pointer::Kind kind, Spot mouse) {
  const bool is_there = held_ == kind || told_.kind == kind;
  held_ = is_there ? Pointer::Kind::none : kind;
  return move(mouse).value_or(Pointer());
}

std::optional<session::Pointer> PointerTool::move(Spot mouse) const {
  if (!is_held()) return std::nullopt;
  return Pointer{held_, mouse.x, mouse.y, size()};
}

std::optional<session::Pointer> PointerTool::resize(int clicks, Spot mouse) {
  if (!is_held()) return std::nullopt;
  const session::PointerSizes bounds = session::sizes_of(held_);
  sizes_[held_] =
      std::clamp(size() * std::pow(growth, static_cast<float>(clicks)), bounds.least, bounds.most);
  return move(mouse);
}

float PointerTool::size() const {
  const auto chosen = sizes_.find(held_);
  return chosen == sizes_.end() ? session::sizes_of(held_).usual : chosen->second;
}

}  // namespace lectern::stage
