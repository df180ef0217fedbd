// SRP-6a (RFC 5054): both ends come to the same secret if both know the PIN; who does not learns nothing but
// that one guess was wrong. It gives a key and no more: who proves what to whom is agreement.h. Slow, some
// ten milliseconds a call: not for the engine thread. Botan stays behind it.
#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace lectern::trust {

/// Where the arithmetic happens. Lectern's own is the one; another is for the RFC's test vectors.
struct SrpSuite {
  const char* group = "modp/srp/3072";
  const char* hash = "SHA-512";
  std::size_t secret_bits = 256;
  std::function<void(std::uint8_t*, std::size_t)> random;  ///< empty: the operating system's
};

/// Numbers in the clear are as long as the group's prime: 384 bytes.
class SrpPresenter {
 public:
  SrpPresenter(const std::string& identity, const std::string& pin, std::string salt, const SrpSuite& = {});
  ~SrpPresenter();
  SrpPresenter(SrpPresenter&&) noexcept;

  const std::string& salt() const { return salt_; }
  const std::string& public_key() const { return public_key_; }

  /// The secret; nullopt: no honest client sends such a key.
  std::optional<std::string> agree(std::string_view client_public_key);

 private:
  struct Session;
  std::string salt_;
  std::string public_key_;
  std::unique_ptr<Session> session_;
};

struct SrpAnswer {
  std::string public_key;
  std::string secret;
};

/// nullopt: no honest presenter sends such a key.
std::optional<SrpAnswer> srp_answer(const std::string& identity, const std::string& pin,
                                    std::string_view salt, std::string_view presenter_public_key,
                                    const SrpSuite& = {});

}  // namespace lectern::trust
