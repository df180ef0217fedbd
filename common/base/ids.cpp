#include "common/base/ids.h"

#include <random>

namespace lectern {

Epoch random_epoch() {
  std::random_device device;
  Epoch epoch = 0;
  while (epoch == 0) epoch = device();
  return epoch;
}

ClientId random_client_id() {
  static constexpr char digits[] = "0123456789abcdef";
  std::random_device device;
  ClientId id;
  for (int word = 0; word < 4; ++word) {
    std::uint32_t bits = device();
    for (int nibble = 0; nibble < 8; ++nibble, bits >>= 4) id += digits[bits & 15u];
  }
  return id;
}

}  // namespace lectern
