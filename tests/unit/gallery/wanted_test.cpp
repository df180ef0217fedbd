#include "presenter/gallery/wanted.h"

#include <gtest/gtest.h>

namespace lectern::gallery {
namespace {

constexpr std::size_t enough = 1u << 30;
constexpr PixelSize full_hd{1920, 1080};

TEST(PictureSize, IsTheNextWidthInTheShapeOfTheStage) {
  EXPECT_EQ(picture_size(960, full_hd, enough), (PixelSize{960, 540}));
  EXPECT_EQ(picture_size(961, full_hd, enough), (PixelSize{1280, 720}));
  EXPECT_EQ(picture_size(640, {1024, 768}, enough), (PixelSize{640, 480}));
}

TEST(PictureSize, StaysWithinWhatIsMade) {
  EXPECT_EQ(picture_size(-5, full_hd, enough).width, 320);
  EXPECT_EQ(picture_size(100'000, full_hd, enough).width, 2560);
}

TEST(PictureSize, IsSmallerWhereThatWouldBeTooMuch) {
  EXPECT_EQ(picture_size(2560, {1080, 1920}, 20u << 20).width, 1280);
  EXPECT_EQ(picture_size(2560, full_hd, 1).width, 320);
}

TEST(PictureSize, IsNeverNothing) {
  EXPECT_EQ(picture_size(320, {10'000, 1}, enough), (PixelSize{320, 1}));
}

}  // namespace
}  // namespace lectern::gallery
