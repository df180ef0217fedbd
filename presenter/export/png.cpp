#include "presenter/export/png.h"

#include <cairo.h>

#include <memory>

namespace lectern::exporting {

Result<void> write_png(const Pixmap& pixels, const std::filesystem::path& path) {
  // Cairo only reads the pixels; its interface does not say so.
  auto* data = reinterpret_cast<unsigned char*>(const_cast<std::uint32_t*>(pixels.pixels.data()));
  const std::unique_ptr<cairo_surface_t, decltype(&cairo_surface_destroy)> surface(
      cairo_image_surface_create_for_data(data, CAIRO_FORMAT_ARGB32, pixels.size.width, pixels.size.height,
                                          pixels.stride_bytes()),
      cairo_surface_destroy);
  const cairo_status_t status = cairo_surface_write_to_png(surface.get(), path.c_str());
  if (status == CAIRO_STATUS_SUCCESS) return {};
  return Error{"'" + path.string() + "' cannot be written: " + cairo_status_to_string(status),
               "name a file in a folder that exists and that you may write to"};
}

}  // namespace lectern::exporting
