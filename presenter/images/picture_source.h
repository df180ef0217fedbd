// Where the pictures of a deck come from.
#pragma once

#include <functional>
#include <memory>
#include <string_view>

#include "presenter/images/picture_cache.h"
#include "presenter/images/picture_path.h"

namespace lectern::images {

/// A picture by its name in the deck, fitted to a box. nullptr: there is none, or it cannot be decoded. Any
/// thread.
using PictureSource = std::function<SharedImage(std::string_view name, PixelSize box, Fit)>;

/// From files, read and decoded when they are asked for.
PictureSource cached_pictures(FindPicture, std::shared_ptr<PictureCache>);

/// The same, kept by nobody and with no word about what fails: for who asks beside somebody else who does.
PictureSource passing_pictures(FindPicture);

}  // namespace lectern::images
