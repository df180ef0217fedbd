#include "presenter/export/png.h"

#include <cairo.h>

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <thread>

#include "common/base/new_file.h"

namespace lectern::exporting {
namespace {

namespace fs = std::filesystem;

cairo_status_t write(void* file, const unsigned char* bytes, unsigned length) {
  const bool is_written =
      static_cast<const NewFile*>(file)->write({reinterpret_cast<const char*>(bytes), length});
  return is_written ? CAIRO_STATUS_SUCCESS : CAIRO_STATUS_WRITE_ERROR;
}

/// As many digits for every slide, so that names sort.
std::string name_of(std::size_t slide_index, std::size_t slide_count) {
  const std::string number = std::to_string(slide_index + 1);
  const std::size_t digits = std::max<std::size_t>(3, std::to_string(slide_count).size());
  return std::string(digits - number.size(), '0') + number + ".png";
}

}  // namespace

Result<void> write_png(const Pixmap& pixels, const fs::path& path) {
  auto file = NewFile::beside(path);
  if (!file) return file.error();
  // Cairo only reads the pixels; its interface does not say so.
  auto* data = reinterpret_cast<unsigned char*>(const_cast<std::uint32_t*>(pixels.pixels.data()));
  const std::unique_ptr<cairo_surface_t, decltype(&cairo_surface_destroy)> surface(
      cairo_image_surface_create_for_data(data, CAIRO_FORMAT_ARGB32, pixels.size.width, pixels.size.height,
                                          pixels.stride_bytes()),
      cairo_surface_destroy);
  if (cairo_surface_write_to_png_stream(surface.get(), write, &*file) != CAIRO_STATUS_SUCCESS)
    return write_failure(path, errno);
  return file->replace();
}

Result<Outcome> write_pngs(const deck::Deck& deck, const MakePainter& make_painter, PixelSize size,
                           const fs::path& folder, const Progress& progress) {
  std::error_code error;
  fs::create_directories(folder, error);
  if (error) return write_failure(folder, error.value());

  const std::size_t count = deck.slides.size();
  std::atomic<std::size_t> next{0}, done{0};
  std::atomic<bool> is_over{false}, is_stopped{false};
  std::mutex mutex;
  std::optional<Error> failure;

  const auto work = [&](stage::SlidePainter& painter, const Progress& tell) {
    for (std::size_t i = next++; i < count && !is_over; i = next++) {
      const auto written = write_png(painter.paint(deck, i, size), folder / name_of(i, count));
      if (!written) {
        const std::lock_guard lock(mutex);
        failure = written.error();
        is_over = true;
      }
      ++done;
      if (tell && tell(done, count) == Go::stop) is_over = is_stopped = true;
    }
  };
  {
    auto painter = make_painter();
    if (!painter) return painter.error();
    const std::jthread helper([&] {
      if (auto second = make_painter()) work(*second, {});
    });
    work(*painter, progress);
  }
  if (failure) return *failure;
  return is_stopped ? Outcome::stopped : Outcome::written;
}

}  // namespace lectern::exporting
