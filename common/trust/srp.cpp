#include "common/trust/srp.h"

#include <botan/bigint.h>
#include <botan/dl_group.h>
#include <botan/exceptn.h>
#include <botan/rng.h>
#include <botan/srp6.h>

#include <utility>
#include <vector>

#include "common/trust/primitives.h"

namespace lectern::trust {
namespace {

using Botan::BigInt;

class Random final : public Botan::RandomNumberGenerator {
 public:
  explicit Random(const SrpSuite& suite) : suite_(suite) {}
  void randomize(std::uint8_t out[], std::size_t size) override {
    suite_.random ? suite_.random(out, size) : fill_randomly(out, size);
  }
  bool accepts_input() const override { return false; }
  void add_entropy(const std::uint8_t[], std::size_t) override {}
  std::string name() const override { return "the operating system's"; }
  void clear() override {}
  bool is_seeded() const override { return true; }

 private:
  const SrpSuite& suite_;
};

BigInt number(std::string_view bytes) {
  return {reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size()};
}

std::string padded(const BigInt& number, const Botan::DL_Group& group) {
  std::string bytes(group.p_bytes(), '\0');
  BigInt::encode_1363(reinterpret_cast<std::uint8_t*>(bytes.data()), bytes.size(), number);
  return bytes;
}

std::string secret_of(const Botan::SymmetricKey& key) {
  return {reinterpret_cast<const char*>(key.begin()), key.length()};
}

}  // namespace

struct SrpPresenter::Session {
  Botan::DL_Group group;
  Botan::SRP6_Server_Session botan;
};

SrpPresenter::SrpPresenter(const std::string& identity, const std::string& pin, std::string salt,
                           const SrpSuite& suite)
    : salt_(std::move(salt)), session_(std::make_unique<Session>()) {
  session_->group = Botan::DL_Group(suite.group);
  const BigInt verifier =
      Botan::generate_srp6_verifier(identity, pin, {salt_.begin(), salt_.end()}, session_->group, suite.hash);
  Random random(suite);
  public_key_ =
      padded(session_->botan.step1(verifier, session_->group, suite.hash, suite.secret_bits, random),
             session_->group);
}

SrpPresenter::~SrpPresenter() = default;
SrpPresenter::SrpPresenter(SrpPresenter&&) noexcept = default;

std::optional<std::string> SrpPresenter::agree(std::string_view client_public_key) {
  if (client_public_key.size() != public_key_.size()) return std::nullopt;
  try {
    return secret_of(session_->botan.step2(number(client_public_key)));
  } catch (const Botan::Exception&) {  // a multiple of the prime
    return std::nullopt;
  }
}

std::optional<SrpAnswer> srp_answer(const std::string& identity, const std::string& pin,
                                    std::string_view salt, std::string_view presenter_public_key,
                                    const SrpSuite& suite) {
  const Botan::DL_Group group(suite.group);
  if (presenter_public_key.size() != group.p_bytes()) return std::nullopt;
  Random random(suite);
  try {
    const auto [public_key, secret] =
        Botan::srp6_client_agree(identity, pin, group, suite.hash, {salt.begin(), salt.end()},
                                 number(presenter_public_key), suite.secret_bits, random);
    return SrpAnswer{padded(public_key, group), secret_of(secret)};
  } catch (const Botan::Exception&) {
    return std::nullopt;
  }
}

}  // namespace lectern::trust
