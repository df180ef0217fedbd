#include "presenter/gallery/names.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

namespace lectern::gallery {
namespace {

constexpr PixelSize wide{1920, 1080};
const PictureView view{"0123456789abcdef0123456789abcdef", 3, 1};

TEST(Names, AreThirtyTwoHexadecimalDigits) {
  Names names(100);
  const std::string name = names.name_of(view, wide);
  EXPECT_EQ(name.size(), 32u);
  EXPECT_TRUE(std::ranges::all_of(
      name, [](char c) { return std::string_view("0123456789abcdef").find(c) != std::string_view::npos; }));
}

TEST(Names, OfTheSameViewAreTheSame) {
  Names names(100);
  EXPECT_EQ(names.name_of(view, wide), names.name_of(view, {1280, 720}));
}

TEST(Names, DifferByDeckNumberStepAndShape) {
  Names names(100);
  const std::set<std::string> all = {names.name_of(view, wide), names.name_of({"other deck", 3, 1}, wide),
                                     names.name_of({view.deck, 31, 1}, wide),
                                     names.name_of({view.deck, 3, 11}, wide),
                                     names.name_of(view, {1024, 768})};
  EXPECT_EQ(all.size(), 5u);
}

TEST(Names, OfAnotherRunAreOthers) {
  EXPECT_NE(Names(100).name_of(view, wide), Names(100).name_of(view, wide));
}

TEST(Names, AreFoundOnceTheyWereTold) {
  Names names(100);
  const std::string name = names.name_of(view, wide);
  ASSERT_TRUE(names.find(name));
  EXPECT_EQ(*names.find(name), view);
  EXPECT_FALSE(names.find(std::string(32, '0')));
  EXPECT_FALSE(names.find(""));
}

TEST(Names, AreForgottenWhenThereAreTooMany) {
  Names names(2);
  const std::string first = names.name_of(view, wide);
  names.name_of({view.deck, 4, 0}, wide);
  names.name_of({view.deck, 4, 0}, wide);
  EXPECT_TRUE(names.find(first));
  names.name_of({view.deck, 5, 0}, wide);
  EXPECT_FALSE(names.find(first));
  EXPECT_EQ(names.name_of(view, wide), first);
  EXPECT_TRUE(names.find(first));
}

}  // namespace
}  // namespace lectern::gallery
