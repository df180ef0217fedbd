#include <openssl/pem.h>
#include <openssl/rand.h>

#include <algorithm>
#include <array>
#include <stdexcept>
#include <string_view>

#include "presenter/certificate/handles.h"
#include "presenter/certificate/identity.h"

namespace lectern::certificate {
namespace {

using std::chrono::days;

constexpr days self_signed_life(3650);
constexpr days authority_life(3650);
constexpr days issued_life(825);  // support.apple.com/102028
constexpr days clock_difference(1);

PrivateKey new_key() {
  return PrivateKey(made(EVP_EC_gen("P-256")));
}

void set_time(ASN1_TIME* of, Time time) {
  ASN1_TIME_set(of, std::chrono::system_clock::to_time_t(time));
}

/// A version 3 certificate for the key, without extensions, not signed yet.
Certificate certificate_for(EVP_PKEY* key, const std::string& name, Time now, days life) {
  Certificate certificate(made(X509_new()));
  X509_set_version(certificate.get(), X509_VERSION_3);
  std::array<unsigned char, 16> serial;
  if (RAND_bytes(serial.data(), serial.size()) != 1) throw std::runtime_error("there are no random numbers");
  serial[0] &= 0x7f;  // positive (RFC 5280 §4.1.2.2)
  const std::unique_ptr<BIGNUM, Freed<BN_free>> number(
      made(BN_bin2bn(serial.data(), serial.size(), nullptr)));
  BN_to_ASN1_INTEGER(number.get(), X509_get_serialNumber(certificate.get()));
  const Time begins = now - clock_difference;
  set_time(X509_getm_notBefore(certificate.get()), begins);
  set_time(X509_getm_notAfter(certificate.get()), begins + life);
  X509_NAME_add_entry_by_txt(X509_get_subject_name(certificate.get()), "CN", MBSTRING_UTF8,
                             reinterpret_cast<const unsigned char*>(name.data()),
                             static_cast<int>(name.size()), -1, 0);
  X509_set_pubkey(certificate.get(), key);
  return certificate;
}

/// One extension, in the words of openssl's x509v3_config.
void extend(X509* certificate, X509* issuer, int kind, const std::string& words) {
  X509V3_CTX context;
  X509V3_set_ctx(&context, issuer, certificate, nullptr, nullptr, 0);
  const Extension extension(X509V3_EXT_conf_nid(nullptr, &context, kind, words.c_str()));
  if (!extension || X509_add_ext(certificate, extension.get(), -1) != 1)
    throw std::runtime_error("no certificate can be made with " + words);
}

/// "DNS:podium,IP:192.168.1.20", with something before each.
std::string listed(const Machine& machine, std::string_view before) {
  std::string words;
  const auto add = [&](std::string_view kind, const std::string& name) {
    words += (words.empty() ? "" : ",") + std::string(before) + std::string(kind) + name;
  };
  for (const std::string& name : machine.names) add("DNS:", name);
  for (const std::string& address : machine.addresses) add("IP:", address);
  return words;
}

/// What an authority for this machine may vouch for. An address is one of a network of one.
std::string permitted(const Machine& machine) {
  std::string words =
      "critical,permitted;IP:10.0.0.0/255.0.0.0,permitted;IP:172.16.0.0/255.240.0.0"
      ",permitted;IP:192.168.0.0/255.255.0.0,permitted;IP:169.254.0.0/255.255.0.0"
      ",permitted;IP:127.0.0.0/255.0.0.0,permitted;IP:fc00::/fe00::";
  for (const std::string& name : machine.names) words += ",permitted;DNS:" + name;
  for (const std::string& address : machine.addresses)
    words += ",permitted;IP:" + address +
             (address.find(':') == std::string::npos ? "/255.255.255.255"
                                                     : "/ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff");
  return words;
}

void add_server_extensions(X509* certificate, X509* issuer, const Machine& machine) {
  extend(certificate, issuer, NID_basic_constraints, "critical,CA:FALSE");
  extend(certificate, issuer, NID_key_usage, "critical,digitalSignature");
  extend(certificate, issuer, NID_ext_key_usage, "serverAuth");
  extend(certificate, issuer, NID_subject_alt_name, listed(machine, ""));
  extend(certificate, issuer, NID_subject_key_identifier, "hash");
  extend(certificate, issuer, NID_authority_key_identifier, "keyid");
}

void sign(X509* certificate, const X509* issuer, EVP_PKEY* by) {
  X509_set_issuer_name(certificate, X509_get_subject_name(issuer));
  if (X509_sign(certificate, by, EVP_sha256()) == 0) throw std::runtime_error("no certificate can be signed");
}

std::string text_of(BIO* text) {
  char* bytes = nullptr;
  const long size = BIO_get_mem_data(text, &bytes);
  return {bytes, static_cast<std::size_t>(size)};
}

Identity identity_of(EVP_PKEY* key, X509* certificate) {
  const Bio key_text(made(BIO_new(BIO_s_mem())));
  PEM_write_bio_PrivateKey(key_text.get(), key, nullptr, nullptr, 0, nullptr, nullptr);
  const Bio text(made(BIO_new(BIO_s_mem())));
  PEM_write_bio_X509(text.get(), certificate);
  return *read_identity(text_of(key_text.get()), text_of(text.get()));
}

}  // namespace

Identity make_self_signed(const Machine& machine, Time now) {
  const PrivateKey key = new_key();
  const Certificate certificate =
      certificate_for(key.get(), "Lectern on " + machine.host, now, self_signed_life);
  X509_set_issuer_name(certificate.get(), X509_get_subject_name(certificate.get()));
  add_server_extensions(certificate.get(), certificate.get(), machine);
  sign(certificate.get(), certificate.get(), key.get());
  return identity_of(key.get(), certificate.get());
}

Identity make_authority(const Machine& machine, Time now) {
  const PrivateKey key = new_key();
  const Certificate certificate =
      certificate_for(key.get(), "Lectern authority on " + machine.host, now, authority_life);
  extend(certificate.get(), certificate.get(), NID_basic_constraints, "critical,CA:TRUE,pathlen:0");
  extend(certificate.get(), certificate.get(), NID_key_usage, "critical,keyCertSign");
  extend(certificate.get(), certificate.get(), NID_name_constraints, permitted(machine));
  extend(certificate.get(), certificate.get(), NID_subject_key_identifier, "hash");
  sign(certificate.get(), certificate.get(), key.get());
  return identity_of(key.get(), certificate.get());
}

Result<Identity> issue(const Identity& authority, const Machine& machine, Time now) {
  const auto read = [](const std::string& pem) {
    return Bio(made(BIO_new_mem_buf(pem.data(), static_cast<int>(pem.size()))));
  };
  const PrivateKey signing(PEM_read_bio_PrivateKey(read(authority.key).get(), nullptr, nullptr, nullptr));
  const Certificate root(PEM_read_bio_X509(read(authority.certificates).get(), nullptr, nullptr, nullptr));
  if (!signing || !root || X509_check_private_key(root.get(), signing.get()) != 1)
    return Error{"the authority's key cannot be used", "remove its file: another authority is made then"};

  const PrivateKey key = new_key();
  const Certificate certificate = certificate_for(key.get(), machine.host, now, issued_life);
  add_server_extensions(certificate.get(), root.get(), machine);
  sign(certificate.get(), root.get(), signing.get());
  const std::unique_ptr<NAME_CONSTRAINTS, Freed<NAME_CONSTRAINTS_free>> may(
      static_cast<NAME_CONSTRAINTS*>(X509_get_ext_d2i(root.get(), NID_name_constraints, nullptr, nullptr)));
  X509_check_purpose(certificate.get(), -1, 0);  // reads what the next call looks at
  if (may && NAME_CONSTRAINTS_check(certificate.get(), may.get()) != X509_V_OK)
    return Error{"the authority may not vouch for one of " + listed(machine, ""),
                 "remove its file: another authority is made then, which devices have to be given anew"};
  return identity_of(key.get(), certificate.get());
}

}  // namespace lectern::certificate
