#include "common/qr/code.h"

#include <qrencode.h>

#include <cstddef>
#include <memory>

namespace lectern::qr {

bool Code::is_dark(int column, int row) const {
  if (column < 0 || row < 0 || column >= side || row >= side) return false;
  return dark[static_cast<std::size_t>(row) * static_cast<std::size_t>(side) +
              static_cast<std::size_t>(column)];
}

std::optional<Code> encode(std::string_view text) {
  constexpr int smallest_that_holds_it = 0;
  const std::unique_ptr<QRcode, decltype(&QRcode_free)> made(
      QRcode_encodeData(static_cast<int>(text.size()), reinterpret_cast<const unsigned char*>(text.data()),
                        smallest_that_holds_it, QR_ECLEVEL_M),
      QRcode_free);
  if (!made) return std::nullopt;
  Code code{made->width, {}};
  const auto count = static_cast<std::size_t>(code.side) * static_cast<std::size_t>(code.side);
  for (std::size_t i = 0; i < count; ++i) code.dark.push_back((made->data[i] & 1) != 0);
  return code;
}

}  // namespace lectern::qr
