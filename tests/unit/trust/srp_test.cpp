#include "common/trust/srp.h"

#include <gtest/gtest.h>

#include "tests/unit/trust/from_hex.h"

namespace lectern::trust {
namespace {

// RFC 5054, appendix B: 1024 bits and SHA-1.
const std::string rfc_salt = printed("BEB25379 D1A8581E B5A72767 3A2441EE");
const std::string rfc_client_secret =
    printed("60975527 035CF2AD 1989806F 0407210B C81EDC04 E2762A56 AFD529DD DA2D4393");
const std::string rfc_presenter_secret =
    printed("E487CB59 D31AC550 471E81F0 0F6928E0 1DDA08E9 74A004F4 9E61F5D1 05284D20");
const std::string rfc_client_key = printed(
    "61D5E490 F6F1B795 47B0704C 436F523D D0E560F0 C64115BB 72557EC4 4352E890 3211C046 92272D8B 2D1A5358 "
    "A2CF1B6E "
    "0BFCF99F 921530EC 8E393561 79EAE45E 42BA92AE ACED8251 71E1E8B9 AF6D9C03 E1327F44 BE087EF0 6530E69F "
    "66615261 "
    "EEF54073 CA11CF58 58F0EDFD FE15EFEA B349EF5D 76988A36 72FAC47B 0769447B");
const std::string rfc_presenter_key = printed(
    "BD0C6151 2C692C0C B6D041FA 01BB152D 4916A1E7 7AF46AE1 05393011 BAF38964 DC46A067 0DD125B9 5A981652 "
    "236F99D9 "
    "B681CBF8 7837EC99 6C6DA044 53728610 D0C6DDB5 8B318885 D7D82C7F 8DEB75CE 7BD4FBAA 37089E6F 9C6059F3 "
    "88838E7A "
    "00030B33 1EB76840 910440B1 B27AAEAE EB4012B7 D7665238 A8E3FB00 4B117B58");
const std::string rfc_secret = printed(
    "B0DC82BA BCF30674 AE450C02 87745E79 90A3381F 63B387AA F271A10D 233861E3 59B48220 F7C4693C 9AE12B0A "
    "6F67809F "
    "0876E2D0 13800D6C 41BB59B6 D5979B5C 00A172B4 A2A5903A 0BDCAF8A 709585EB 2AFAFA8F 3499B200 210DCC1F "
    "10EB3394 "
    "3CD67FC8 8A2F39A4 BE5BEC4E C0A3212D C346D7E4 74B29EDE 8A469FFE CA686E5A");

SrpSuite of_rfc(const std::string& number, std::size_t bits) {
  return {"modp/srp/1024", "SHA-1", bits,
          [number](std::uint8_t* out, std::size_t size) { std::copy_n(number.begin(), size, out); }};
}

TEST(Srp, ThePresentersSideIsThatOfRfc5054) {
  SrpPresenter presenter("alice", "password123", rfc_salt, of_rfc(rfc_presenter_secret, 256));
  EXPECT_EQ(to_hex(presenter.public_key()), to_hex(rfc_presenter_key));
  EXPECT_EQ(to_hex(presenter.agree(rfc_client_key).value_or("")), to_hex(rfc_secret));
}

TEST(Srp, TheClientsSideIsThatOfRfc5054) {
  const auto answer =
      srp_answer("alice", "password123", rfc_salt, rfc_presenter_key, of_rfc(rfc_client_secret, 255));
  ASSERT_TRUE(answer);
  EXPECT_EQ(to_hex(answer->public_key), to_hex(rfc_client_key));
  EXPECT_EQ(to_hex(answer->secret), to_hex(rfc_secret));
}

TEST(Srp, BothSidesAgreeWithTheSamePinAndWithAnotherTheyDoNot) {
  SrpPresenter presenter("lectern", "04719382", "salt");
  const auto right = srp_answer("lectern", "04719382", "salt", presenter.public_key());
  EXPECT_EQ(presenter.agree(right->public_key), right->secret);
  const auto wrong = srp_answer("lectern", "04719383", "salt", presenter.public_key());
  EXPECT_NE(presenter.agree(wrong->public_key), wrong->secret);
  const auto elsewhere = srp_answer("another certificate", "04719382", "salt", presenter.public_key());
  EXPECT_NE(presenter.agree(elsewhere->public_key), elsewhere->secret);
}

// Of these the secret would be known without the PIN.
TEST(Srp, AKeyThatIsAMultipleOfThePrimeIsRefused) {
  const SrpSuite suite = of_rfc(rfc_presenter_secret, 256);
  const std::string prime = printed(
      "EEAF0AB9 ADB38DD6 9C33F80A FA8FC5E8 60726187 75FF3C0B 9EA2314C 9C256576 D674DF74 96EA81D3 383B4813 "
      "D692C6E0 "
      "E0D5D8E2 50B98BE4 8E495C1D 6089DAD1 5DC7D7B4 6154D6B6 CE8EF4AD 69B15D49 82559B29 7BCF1885 C529F566 "
      "660E57EC "
      "68EDBC3C 05726CC0 2FD4CBF4 976EAA9A FD5138FE 8376435B 9FC61D2F C0EB06E3");
  for (const std::string& bad :
       {std::string(128, '\0'), prime, std::string(128, '\xff'), std::string(), std::string("1")}) {
    EXPECT_EQ(SrpPresenter("alice", "password123", rfc_salt, suite).agree(bad), std::nullopt);
    EXPECT_FALSE(srp_answer("alice", "password123", rfc_salt, bad, suite));
  }
}

}  // namespace
}  // namespace lectern::trust
