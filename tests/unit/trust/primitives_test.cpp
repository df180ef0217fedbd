#include "common/trust/primitives.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "tests/unit/trust/from_hex.h"

namespace lectern::trust {
namespace {

TEST(Bytes, GoToHexAndBack) {
  EXPECT_EQ(to_hex("\x01\xfe"), "01fe");
  EXPECT_EQ(from_hex("01fe"), "\x01\xfe");
  EXPECT_EQ(from_hex("01f"), std::nullopt);
  EXPECT_EQ(from_hex("0g"), std::nullopt);
}

TEST(Bytes, GoToBase64AsUrlsHaveIt) {  // RFC 4648 §10, and the two digits that differ
  EXPECT_EQ(to_base64url(""), "");
  EXPECT_EQ(to_base64url("f"), "Zg");
  EXPECT_EQ(to_base64url("fo"), "Zm8");
  EXPECT_EQ(to_base64url("foobar"), "Zm9vYmFy");
  EXPECT_EQ(to_base64url("\xfb\xff\xbf"), "-_-_");
}

TEST(Primitives, HmacIsThatOfRfc4231) {
  EXPECT_EQ(to_hex(view(hmac_sha256("Jefe", "what do ya want for nothing?"))),
            "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
}

TEST(Primitives, HkdfIsThatOfRfc5869) {
  const std::string secret(22, '\x0b');
  EXPECT_EQ(
      to_hex(hkdf_sha256(secret, printed("000102030405060708090a0b0c"), printed("f0f1f2f3f4f5f6f7f8f9"), 42)),
      "3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf34007208d5b887185865");
  EXPECT_EQ(to_hex(hkdf_sha256(secret, {}, {}, 42)),
            "8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d9d201395faa4b61a96c8");
}

const std::string tip =
    "Ladies and Gentlemen of the class of '99: If I could offer you only one tip for the future, sunscreen "
    "would be "
    "it.";

TEST(Primitives, SealingIsThatOfRfc8439) {
  Key key;
  for (std::size_t i = 0; i < key.size(); ++i) key[i] = static_cast<std::uint8_t>(0x80 + i);
  const auto nonce = *fixed<12>(printed("07000000 4041424344454647"));
  const std::string beside = printed("50515253c0c1c2c3c4c5c6c7");
  const std::string sealed = printed(
      "d31a8d34648e60db7b86afbc53ef7ec2a4aded51296e08fea9e2b5a736ee62d63dbea45e8ca9671282fafb69da92728b"
      "1a71de0a9e060b2905d6a5b67ecd3b3692ddbd7f2d778b8c9803aee328091b58fab324e4fad675945585808b4831d7bc"
      "3ff4def08e4b7a9de576d26586cec64b6116 1ae10b594f09e26a7e902ecbd0600691");
  EXPECT_EQ(to_hex(chacha20_poly1305_seal(key, nonce, beside, tip)), to_hex(sealed));
  EXPECT_EQ(chacha20_poly1305_open(key, nonce, beside, sealed), tip);
  EXPECT_EQ(chacha20_poly1305_open(key, nonce, {}, sealed), std::nullopt) << "what lies beside it counts";
}

RC_GTEST_PROP(Primitives, WhatWasTouchedDoesNotOpen, (const std::string& plain, std::size_t at)) {
  const Key key = random_bytes<32>();
  const Bytes<12> nonce{};
  std::string sealed = chacha20_poly1305_seal(key, nonce, {}, plain);
  RC_ASSERT(chacha20_poly1305_open(key, nonce, {}, sealed) == plain);
  sealed[at % sealed.size()] ^= 1;
  RC_ASSERT(!chacha20_poly1305_open(key, nonce, {}, sealed));
}

TEST(Primitives, WhatIsShorterThanATagDoesNotOpen) {
  EXPECT_EQ(chacha20_poly1305_open(Key{}, {}, {}, ""), std::nullopt);
  EXPECT_EQ(chacha20_poly1305_open(Key{}, {}, {}, "fifteen letters"), std::nullopt);
}

TEST(Primitives, EqualIsEqual) {
  EXPECT_TRUE(equal("", ""));
  EXPECT_TRUE(equal("secret", "secret"));
  EXPECT_FALSE(equal("secret", "secreT"));
  EXPECT_FALSE(equal("secret", "secre"));
}

}  // namespace
}  // namespace lectern::trust
