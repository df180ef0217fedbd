// What two ends have said to each other, in one way of writing it: the basis of every proof and every key.
#pragma once

#include <string>
#include <string_view>

#include "common/trust/bytes.h"

namespace lectern::trust {

/// Fields in order, each after its length in two bytes (the higher first), so that no two conversations
/// read the same. A field is shorter than 64 KiB.
class Transcript {
 public:
  explicit Transcript(std::string_view label) { add(label); }
  Transcript& add(std::string_view field);
  const std::string& bytes() const { return bytes_; }

 private:
  std::string bytes_;
};

/// One connection: what each end put in, and what it runs over.
struct Meeting {
  Nonce presenter;  ///< from Challenge
  Nonce client;
  Digest channel{};  ///< SHA-256 of the certificate that the client was shown; zeros without TLS
};

/// A device that says it was paired, by its number.
Transcript hello_transcript(const Meeting&, std::uint32_t device, std::string_view client_id,
                            std::uint8_t role);

/// A device that shows that it knows the token of a QR code.
Transcript token_transcript(const Meeting&, std::string_view name);

/// A device that shows that it knows the PIN.
struct SrpExchange {
  std::string salt;
  std::string presenter_key;  ///< B
  std::string client_key;     ///< A
};
Transcript pin_transcript(const Meeting&, std::string_view name, const SrpExchange&);

/// SRP's user name: a verifier of one channel is worth nothing on another.
std::string pin_identity(const Digest& channel);

}  // namespace lectern::trust
