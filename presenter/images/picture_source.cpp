#include "presenter/images/picture_source.h"

#include <utility>

#include "presenter/images/picture_path.h"

namespace lectern::images {

PictureSource pictures_in(std::filesystem::path deck_folder, std::shared_ptr<PictureCache> cache) {
  return [folder = std::move(deck_folder), cache = std::move(cache)](std::string_view name, PixelSize box,
                                                                     Fit fit) -> SharedImage {
    const auto path = find_picture(folder, name);
    if (!path) return nullptr;
    const auto image = cache->get(*path, box, fit);
    return image ? *image : nullptr;
  };
}

PictureSource passing_pictures_in(std::filesystem::path deck_folder) {
  return [folder = std::move(deck_folder)](std::string_view name, PixelSize box, Fit fit) -> SharedImage {
    const auto path = find_picture(folder, name);
    if (!path) return nullptr;
    auto image = load_image(*path, box, fit);
    return image ? std::make_shared<const Image>(*std::move(image)) : nullptr;
  };
}

}  // namespace lectern::images
