#include "presenter/images/encode.h"

#include <gtest/gtest.h>
#include <turbojpeg.h>

#include <memory>

namespace lectern::images {
namespace {

Pixmap noise() {
  Pixmap picture({32, 32});
  std::uint32_t seed = 1;
  for (std::uint32_t& pixel : picture.pixels) pixel = 0xff000000 | (seed = seed * 1664525 + 1013904223) >> 8;
  return picture;
}

Pixmap halves() {
  Pixmap picture({32, 32});
  for (int y = 0; y < 32; ++y)
    for (int x = 0; x < 32; ++x) picture.row(y)[x] = x < 15 ? 0xffff0000 : 0xff0000ff;
  return picture;
}

/// How its colours are sampled, as TJSAMP; -1: it is no JPEG of that size.
int sampling_of(const std::string& jpeg, PixelSize size) {
  const std::unique_ptr<void, decltype(&tjDestroy)> decoder(tjInitDecompress(), tjDestroy);
  PixelSize found;
  int sampling = -1, color_space = 0;
  tjDecompressHeader3(decoder.get(), reinterpret_cast<const unsigned char*>(jpeg.data()), jpeg.size(),
                      &found.width, &found.height, &sampling, &color_space);
  return found == size ? sampling : -1;
}

TEST(Encode, APhotographBecomesAJpegWithNothingElseInIt) {
  const std::string jpeg = encode_photograph(noise());
  ASSERT_GT(jpeg.size(), 4u);
  EXPECT_EQ(jpeg.substr(0, 2), "\xff\xd8");
  EXPECT_EQ(jpeg.find("Exif"), std::string::npos);
  EXPECT_EQ(jpeg.find("\xff\xe1"), std::string::npos) << "APP1";
}

TEST(Encode, WhatIsTransparentInPlacesIsKeptAsItIs) {
  Pixmap picture = noise();
  picture.pixels[5] = 0x80101010;
  EXPECT_EQ(encode_photograph(picture), "");
}

TEST(Encode, WhatLooksDrawnIsKeptAsItIs) {
  EXPECT_EQ(encode_photograph(halves()), "");
}

TEST(Encode, ASlideKeepsTheColoursOfItsEdgesUnlessItIsAPhotograph) {
  EXPECT_EQ(sampling_of(encode_slide(halves()), {32, 32}), TJSAMP_444);
  EXPECT_EQ(sampling_of(encode_slide(noise()), {32, 32}), TJSAMP_420);
}

}  // namespace
}  // namespace lectern::images
