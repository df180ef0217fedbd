#include "common/base/new_file.h"

#include <gtest/gtest.h>

#include <iterator>

#include "tests/support/folder.h"

namespace lectern {
namespace {

namespace fs = std::filesystem;

std::string content(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

auto file_count(const test::Folder& folder) {
  return std::distance(fs::directory_iterator(folder.path()), {});
}

TEST(NewFile, TakesThePlaceOfTheOldOneOnlyWhenItIsWhole) {
  const test::Folder folder;
  const fs::path path = folder.write("slides.pdf", "old");
  auto file = NewFile::beside(path);
  ASSERT_TRUE(file);
  ASSERT_TRUE(file->write("new"));
  EXPECT_EQ(content(path), "old");
  ASSERT_TRUE(file->replace());
  EXPECT_EQ(content(path), "new");
  EXPECT_EQ(file_count(folder), 1);
}

TEST(NewFile, IsGoneIfItIsNotKept) {
  const test::Folder folder;
  {
    const auto file = NewFile::beside(folder.path() / "slides.pdf");
    ASSERT_TRUE(file);
    EXPECT_TRUE(file->write("half"));
    EXPECT_EQ(file_count(folder), 1);
  }
  EXPECT_EQ(file_count(folder), 0);
}

TEST(NewFile, KeepsThePermissionsOfWhatItReplaces) {
  const test::Folder folder;
  const fs::path path = folder.write("slides.pdf", "old");
  fs::permissions(path, fs::perms::owner_read | fs::perms::owner_write);
  auto file = NewFile::beside(path);
  ASSERT_TRUE(file && file->replace());
  EXPECT_EQ(fs::status(path).permissions(), fs::perms::owner_read | fs::perms::owner_write);
}

TEST(NewFile, LeavesALinkAndReplacesWhatItLeadsTo) {
  const test::Folder folder;
  const fs::path path = folder.write("real.pdf", "old");
  fs::create_symlink(path, folder.path() / "link.pdf");
  auto file = NewFile::beside(folder.path() / "link.pdf");
  ASSERT_TRUE(file && file->write("new") && file->replace());
  EXPECT_TRUE(fs::is_symlink(folder.path() / "link.pdf"));
  EXPECT_EQ(content(path), "new");
}

TEST(NewFile, IsNotMadeInAFolderThatIsNotThereNorInsteadOfWhatIsNoFile) {
  const test::Folder folder;
  const auto nowhere = NewFile::beside(folder.path() / "no" / "slides.pdf");
  ASSERT_FALSE(nowhere);
  EXPECT_NE(nowhere.error().message.find("slides.pdf cannot be written: "), std::string::npos);
  EXPECT_FALSE(NewFile::beside(folder.path()));
  EXPECT_FALSE(NewFile::beside("/dev/null"));
}

TEST(NewFile, TakesNoNameThatIsTaken) {
  const test::Folder folder;
  {
    const NewFile file(folder.write("slides.pdf", "old"));
    EXPECT_FALSE(file.is_open());
  }
  EXPECT_EQ(content(folder.path() / "slides.pdf"), "old");
}

}  // namespace
}  // namespace lectern
