#include "presenter/app/today.h"

#include <gtest/gtest.h>

namespace lectern::app {
namespace {

TEST(Today, IsWrittenAsInBritain) {
  using namespace std::chrono;
  EXPECT_EQ(in_words(year(2026) / November / 22), "22 November 2026");
  EXPECT_EQ(in_words(year(2024) / January / 1), "1 January 2024");
}

TEST(Today, IsADayOfThisCentury) {
  const std::string words = today();
  EXPECT_NE(words.find(" 20"), std::string::npos) << words;
}

}  // namespace
}  // namespace lectern::app
