// Any bytes from a peer: they are a message or they are refused, and a message that was taken can be written
// and read again.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "common/protocol/json.h"
#include "common/protocol/messages.h"

namespace {

void require(bool promise) {
  if (!promise) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace lectern::protocol;
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  if (const auto message = decode_client_message(bytes)) {
    const auto again = decode_client_message(encode(*message));
    require(again && *again == *message);
  }
  if (const auto message = decode_server_message(bytes)) {
    const auto again = decode_server_message(encode(*message));
    require(again && *again == *message);
  }
  if (const auto message = client_message_from_json(bytes)) {
    const auto again = decode_client_message(encode(*message));
    require(again && *again == *message);
  }
  wish_from_json(bytes);
  return 0;
}
