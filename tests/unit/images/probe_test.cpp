#include "presenter/images/probe.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <string_view>

#include "tests/unit/images/test_pictures.h"

namespace lectern::images {
namespace {

FileBytes bytes_of(std::string_view text) {
  return {text.begin(), text.end()};
}

using namespace std::string_view_literals;

TEST(Probe, ReadsAPngsSizeFromItsHeader) {
  const auto png = bytes_of("\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\xea\x60\0\0\0\x07"sv);
  const auto probed = probe(png);
  ASSERT_TRUE(probed);
  EXPECT_EQ(probed->format, Format::png);
  EXPECT_EQ(probed->size, (PixelSize{60'000, 7}));
}

TEST(Probe, FindsAJpegsFrameBehindOtherSegments) {
  const auto jpeg = bytes_of(
      "\xff\xd8\xff\xe0\x00\x04..\xff\xff\xc4\x00\x03.\xff\xc2\x00\x0b\x08\x01\x02\x03\x04\x04..."sv);
  const auto probed = probe(jpeg);
  ASSERT_TRUE(probed);
  EXPECT_EQ(probed->format, Format::jpeg);
  EXPECT_EQ(probed->size, (PixelSize{0x304, 0x102}));
  EXPECT_TRUE(probed->is_cmyk);
}

TEST(Probe, IsNotLedAstrayByAMarkerThatHasNoLength) {
  EXPECT_FALSE(probe(bytes_of("\xff\xd8\xff\x01\x00\x04..\xff\xc2\x00\x0b\x08\x01\x02\x03\x04\x03..."sv)));
  EXPECT_FALSE(probe(bytes_of("\xff\xd8\xff\xd0\x00\x04..\xff\xc2\x00\x0b\x08\x01\x02\x03\x04\x03..."sv)));
}

TEST(Probe, TakesTheLargerOfAGifsScreenAndItsFirstImage) {
  const auto gif = bytes_of("GIF89a\x05\0\x06\0\0\0\0\x21\xf9\x02..\0,\0\0\0\0\xff\xff\x01\0\0\2"sv);
  const auto probed = probe(gif);
  ASSERT_TRUE(probed);
  EXPECT_EQ(probed->size, (PixelSize{65'535, 6}));
}

TEST(Probe, ReadsABmpWhoseRowsStartAtTheTop) {
  const auto probed = probe(bmp(3, 2, std::vector<std::uint32_t>(6)));
  ASSERT_TRUE(probed);
  EXPECT_EQ(probed->format, Format::bmp);
  EXPECT_EQ(probed->size, (PixelSize{3, 2}));
}

TEST(Probe, ReadsAnExtendedWebpsCanvas) {
  const auto webp = bytes_of("RIFF....WEBPVP8X\x0a\0\0\0\0\0\0\0\x7f\x07\0\x37\x04\0"sv);
  const auto probed = probe(webp);
  ASSERT_TRUE(probed);
  EXPECT_EQ(probed->size, (PixelSize{1920, 1080}));
}

TEST(Probe, KnowsWhatIsNoPicture) {
  EXPECT_FALSE(probe({}));
  EXPECT_FALSE(probe(bytes_of("# A heading")));
  EXPECT_FALSE(probe(bytes_of("\xff\xd8\xff\xe0\x00\x10JFIF"sv)));
  EXPECT_FALSE(probe(bytes_of("\xff\xd8\xff\xe0\0\0\0\0\0\0\0\0"sv)));
}

RC_GTEST_PROP(Probe, TakesAnyBytesBehindAnyMagic, ()) {
  const auto magic =
      *rc::gen::element("\xff\xd8\xff"sv, "\x89PNG\r\n\x1a\n\0\0\0\rIHDR"sv, "GIF89a"sv, "BM"sv,
                        "RIFF....WEBPVP8X"sv, "RIFF....WEBPVP8L"sv, "RIFF....WEBPVP8 "sv);
  auto bytes = bytes_of(magic);
  const auto rest = *rc::gen::arbitrary<std::vector<std::uint8_t>>();
  bytes.insert(bytes.end(), rest.begin(), rest.end());
  const auto probed = probe(bytes);
  RC_CLASSIFY(probed.has_value());
}

}  // namespace
}  // namespace lectern::images
