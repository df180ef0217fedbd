#include "common/base/fingerprint.h"

#include <gtest/gtest.h>

namespace lectern {
namespace {

const std::string digits = "00ff12" + std::string(56, 'a') + "7f";

TEST(AFingerprint, IsReadAsItIsWritten) {
  const auto read = parse_fingerprint(digits);
  ASSERT_TRUE(read);
  EXPECT_EQ((*read)[0], 0x00);
  EXPECT_EQ((*read)[1], 0xff);
  EXPECT_EQ((*read)[31], 0x7f);
  EXPECT_EQ(fingerprint_text(*read), digits);
}

TEST(AFingerprint, MayHaveColonsAndCapitalsAsOthersWriteIt) {
  std::string with_colons;
  for (std::size_t i = 0; i < digits.size(); i += 2) with_colons += (i > 0 ? ":" : "") + digits.substr(i, 2);
  for (char& c : with_colons) c = static_cast<char>(toupper(c));
  EXPECT_EQ(parse_fingerprint(with_colons), parse_fingerprint(digits));
}

TEST(AFingerprint, IsNothingElse) {
  for (const std::string& text :
       {std::string(), digits + "0", digits.substr(1), ":" + digits, digits + ":", "g" + digits.substr(1),
        "-1" + digits.substr(2), "0x" + digits.substr(2), "00::" + digits.substr(2)})
    EXPECT_FALSE(parse_fingerprint(text)) << text;
}

}  // namespace
}  // namespace lectern
