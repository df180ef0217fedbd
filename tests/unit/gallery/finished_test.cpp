#include "presenter/gallery/finished.h"

#include <gtest/gtest.h>

namespace lectern::gallery {
namespace {

Wanted slide_at(std::uint32_t number) {
  return {{"deck", number, 0}, {960, 540}};
}

server::PictureBytes bytes(std::size_t count) {
  return std::make_shared<const std::string>(count, 'x');
}

TEST(Finished, KeepsWhatWasUsedLast) {
  Finished finished(300);
  for (const std::uint32_t number : {1, 2, 3}) finished.put(slide_at(number), bytes(100));
  EXPECT_TRUE(finished.find(slide_at(1)));
  finished.put(slide_at(4), bytes(100));
  EXPECT_FALSE(finished.find(slide_at(2)));
  EXPECT_TRUE(finished.find(slide_at(1)));
  EXPECT_EQ(finished.bytes(), 300u);
}

TEST(Finished, KeepsNothingThatIsTooLarge) {
  Finished finished(300);
  finished.put(slide_at(1), bytes(100));
  finished.put(slide_at(2), bytes(301));
  EXPECT_EQ(finished.bytes(), 0u);
}

TEST(Finished, CountsAPictureOnce) {
  Finished finished(300);
  finished.put(slide_at(1), bytes(100));
  finished.put(slide_at(1), bytes(100));
  EXPECT_EQ(finished.bytes(), 100u);
}

TEST(Finished, ShrinksToTheNewest) {
  Finished finished(300);
  for (const std::uint32_t number : {1, 2, 3}) finished.put(slide_at(number), bytes(100));
  finished.shrink(150);
  EXPECT_EQ(finished.bytes(), 100u);
  EXPECT_TRUE(finished.find(slide_at(3)));
}

}  // namespace
}  // namespace lectern::gallery
