#include "presenter/certificate/identity.h"

#include <gtest/gtest.h>

#include "common/websocket/tls.h"

namespace lectern::certificate {
namespace {

using std::chrono::days;

const Time now = std::chrono::sys_days(std::chrono::year(2026) / 11 / 23);
const Machine podium{
    "podium", {"podium", "podium.local", "localhost"}, {"192.168.1.20", "fd00::2", "127.0.0.1"}};

TEST(AnIdentity, IsForTheMachinesNamesAndAddresses) {
  const Identity identity = make_self_signed(podium, now);
  EXPECT_EQ(identity.names, podium.names);
  EXPECT_EQ(identity.addresses, podium.addresses);
}

Result<websocket::Tls> tls_of(const Identity& identity) {
  return websocket::Tls::showing(identity.key, identity.certificates);
}

TEST(AnIdentity, IsOneThatTlsTakes) {
  EXPECT_TRUE(tls_of(make_self_signed(podium, now)));
}

TEST(AnIdentity, IsGoodForYears) {
  const Identity identity = make_self_signed(podium, now);
  EXPECT_TRUE(is_current(identity, now));
  EXPECT_TRUE(is_current(identity, now + days(3000)));
  EXPECT_EQ(is_current(identity, now + days(4000)).error().message, "the certificate ended on 2036-11-19");
  EXPECT_EQ(is_current(identity, now - days(10)).error().message,
            "the certificate is good from 2026-11-22 on");
}

TEST(AnIdentity, IsAnotherEachTime) {
  const auto one = tls_of(make_self_signed(podium, now));
  const auto another = tls_of(make_self_signed(podium, now));
  EXPECT_NE(one->fingerprint(), another->fingerprint());
}

TEST(AnIdentity, IsNotReadFromGarbage) {
  EXPECT_FALSE(read_identity("", ""));
  EXPECT_FALSE(read_identity("", "-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n"));
}

TEST(AnAuthority, VouchesForItsMachine) {
  const Identity authority = make_authority(podium, now);
  const auto issued = issue(authority, podium, now);
  ASSERT_TRUE(issued);
  EXPECT_EQ(issued->names, podium.names);
  EXPECT_TRUE(is_current(*issued, now + days(800)));
  EXPECT_EQ(issued->ends - issued->begins, days(825)) << "Apple's devices take no longer ones";
}

TEST(AnAuthority, VouchesForAnotherAddressOfAPrivateNetwork) {
  Machine moved = podium;
  moved.addresses = {"10.1.2.3"};
  EXPECT_TRUE(issue(make_authority(podium, now), moved, now));
}

TEST(AnAuthority, VouchesForNothingElse) {
  const Identity authority = make_authority(podium, now);
  Machine bank = podium;
  bank.names.push_back("bank.example");
  EXPECT_FALSE(issue(authority, bank, now));
  Machine outside = podium;
  outside.addresses.push_back("203.0.113.7");
  EXPECT_FALSE(issue(authority, outside, now));
}

TEST(Tls, DoesNotTakeAnothersKey) {
  const Identity one = make_self_signed(podium, now);
  const Identity another = make_self_signed(podium, now);
  const auto mixed = websocket::Tls::showing(another.key + another.certificates, one.key + one.certificates);
  EXPECT_EQ(mixed.error().message, "the private key is not the one that the certificate is for");
}

TEST(Tls, WantsBoth) {
  const Identity one = make_self_signed(podium, now);
  EXPECT_FALSE(websocket::Tls::showing(one.certificates, one.certificates));
  EXPECT_FALSE(websocket::Tls::showing(one.key, one.key));
  EXPECT_FALSE(websocket::Tls::showing("", ""));
}

TEST(HostNames, AreLettersDigitsAndHyphens) {
  for (const char* name : {"podium", "a", "lectern.council.example", "x-1.y"})
    EXPECT_TRUE(is_host_name(name)) << name;
  for (const char* name : {"", ".", "a.", ".a", "a..b", "-a", "a-", "a_b", "a,DNS:b", "a b", "é"})
    EXPECT_FALSE(is_host_name(name)) << name;
  EXPECT_FALSE(is_host_name(std::string(64, 'a')));
}

}  // namespace
}  // namespace lectern::certificate
