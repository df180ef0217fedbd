#include "presenter/images/picture_cache.h"

#include <algorithm>
#include <chrono>
#include <utility>

#include "common/base/log.h"

namespace lectern::images {
namespace {

constexpr std::size_t max_kept = 256;  // failures weigh nothing, but are not kept without end either

Result<SharedImage> load(const std::filesystem::path& path, PixelSize box, Fit fit) {
  auto image = load_image(path, box, fit);
  if (image) return std::make_shared<const Image>(*std::move(image));
  log_warning(image.error().message + ": " + image.error().remedy);
  return image.error();
}

std::size_t weight(const std::shared_future<Result<SharedImage>>& image) {
  if (image.wait_for(std::chrono::seconds(0)) != std::future_status::ready || !image.get()) return 0;
  return (*image.get())->pixels.pixels.size() * sizeof(std::uint32_t);
}

}  // namespace

Result<SharedImage> PictureCache::get(const std::filesystem::path& path, PixelSize box, Fit fit) {
  std::promise<Result<SharedImage>> promise;
  {
    std::unique_lock lock(mutex_);
    const auto known = std::ranges::find_if(entries_, [&](const Entry& entry) {
      return entry.path == path && entry.box == box && entry.fit == fit;
    });
    if (known != entries_.end()) {
      entries_.splice(entries_.begin(), entries_, known);
      const auto image = known->image;
      lock.unlock();
      return image.get();
    }
    entries_.push_front({path, box, fit, promise.get_future().share()});
  }
  auto image = load(path, box, fit);
  promise.set_value(image);
  const std::lock_guard lock(mutex_);
  drop_oldest();
  return image;
}

void PictureCache::drop_oldest() {
  std::size_t bytes = 0, count = 0;
  const auto too_many = std::ranges::find_if(entries_, [&](const Entry& entry) {
    bytes += weight(entry.image);
    return ++count > 1 && (bytes > max_bytes_ || count > max_kept);
  });
  entries_.erase(too_many, entries_.end());
}

}  // namespace lectern::images
