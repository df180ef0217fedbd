// A reader of QR codes that is not ours.
#pragma once

#include <zbar.h>

#include <memory>
#include <string>

namespace lectern::test {

/// What the first code says in a picture of `width` bytes of grey a row; empty: nothing is read there.
inline std::string read_code(const std::string& grey, unsigned width) {
  const std::unique_ptr<zbar::zbar_image_scanner_t, decltype(&zbar::zbar_image_scanner_destroy)> scanner(
      zbar::zbar_image_scanner_create(), zbar::zbar_image_scanner_destroy);
  const std::unique_ptr<zbar::zbar_image_t, decltype(&zbar::zbar_image_destroy)> image(
      zbar::zbar_image_create(), zbar::zbar_image_destroy);
  zbar::zbar_image_set_format(image.get(), zbar_fourcc('Y', '8', '0', '0'));
  zbar::zbar_image_set_size(image.get(), width, static_cast<unsigned>(grey.size()) / width);
  zbar::zbar_image_set_data(image.get(), grey.data(), grey.size(), nullptr);
  zbar::zbar_scan_image(scanner.get(), image.get());
  const zbar::zbar_symbol_t* const symbol = zbar::zbar_image_first_symbol(image.get());
  if (!symbol) return {};
  return {zbar::zbar_symbol_get_data(symbol), zbar::zbar_symbol_get_data_length(symbol)};
}

}  // namespace lectern::test
