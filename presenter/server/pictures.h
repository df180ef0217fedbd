// Slides as pictures for pages in a browser, from whoever draws them.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "common/deck/deck.h"

namespace lectern::server {

/// A JPEG; null: it cannot be had.
using PictureBytes = std::shared_ptr<const std::string>;

/// Lives on the engine thread.
class Pictures {
 public:
  virtual ~Pictures() = default;

  /// What the picture of that view is called, 32 hexadecimal digits that nobody can guess: the same for the
  /// same deck, number (from 1) and step as long as the presenter runs. It can be ordered from now on.
  virtual std::string name_of(const deck::Deck&, std::uint32_t number, int step) = 0;

  /// Whether there is, or can be made, a picture of that name.
  virtual bool knows(std::string_view name) const = 0;

  /// The picture, `width` pixels wide rounded up to one of the widths that are made. `done` is called once,
  /// on the engine thread, at once or later; with null where the name is not known, the picture cannot be
  /// drawn, or too many others are wanted more.
  virtual void order(std::string_view name, int width, std::function<void(PictureBytes)> done) = 0;
};

}  // namespace lectern::server
