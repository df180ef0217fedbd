#include "common/base/large_pages.h"

#include <gtest/gtest.h>

#include <vector>

#include "common/base/pixmap.h"

namespace lectern {
namespace {

using Bytes = std::vector<std::uint8_t, LargePages<std::uint8_t>>;

bool is_aligned(const void* memory) {
  return reinterpret_cast<std::uintptr_t>(memory) % LargePages<int>::page_bytes == 0;
}

TEST(LargePages, BeginWhatIsLarge) {
  const Bytes photograph(18 << 20), page(LargePages<int>::page_bytes);
  EXPECT_TRUE(is_aligned(photograph.data()));
  EXPECT_TRUE(is_aligned(page.data()));
  EXPECT_TRUE(is_aligned(Pixmap({1920, 1080}).pixels.data()));
}

TEST(LargePages, AreNotWastedOnWhatIsSmall) {
  const Bytes first(100), second(100);
  EXPECT_FALSE(is_aligned(first.data()) && is_aligned(second.data()));
}

TEST(LargePages, WhatNoMachineHasIsRefusedAsByAnyAllocator) {
  EXPECT_THROW(LargePages<std::uint64_t>().allocate(std::size_t{1} << 62), std::bad_alloc);
}

}  // namespace
}  // namespace lectern
