// The parts that PNG and WebP files are made of.
#pragma once

#include "presenter/images/bytes.h"

namespace lectern::images {

struct Chunk {
  Bytes type;   ///< four letters
  Bytes data;   ///< what the chunk holds
  Bytes whole;  ///< as it stands in the file
};

/// PNG, third edition, §5.3. Calls `visit` with each chunk in turn, up to one that is cut off.
template <class Visit>
void for_each_png_chunk(Bytes png, Visit visit) {
  constexpr std::size_t signature = 8, around = 12;  // length, type and check sum
  for (std::size_t at = signature; at + around <= png.size();) {
    const std::size_t length = static_cast<std::uint32_t>(big(png, at, 4));
    if (length > png.size() - at - around) return;
    visit(Chunk{png.subspan(at + 4, 4), png.subspan(at + 8, length), png.subspan(at, length + around)});
    at += length + around;
  }
}

/// RFC 9649 §2.3. The same for chunks that follow each other from the start of `riff`.
template <class Visit>
void for_each_riff_chunk(Bytes riff, Visit visit) {
  constexpr std::size_t before = 8;  // type and length
  for (std::size_t at = 0; at + before <= riff.size();) {
    const std::size_t length = static_cast<std::uint32_t>(little(riff, at + 4, 4));
    if (length > riff.size() - at - before) return;
    const std::size_t padded = std::min(length + length % 2, riff.size() - at - before);
    visit(Chunk{riff.subspan(at, 4), riff.subspan(at + before, length), riff.subspan(at, before + padded)});
    at += before + padded;
  }
}

}  // namespace lectern::images
