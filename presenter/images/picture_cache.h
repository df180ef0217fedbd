// Pictures that several slides share, decoded and scaled once.
#pragma once

#include <filesystem>
#include <future>
#include <list>
#include <memory>
#include <mutex>

#include "presenter/images/image.h"

namespace lectern::images {

using SharedImage = std::shared_ptr<const Image>;

/// The pictures asked for last, up to about `max_bytes`. Any thread; who asks for a picture that another
/// thread is just decoding waits for that one. A picture that failed is remembered as such for as long.
class PictureCache {
 public:
  explicit PictureCache(std::size_t max_bytes) : max_bytes_(max_bytes) {}

  /// As load_image(). Logs a failure when it is met, not when it is remembered.
  Result<SharedImage> get(const std::filesystem::path&, PixelSize box, Fit);

 private:
  struct Entry {
    std::filesystem::path path;
    PixelSize box;
    Fit fit;
    std::shared_future<Result<SharedImage>> image;
  };

  void drop_oldest();

  const std::size_t max_bytes_;
  std::mutex mutex_;
  std::list<Entry> entries_;  ///< newest use first
};

}  // namespace lectern::images
