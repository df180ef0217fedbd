// What pictures are called, so that only who was told of one can ask for it.
#pragma once

#include <deque>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "common/trust/bytes.h"
#include "presenter/gallery/wanted.h"

namespace lectern::gallery {

/// Names of one run of the presenter. Lives on one thread.
class Names {
 public:
  /// Of that many names that were told the meaning is kept, the newest.
  explicit Names(std::size_t max_count);

  /// 32 hexadecimal digits. The same for the same view and shape of the stage, and known from now on.
  std::string name_of(const PictureView&, PixelSize stage);

  /// nullptr: no name that was told, or too long ago.
  const PictureView* find(std::string_view name) const;

 private:
  const trust::Key key_;  ///< drawn at random: who knows a deck cannot work out its names
  const std::size_t max_count_;
  std::map<std::string, PictureView, std::less<>> told_;
  std::deque<std::string> in_order_;  ///< oldest first
};

}  // namespace lectern::gallery
