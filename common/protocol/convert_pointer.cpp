#include "common/protocol/convert.h"

namespace lectern::protocol {
namespace {

using Kind = session::Pointer::Kind;

v1::Pointer::Kind kind_to_proto(Kind kind) {
  switch (kind) {
    case Kind::none:
      return v1::Pointer::KIND_NONE;
    case Kind::laser:
      return v1::Pointer::KIND_LASER;
    case Kind::spotlight:
      return v1::Pointer::KIND_SPOTLIGHT;
    case Kind::zoom:
      return v1::Pointer::KIND_ZOOM;
  }
  return v1::Pointer::KIND_UNSPECIFIED;
}

std::optional<Kind> kind_from_proto(v1::Pointer::Kind kind) {
  switch (kind) {
    case v1::Pointer::KIND_NONE:
      return Kind::none;
    case v1::Pointer::KIND_LASER:
      return Kind::laser;
    case v1::Pointer::KIND_SPOTLIGHT:
      return Kind::spotlight;
    case v1::Pointer::KIND_ZOOM:
      return Kind::zoom;
    default:
      return std::nullopt;
  }
}

}  // namespace

v1::Pointer to_proto(const session::Pointer& pointer) {
  v1::Pointer out;
  out.set_kind(kind_to_proto(pointer.kind));
  out.set_x(pointer.x);
  out.set_y(pointer.y);
  out.set_size(pointer.size);
  return out;
}

std::optional<session::Pointer> from_proto(const v1::Pointer& in) {
  const auto kind = kind_from_proto(in.kind());
  if (!kind) return std::nullopt;
  const float size = in.size() == 0 ? session::sizes_of(*kind).usual : in.size();
  const session::Pointer pointer{*kind, in.x(), in.y(), size};
  if (!session::is_valid(pointer)) return std::nullopt;
  return pointer;
}

}  // namespace lectern::protocol
