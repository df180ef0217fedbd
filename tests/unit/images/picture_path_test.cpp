#include "presenter/images/picture_path.h"

#include "tests/unit/images/test_pictures.h"

namespace lectern::images {
namespace {

using FoundPicture = PictureTest;

TEST_F(FoundPicture, LooksBelowTheDecksFolder) {
  const auto path = write("a.jpg", {});
  EXPECT_EQ(find_picture(folder_, "a.jpg"), path);
  EXPECT_EQ(find_picture(folder_, "/a.jpg"), path);
  EXPECT_TRUE(find_picture(folder_, "./a.jpg"));
  EXPECT_FALSE(find_picture(folder_, "b.jpg"));
  EXPECT_FALSE(find_picture(folder_, "."));
  EXPECT_FALSE(find_picture(folder_, ""));
}

TEST_F(FoundPicture, SeesWhatComesAndGoesMeanwhile) {
  const auto age = [this](int hours) {
    std::filesystem::last_write_time(
        folder_, std::filesystem::file_time_type::clock::now() - std::chrono::hours(hours));
  };
  PictureFinder finder(folder_);
  age(2);
  EXPECT_FALSE(finder.find("A.JPG"));
  const auto path = write("a.jpg", {});
  EXPECT_EQ(finder.find("A.JPG"), path);
  age(1);
  EXPECT_EQ(finder.find("A.JPG"), path);
  std::filesystem::remove(path);
  EXPECT_FALSE(finder.find("A.JPG"));
}

TEST_F(FoundPicture, LeavesOutAQueryUnlessAFileIsCalledSo) {
  write("town hall.jpg", {});
  write("what?.jpg", {});
  EXPECT_EQ(find_picture(folder_, "town hall.jpg?v=2#top"), folder_ / "town hall.jpg");
  EXPECT_EQ(find_picture(folder_, "what?.jpg"), folder_ / "what?.jpg");
  EXPECT_FALSE(find_picture(folder_, std::string_view("town hall.jpg\0", 14)));
}

TEST_F(FoundPicture, OneFileHasOnePathHoweverItIsSpelt) {
  write("a.jpg", {});
  EXPECT_EQ(find_picture(folder_, "././x/../a.jpg"), folder_ / "a.jpg");
}

TEST_F(FoundPicture, MindsNoCapitalsWhereNoFileHasTheVeryName) {
  std::filesystem::create_directory(folder_ / "Img");
  write("Img/Bridge.JPG", {});
  EXPECT_EQ(find_picture(folder_, "img/bridge.jpg"), folder_ / "Img/Bridge.JPG");
  write("Img/bridge.jpg", {});
  EXPECT_EQ(find_picture(folder_, "img/bridge.jpg"), folder_ / "Img/bridge.jpg");
  EXPECT_FALSE(find_picture(folder_, "img/bridges.jpg"));
}

TEST_F(FoundPicture, MindsNoCapitalsOutsideAsciiEither) {
  write("Café Ω.jpg", {});
  EXPECT_EQ(find_picture(folder_, "CAFÉ ω.JPG"), folder_ / "Café Ω.jpg");
  EXPECT_FALSE(find_picture(folder_, "CAFE ω.JPG"));
}

TEST_F(FoundPicture, TakesABackslashForASlash) {
  std::filesystem::create_directory(folder_ / "img");
  write("img/a.jpg", {});
  EXPECT_EQ(find_picture(folder_, "img\\a.jpg"), folder_ / "img/a.jpg");
  EXPECT_FALSE(find_picture(folder_ / "img", "..\\img\\a.jpg"));
}

TEST_F(FoundPicture, NeverLeavesTheDecksFolder) {
  write("a.jpg", {});
  EXPECT_FALSE(find_picture(folder_ / "deck", "../a.jpg"));
  EXPECT_FALSE(find_picture(folder_ / "deck", "/../a.jpg"));
  EXPECT_FALSE(find_picture(folder_ / "deck", "x/../../a.jpg"));
}

TEST_F(FoundPicture, FetchesNothing) {
  EXPECT_FALSE(find_picture(folder_, "https://example.org/a.jpg"));
  EXPECT_FALSE(find_picture(folder_, "//example.org/a.jpg"));
}

}  // namespace
}  // namespace lectern::images
