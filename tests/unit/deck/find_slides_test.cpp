#include "common/deck/find_slides.h"

#include <gtest/gtest.h>

namespace lectern::deck {
namespace {

using Found = std::vector<std::size_t>;

const std::vector<std::string> titles = {"Welcome",
                                         "Cyngor Gwynedd",
                                         "Cyngor Môn – Tŷ’r Cyffredin",
                                         "What we did",
                                         "“Who pays?” 2nd round",
                                         "市議會預算",
                                         "",
                                         "Recycling"};

TEST(FindSlides, AWordFindsItInWhateverCapitalsAndAccents) {
  EXPECT_EQ(find_slides(titles, "cyngor"), (Found{1, 2}));
  EXPECT_EQ(find_slides(titles, "GWYNEDD"), (Found{1}));
  EXPECT_EQ(find_slides(titles, "mon"), (Found{2}));
  EXPECT_EQ(find_slides(titles, "tŷ"), (Found{2}));
}

TEST(FindSlides, TheBeginningOfAWordIsEnoughButNotItsMiddle) {
  EXPECT_EQ(find_slides(titles, "w"), (Found{0, 3, 4}));
  EXPECT_EQ(find_slides(titles, "recy"), (Found{7}));
  EXPECT_TRUE(find_slides(titles, "cycling").empty());
}

TEST(FindSlides, AllWordsMustBeThereInAnyOrder) {
  EXPECT_EQ(find_slides(titles, "gwy cyn"), (Found{1}));
  EXPECT_TRUE(find_slides(titles, "cyngor recycling").empty());
}

TEST(FindSlides, QuotesAndDashesAreNoPartOfAWord) {
  EXPECT_EQ(find_slides(titles, "who"), (Found{4}));
  EXPECT_EQ(find_slides(titles, "cyffredin"), (Found{2}));
  EXPECT_EQ(find_slides(titles, "“pays”"), (Found{4}));
  EXPECT_EQ(find_slides(titles, "2nd"), (Found{4}));
}

TEST(FindSlides, WithoutSpacesEveryCharacterIsAWord) {
  EXPECT_EQ(find_slides(titles, "預算"), (Found{5}));
  EXPECT_TRUE(find_slides(titles, "預備").empty());
}

TEST(FindSlides, WithoutAWordAllAreFound) {
  EXPECT_EQ(find_slides(titles, "").size(), titles.size());
  EXPECT_EQ(find_slides(titles, " – ").size(), titles.size());
}

}  // namespace
}  // namespace lectern::deck
