// Measures slides for the rules: lays them out, paints what is behind the letters, opens their pictures.
#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <string>

#include "common/base/result.h"
#include "presenter/check/view.h"
#include "presenter/images/picture_path.h"

namespace lectern::images {
class PictureCache;
}

namespace lectern::check {

using PicturePlaces = std::map<std::string, Position, std::less<>>;

/// Belongs to one thread at a time; each worker has its own.
class Surveyor {
 public:
  /// `pictures` is what all workers share.
  static Result<Surveyor> create(const std::filesystem::path& deck_folder,
                                 const std::filesystem::path& font_folder, const typeset::Theme&,
                                 std::shared_ptr<images::PictureCache> pictures);

  SlideView survey(const DeckView&, const PicturePlaces&, std::size_t slide_index, PixelSize display);

 private:
  Surveyor(std::filesystem::path deck_folder, stage::SlidePainter, std::shared_ptr<images::PictureCache>);

  images::PictureFinder finder_;
  stage::SlidePainter painter_;
  std::shared_ptr<images::PictureCache> pictures_;
};

}  // namespace lectern::check
