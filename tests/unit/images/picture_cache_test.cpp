#include "presenter/images/picture_cache.h"

#include <gtest/gtest.h>

#include <thread>
#include <vector>

#include "tests/unit/images/test_pictures.h"

namespace lectern::images {
namespace {

using Cache = PictureTest;

TEST_F(Cache, GivesTheSamePixelsTwice) {
  PictureCache cache(1 << 20);
  const auto path = write("a.bmp", bmp(2, 1, {0xff112233, 0xff445566}));
  const auto first = cache.get(path, {2, 1}, Fit::cover);
  ASSERT_TRUE(first);
  EXPECT_EQ((*first)->pixels.pixels, (Pixels{0xff112233, 0xff445566}));
  std::filesystem::remove(path);
  const auto second = cache.get(path, {2, 1}, Fit::cover);
  ASSERT_TRUE(second);
  EXPECT_EQ(first->get(), second->get());
}

TEST_F(Cache, TellsSizesAndFitsApart) {
  PictureCache cache(1 << 20);
  const auto path = write("a.bmp", bmp(2, 1, {0xff112233, 0xff445566}));
  EXPECT_EQ((*cache.get(path, {4, 4}, Fit::cover))->pixels.size, (PixelSize{4, 4}));
  EXPECT_EQ((*cache.get(path, {4, 4}, Fit::inside))->pixels.size, (PixelSize{2, 1}));
  EXPECT_EQ((*cache.get(path, {1, 1}, Fit::cover))->pixels.size, (PixelSize{1, 1}));
}

TEST_F(Cache, ForgetsWhatWasLongestUnused) {
  PictureCache cache(2 * 4);  // two pictures of one pixel
  const auto a = write("a.bmp", bmp(1, 1, {0xff000001})), b = write("b.bmp", bmp(1, 1, {0xff000002})),
             c = write("c.bmp", bmp(1, 1, {0xff000003}));
  for (const auto& path : {a, b, a, c}) ASSERT_TRUE(cache.get(path, {1, 1}, Fit::cover));
  for (const auto& path : {a, b, c}) std::filesystem::remove(path);
  EXPECT_TRUE(cache.get(a, {1, 1}, Fit::cover));
  EXPECT_TRUE(cache.get(c, {1, 1}, Fit::cover));
  EXPECT_FALSE(cache.get(b, {1, 1}, Fit::cover));
}

TEST_F(Cache, DecodesOnceForAllWhoAskAtOnce) {
  PictureCache cache(1 << 20);
  const auto path = write("a.bmp", bmp(64, 64, std::vector<std::uint32_t>(64 * 64, 0xff010203)));
  std::vector<SharedImage> images(8);
  {
    std::vector<std::jthread> threads;
    for (auto& image : images)
      threads.emplace_back([&] {
        if (const auto got = cache.get(path, {64, 64}, Fit::cover)) image = *got;
      });
  }
  ASSERT_TRUE(images.front());
  for (const auto& image : images) EXPECT_EQ(image, images.front());
}

}  // namespace
}  // namespace lectern::images
