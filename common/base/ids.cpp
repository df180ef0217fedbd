#include "common/base/ids.h"

#include <random>

namespace lectern {

Epoch random_epoch() {
  std::random_device device;
  Epoch epoch = 0;
  while (epoch == 0) epoch = device();
  return epoch;
}

std::string random_hex(std::size_t length) {
  static constexpr char digits[] = "0123456789abcdef";
  std::random_device device;
  std::string text;
  while (text.size() < length) text += digits[device() & 15u];
  return text;
}

ClientId random_client_id() {
  return random_hex(32);
}

}  // namespace lectern
