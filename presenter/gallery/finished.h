// Pictures that were made, while somebody may want them again.
#pragma once

#include <cstddef>
#include <list>

#include "presenter/gallery/wanted.h"
#include "presenter/server/pictures.h"

namespace lectern::gallery {

/// The ones used last, at most `max_bytes` of them.
class Finished {
 public:
  explicit Finished(std::size_t max_bytes) : max_bytes_(max_bytes) {}

  /// null: it is not here. What is found was used just now.
  server::PictureBytes find(const Wanted&);

  void put(const Wanted&, server::PictureBytes);

  /// Lets go of what was used longest ago, until no more than that are left.
  void shrink(std::size_t bytes);

  std::size_t bytes() const { return bytes_; }

 private:
  struct Picture {
    Wanted shows;
    server::PictureBytes jpeg;
  };

  const std::size_t max_bytes_;
  std::size_t bytes_ = 0;
  std::list<Picture> pictures_;  ///< newest use first
};

}  // namespace lectern::gallery
