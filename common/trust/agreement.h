// What follows from a secret that two ends share and a conversation in which neither said it.
#pragma once

#include <string>
#include <string_view>

#include "common/trust/bytes.h"
#include "common/trust/transcript.h"

namespace lectern::trust {

/// Each value of its own: none tells anything of another, nor of the secret where that has 128 bits.
struct Agreement {
  Digest client_proof;     ///< that the client knows the secret and heard the same
  Digest presenter_proof;  ///< that the presenter does
  Key device_key;          ///< that a pairing leaves with both
  Key to_presenter;        ///< seals what the client sends
  Key to_client;
  std::string words;  ///< two of ours, such as "amber river", for people at both ends to compare
};

Agreement agree(std::string_view secret, const Transcript&);

/// "amber river"; each byte names a word of words.txt.
std::string two_words(std::uint8_t first, std::uint8_t second);

}  // namespace lectern::trust
