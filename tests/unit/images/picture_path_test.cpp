#include "presenter/images/picture_path.h"

#include "tests/unit/images/test_pictures.h"

namespace lectern::images {
namespace {

using FindPicture = PictureTest;

TEST_F(FindPicture, LooksBelowTheDecksFolder) {
  const auto path = write("a.jpg", {});
  EXPECT_EQ(find_picture(folder_, "a.jpg"), path);
  EXPECT_EQ(find_picture(folder_, "/a.jpg"), path);
  EXPECT_TRUE(find_picture(folder_, "./a.jpg"));
  EXPECT_FALSE(find_picture(folder_, "b.jpg"));
  EXPECT_FALSE(find_picture(folder_, "."));
  EXPECT_FALSE(find_picture(folder_, ""));
}

TEST_F(FindPicture, ReadsAWebAddressAsABrowserDoes) {
  write("town hall.jpg", {});
  write("100%25.jpg", {});
  EXPECT_EQ(find_picture(folder_, "town%20hall.jpg?v=2#top"), folder_ / "town hall.jpg");
  EXPECT_EQ(find_picture(folder_, "100%25.jpg"), folder_ / "100%25.jpg")
      << "a file of just that name comes first";
  EXPECT_FALSE(find_picture(folder_, "town%2"));
  EXPECT_FALSE(find_picture(folder_, "town%00hall.jpg"));
}

TEST_F(FindPicture, FetchesNothing) {
  EXPECT_FALSE(find_picture(folder_, "https://example.org/a.jpg"));
  EXPECT_FALSE(find_picture(folder_, "//example.org/a.jpg"));
}

}  // namespace
}  // namespace lectern::images
