// Any bytes as a picture: never a crash, never much memory, and what comes back has the size that was asked
// for. An SVG is only recognised: drawing it is left to a process that may fail.
#include <cstdint>
#include <cstdlib>

#include "presenter/images/image.h"
#include "presenter/images/probe.h"
#include "presenter/images/still.h"

namespace {

void require(bool promise) {
  if (!promise) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace lectern::images;
  const Bytes file(data, size);
  const auto probed = probe(file);
  if (!probed || probed->format == Format::svg) return 0;
  // Large ones are no other than small ones, but take so long that little would be tried.
  const auto seen = probe(still(file, probed->format));
  if (seen && std::int64_t{seen->size.width} * seen->size.height > 1 << 16) return 0;
  constexpr lectern::PixelSize box{64, 40};
  for (const Fit fit : {Fit::cover, Fit::inside}) {
    const auto image = make_image(file, box, fit);
    if (!image) {
      require(!image.error().message.empty() && !image.error().remedy.empty());
      return 0;
    }
    const auto [width, height] = image->pixels.size;
    require(width >= 1 && height >= 1 && width <= box.width && height <= box.height);
    require(fit == Fit::inside || image->pixels.size == box);
    require(!too_large(image->natural_size));
  }
  return 0;
}
