#include "common/trust/primitives.h"

#include <openssl/core_names.h>
#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <openssl/kdf.h>
#include <openssl/params.h>
#include <openssl/rand.h>
#include <openssl/sha.h>

#include <cstdio>
#include <cstdlib>
#include <memory>

namespace lectern::trust {
namespace {

const unsigned char* raw(std::string_view bytes) {
  return reinterpret_cast<const unsigned char*>(bytes.data());
}
unsigned char* raw(std::string& bytes) {
  return reinterpret_cast<unsigned char*>(bytes.data());
}
int length(std::string_view bytes) {
  return static_cast<int>(bytes.size());
}

/// Nothing that a peer sends makes these calls fail: only a broken OpenSSL or no memory does.
void require(bool promise) {
  if (promise) return;
  std::fputs("OpenSSL does not work here\n", stderr);
  std::abort();
}

using Cipher = std::unique_ptr<EVP_CIPHER_CTX, decltype(&EVP_CIPHER_CTX_free)>;

OSSL_PARAM octets(const char* name, std::string_view bytes) {
  // It takes no null pointer, not even for no bytes.
  return OSSL_PARAM_construct_octet_string(name, const_cast<char*>(bytes.empty() ? "" : bytes.data()),
                                           bytes.size());
}

}  // namespace

Digest sha256(std::string_view text) {
  Digest digest;
  SHA256(raw(text), text.size(), digest.data());
  return digest;
}

Digest hmac_sha256(std::string_view key, std::string_view text) {
  Digest digest;
  unsigned size = 0;
  require(HMAC(EVP_sha256(), key.data(), length(key), raw(text), text.size(), digest.data(), &size));
  return digest;
}

std::string hkdf_sha256(std::string_view secret, std::string_view salt, std::string_view info,
                        std::size_t size) {
  using Kdf = std::unique_ptr<EVP_KDF, decltype(&EVP_KDF_free)>;
  using Context = std::unique_ptr<EVP_KDF_CTX, decltype(&EVP_KDF_CTX_free)>;
  const Kdf kdf(EVP_KDF_fetch(nullptr, "HKDF", nullptr), &EVP_KDF_free);
  const Context context(EVP_KDF_CTX_new(kdf.get()), &EVP_KDF_CTX_free);
  std::string digest_name = "SHA256";
  const OSSL_PARAM parameters[] = {
      OSSL_PARAM_construct_utf8_string(OSSL_KDF_PARAM_DIGEST, digest_name.data(), 0),
      octets(OSSL_KDF_PARAM_KEY, secret), octets(OSSL_KDF_PARAM_SALT, salt),
      octets(OSSL_KDF_PARAM_INFO, info), OSSL_PARAM_construct_end()};
  std::string key(size, '\0');
  require(context && EVP_KDF_derive(context.get(), raw(key), size, parameters) == 1);
  return key;
}

std::string chacha20_poly1305_seal(const Key& key, const Bytes<12>& nonce, std::string_view beside,
                                   std::string_view plain) {
  const Cipher cipher(EVP_CIPHER_CTX_new(), &EVP_CIPHER_CTX_free);
  std::string sealed(plain.size() + seal_overhead, '\0');
  int written = 0;
  require(cipher &&
          EVP_EncryptInit_ex(cipher.get(), EVP_chacha20_poly1305(), nullptr, key.data(), nonce.data()) == 1);
  require(EVP_EncryptUpdate(cipher.get(), nullptr, &written, raw(beside), length(beside)) == 1);
  require(EVP_EncryptUpdate(cipher.get(), raw(sealed), &written, raw(plain), length(plain)) == 1);
  require(EVP_EncryptFinal_ex(cipher.get(), raw(sealed) + plain.size(), &written) == 1);
  require(EVP_CIPHER_CTX_ctrl(cipher.get(), EVP_CTRL_AEAD_GET_TAG, static_cast<int>(seal_overhead),
                              raw(sealed) + plain.size()) == 1);
  return sealed;
}

std::optional<std::string> chacha20_poly1305_open(const Key& key, const Bytes<12>& nonce,
                                                  std::string_view beside, std::string_view sealed) {
  if (sealed.size() < seal_overhead) return std::nullopt;
  const Cipher cipher(EVP_CIPHER_CTX_new(), &EVP_CIPHER_CTX_free);
  const std::string_view hidden = sealed.substr(0, sealed.size() - seal_overhead);
  std::string tag(sealed.substr(hidden.size()));
  std::string plain(hidden.size(), '\0');
  int written = 0;
  require(cipher &&
          EVP_DecryptInit_ex(cipher.get(), EVP_chacha20_poly1305(), nullptr, key.data(), nonce.data()) == 1);
  require(EVP_DecryptUpdate(cipher.get(), nullptr, &written, raw(beside), length(beside)) == 1);
  require(EVP_DecryptUpdate(cipher.get(), raw(plain), &written, raw(hidden), length(hidden)) == 1);
  require(EVP_CIPHER_CTX_ctrl(cipher.get(), EVP_CTRL_AEAD_SET_TAG, static_cast<int>(seal_overhead),
                              tag.data()) == 1);
  unsigned char none[1];
  if (EVP_DecryptFinal_ex(cipher.get(), none, &written) != 1) return std::nullopt;
  return plain;
}

bool equal(std::string_view one, std::string_view other) {
  return one.size() == other.size() && CRYPTO_memcmp(one.data(), other.data(), one.size()) == 0;
}

void fill_randomly(std::uint8_t* bytes, std::size_t size) {
  require(RAND_bytes(bytes, static_cast<int>(size)) == 1);
}

}  // namespace lectern::trust
