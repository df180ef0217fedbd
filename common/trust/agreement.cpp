#include "common/trust/agreement.h"

#include <array>

#include "common/trust/primitives.h"

namespace lectern::trust {
namespace {

constexpr std::array<std::string_view, 256> words = {
#include "words.inc"
};

}  // namespace

Agreement agree(std::string_view secret, const Transcript& transcript) {
  const Digest heard = sha256(transcript.bytes());
  const auto derive = [&](std::string_view purpose) {
    return *fixed<32>(hkdf_sha256(secret, view(heard), purpose, 32));
  };
  const auto prove = [&](std::string_view purpose) {
    return hmac_sha256(view(derive(purpose)), transcript.bytes());
  };
  const Key said = derive("words");
  return {prove("client proof"),  prove("presenter proof"), derive("device key"),
          derive("to presenter"), derive("to client"),      two_words(said[0], said[1])};
}

std::string two_words(std::uint8_t first, std::uint8_t second) {
  return std::string(words[first]) + " " + std::string(words[second]);
}

}  // namespace lectern::trust
