#include "common/text/encoding.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <string>

#include "common/text/text.h"

namespace lectern {
namespace {

using namespace std::string_literals;

void expect_decoded(const std::string& bytes, const std::string& text, Encoding encoding) {
  const auto decoded = decode(bytes);
  ASSERT_TRUE(decoded) << text;
  EXPECT_EQ(decoded->text, text);
  EXPECT_EQ(decoded->encoding, encoding);
}

TEST(Decode, Utf8IsItself) {
  expect_decoded("", "", Encoding::utf8);
  expect_decoded("# £5 – “ok” 🔴\r\n\r", "# £5 – “ok” 🔴\r\n\r", Encoding::utf8);
}

TEST(Decode, AByteOrderMarkIsTakenOff) {
  expect_decoded("\xEF\xBB\xBF# é", "# é", Encoding::utf8_with_bom);
}

TEST(Decode, Utf16OfEitherOrder) {
  expect_decoded("\xFF\xFE#\0\xA3\0\r\0\n\0\x3D\xD8\x34\xDD"s, "#£\r\n🔴", Encoding::utf16_le);
  expect_decoded("\xFE\xFF\0#\0\xA3\0\r\0\n\xD8\x3D\xDD\x34"s, "#£\r\n🔴", Encoding::utf16_be);
}

TEST(Decode, HalfASurrogatePairIsAReplacementCharacter) {
  expect_decoded("\xFE\xFF\xD8\x3D\0a"s, "\uFFFDa", Encoding::utf16_be);  // a high one alone
  expect_decoded("\xFE\xFF\xDD\x34\0a"s, "\uFFFDa", Encoding::utf16_be);  // a low one alone
  expect_decoded("\xFE\xFF\0a\xD8\x3D"s, "a\uFFFD", Encoding::utf16_be);  // at the end
  expect_decoded("\xFE\xFF\0a\0"s, "a\uFFFD", Encoding::utf16_be);        // half a unit
}

TEST(Decode, WhatIsNotUtf8IsWindows1252) {
  expect_decoded("\xA3\x35 \x96 \x93ok\x94 caf\xE9 \x80\r\n", "£5 – “ok” café €\r\n", Encoding::windows_1252);
  expect_decoded("\x81\x8D\x8F\x90\x9D", "\u0081\u008D\u008F\u0090\u009D", Encoding::windows_1252);
}

TEST(Decode, WhatIsNoTextIsRefusedWithARemedy) {
  const std::string jpeg = "\xFF\xD8\xFF\xE0\0\x10JFIF\0\x01\x01\0"s;
  const std::string zip = "PK\x03\x04\x14\0\x06\0\b\0\0\0!\0"s;
  const std::string utf16_without_mark = "#\0 \0T\0o\0w\0n\0"s;
  for (const std::string& bytes : {jpeg, zip, utf16_without_mark, "a\xE9\0"s, "\xFF\xFE\0\0a\0\0\0"s}) {
    const auto decoded = decode(bytes);
    ASSERT_FALSE(decoded) << bytes;
    EXPECT_FALSE(decoded.error().message.empty());
    EXPECT_FALSE(decoded.error().remedy.empty());
  }
}

TEST(Decode, AStrayControlCharacterIsNoReasonToRefuse) {
  const std::string text = std::string(100, 'a') + "\f\v\x01\x1B";
  EXPECT_FALSE(decode(text.substr(60)));
  expect_decoded(text, text, Encoding::utf8);
}

RC_GTEST_PROP(Decode, WhatIsAcceptedIsAlwaysWellFormed, ()) {
  const auto mark = *rc::gen::element<std::string>("", "\xFF\xFE", "\xFE\xFF", "\xEF\xBB\xBF");
  const auto decoded = decode(mark + *rc::gen::arbitrary<std::string>());
  if (decoded) RC_ASSERT(!find_invalid_utf8(decoded->text));
}

}  // namespace
}  // namespace lectern
