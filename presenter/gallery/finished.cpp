#include "presenter/gallery/finished.h"

#include <algorithm>
#include <utility>

namespace lectern::gallery {

server::PictureBytes Finished::find(const Wanted& wanted) {
  const auto picture = std::ranges::find(pictures_, wanted, &Picture::shows);
  if (picture == pictures_.end()) return nullptr;
  pictures_.splice(pictures_.begin(), pictures_, picture);
  return picture->jpeg;
}

void Finished::put(const Wanted& wanted, server::PictureBytes jpeg) {
  if (find(wanted)) return;
  bytes_ += jpeg->size();
  pictures_.push_front({wanted, std::move(jpeg)});
  shrink(max_bytes_);
}

void Finished::shrink(std::size_t bytes) {
  while (bytes_ > bytes) {
    bytes_ -= pictures_.back().jpeg->size();
    pictures_.pop_back();
  }
}

}  // namespace lectern::gallery
