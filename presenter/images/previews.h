// Small pictures for the moment in which the real ones are still being decoded.
#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "presenter/images/picture_source.h"

namespace lectern::images {

/// What the previews lie in; over a display they are a blur of the right colours.
inline constexpr PixelSize preview_box{128, 72};

/// Any thread, but for the destructor, which waits for the picture in hand.
class Previews {
 public:
  /// Of the deck's pictures in the order given, as many as come to about `max_bytes`.
  Previews(PictureSource, std::vector<std::string> names, std::size_t max_bytes);

  /// From now on they are made, one after another, in time that nobody else on the machine wants. Once is
  /// enough.
  void begin();

  /// nullptr: not made, or not yet. Its natural size is the picture's own.
  SharedImage find(std::string_view name) const;

 private:
  void make_all(const std::stop_token&);

  const PictureSource source_;
  const std::vector<std::string> names_;
  const std::size_t max_bytes_;
  mutable std::mutex mutex_;
  std::map<std::string, SharedImage, std::less<>> made_;
  std::once_flag begun_;
  std::jthread maker_;  ///< last: stopped before anything that it uses goes
};

}  // namespace lectern::images
