#include <arpa/inet.h>
#include <openssl/err.h>
#include <openssl/pem.h>

#include <ctime>
#include <utility>

#include "presenter/certificate/handles.h"
#include "presenter/certificate/identity.h"

namespace lectern::certificate {
namespace {

Certificate first_certificate(const std::string& pem) {
  const Bio text(made(BIO_new_mem_buf(pem.data(), static_cast<int>(pem.size()))));
  return Certificate(PEM_read_bio_X509(text.get(), nullptr, nullptr, nullptr));
}

Time time_of(const ASN1_TIME* time) {
  std::tm parts{};
  if (ASN1_TIME_to_tm(time, &parts) != 1) return {};
  return std::chrono::time_point_cast<std::chrono::seconds>(
      std::chrono::system_clock::from_time_t(timegm(&parts)));
}

std::string_view bytes_of(const ASN1_STRING* text) {
  return {reinterpret_cast<const char*>(ASN1_STRING_get0_data(text)),
          static_cast<std::size_t>(ASN1_STRING_length(text))};
}

std::string address_of(std::string_view bytes) {
  char text[INET6_ADDRSTRLEN] = {};
  if (bytes.size() == 4) inet_ntop(AF_INET, bytes.data(), text, sizeof text);
  if (bytes.size() == 16) inet_ntop(AF_INET6, bytes.data(), text, sizeof text);
  return text;
}

}  // namespace

Result<Identity> read_identity(std::string key, std::string certificates) {
  const Certificate certificate = first_certificate(certificates);
  ERR_clear_error();
  if (!certificate) return Error{"there is no certificate in it", "give one in PEM"};
  Identity identity;
  identity.begins = time_of(X509_get0_notBefore(certificate.get()));
  identity.ends = time_of(X509_get0_notAfter(certificate.get()));
  const Names names(static_cast<GENERAL_NAMES*>(
      X509_get_ext_d2i(certificate.get(), NID_subject_alt_name, nullptr, nullptr)));
  for (int i = 0; names && i < sk_GENERAL_NAME_num(names.get()); ++i) {
    const GENERAL_NAME* const name = sk_GENERAL_NAME_value(names.get(), i);
    if (name->type == GEN_DNS) identity.names.emplace_back(bytes_of(name->d.dNSName));
    if (name->type == GEN_IPADD) identity.addresses.push_back(address_of(bytes_of(name->d.iPAddress)));
  }
  identity.key = std::move(key);
  identity.certificates = std::move(certificates);
  return identity;
}

Result<void> is_current(const Identity& identity, Time now) {
  if (now > identity.ends)
    return Error{"the certificate ended on " + day_text(identity.ends),
                 "have it renewed, or set this machine's clock"};
  if (now < identity.begins)
    return Error{"the certificate is good from " + day_text(identity.begins) + " on",
                 "set this machine's clock"};
  return {};
}

std::string day_text(Time time) {
  const std::chrono::year_month_day date(std::chrono::floor<std::chrono::days>(time));
  const auto two = [](unsigned number) { return (number < 10 ? "-0" : "-") + std::to_string(number); };
  return std::to_string(static_cast<int>(date.year())) + two(static_cast<unsigned>(date.month())) +
         two(static_cast<unsigned>(date.day()));
}

}  // namespace lectern::certificate
