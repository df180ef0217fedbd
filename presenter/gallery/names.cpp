#include "presenter/gallery/names.h"

#include <numeric>

#include "common/trust/primitives.h"

namespace lectern::gallery {
namespace {

constexpr std::size_t name_bytes = 16;

/// A browser keeps a picture for good, so one of another shape has another name.
std::string text_of(const PictureView& view, PixelSize stage) {
  const int common = std::max(std::gcd(stage.width, stage.height), 1);
  return view.deck + ' ' + std::to_string(view.number) + ' ' + std::to_string(view.step) + ' ' +
         std::to_string(stage.width / common) + ':' + std::to_string(stage.height / common);
}

}  // namespace

Names::Names(std::size_t max_count) : key_(trust::random_bytes<32>()), max_count_(max_count) {}

std::string Names::name_of(const PictureView& view, PixelSize stage) {
  const trust::Digest digest = trust::hmac_sha256(trust::view(key_), text_of(view, stage));
  std::string name = trust::to_hex(trust::view(digest).substr(0, name_bytes));
  if (!told_.emplace(name, view).second) return name;
  in_order_.push_back(name);
  if (in_order_.size() > max_count_) {
    told_.erase(in_order_.front());
    in_order_.pop_front();
  }
  return name;
}

const PictureView* Names::find(std::string_view name) const {
  const auto told = told_.find(name);
  return told == told_.end() ? nullptr : &told->second;
}

}  // namespace lectern::gallery
