#include "presenter/images/encode.h"

#include <gtest/gtest.h>

namespace lectern::images {
namespace {

Pixmap noise() {
  Pixmap picture({32, 32});
  std::uint32_t seed = 1;
  for (std::uint32_t& pixel : picture.pixels) pixel = 0xff000000 | (seed = seed * 1664525 + 1013904223) >> 8;
  return picture;
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
  Pixmap picture({32, 32});
  for (int y = 0; y < 32; ++y)
    for (int x = 0; x < 32; ++x) picture.row(y)[x] = x < 16 ? 0xffff0000 : 0xff0000ff;
  EXPECT_EQ(encode_photograph(picture), "");
}

}  // namespace
}  // namespace lectern::images
