#include "presenter/images/picture_source.h"

#include <utility>

namespace lectern::images {

PictureSource cached_pictures(FindPicture find, std::shared_ptr<PictureCache> cache) {
  return [find = std::move(find), cache = std::move(cache)](std::string_view name, PixelSize box,
                                                            Fit fit) -> SharedImage {
    const auto path = find(name);
    if (!path) return nullptr;
    const auto image = cache->get(*path, box, fit);
    return image ? *image : nullptr;
  };
}

PictureSource passing_pictures(FindPicture find) {
  return [find = std::move(find)](std::string_view name, PixelSize box, Fit fit) -> SharedImage {
    const auto path = find(name);
    if (!path) return nullptr;
    auto image = load_image(*path, box, fit);
    return image ? std::make_shared<const Image>(*std::move(image)) : nullptr;
  };
}

}  // namespace lectern::images
