#include "presenter/check/fix.h"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include <fstream>
#include <iterator>

#include "tests/support/folder.h"

namespace lectern::check {
namespace {

std::string content(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

/// Fixed, and as it was when fixed again.
std::string fixed(const test::Folder& folder, std::string_view text, const deck::Beside& beside = {}) {
  const auto once = fix(text, beside, folder.path());
  if (!once) return once.error().message;
  const auto twice = fix(once->bytes, beside, folder.path());
  EXPECT_TRUE(twice && twice->done.empty() && twice->bytes == once->bytes) << twice->bytes;
  EXPECT_EQ(once->done.empty(), once->bytes == text);
  return once->bytes;
}

std::string fixed(std::string_view text) {
  return fixed(test::Folder(), text);
}

TEST(Fix, LeavesAGoodDeckAsItIs) {
  for (const char* text :
       {"# A\r\n\r\nNote: b\r\n", "# A\r\rNotes:\rb", "\xEF\xBB\xBF# A\n", "# CAF\u00c9\n"})
    EXPECT_EQ(fixed(text), text);
}

TEST(Fix, SavesAsUtf8) {
  EXPECT_EQ(fixed("# Caf\xe9\r\n"), "# Caf\u00e9\r\n");
  EXPECT_EQ(fixed(std::string_view("\xFF\xFE#\0 \0A\0\r\0\n\0", 12)), "# A\r\n");
}

TEST(Fix, PutsBrokenTextRight) {
  EXPECT_EQ(fixed("# Don\u00e2\u20ac\u2122t\r\n"), "# Don\u2019t\r\n");
}

TEST(Fix, KeepsAByteOrderMark) {
  EXPECT_EQ(fixed("\xEF\xBB\xBF# A\n\nNotes :\nb\n"), "\xEF\xBB\xBF# A\n\nNote:\nb\n");
}

TEST(Fix, CallsPicturesAsTheirFilesAre) {
  const test::Folder folder;
  std::filesystem::create_directory(folder.path() / "Img");
  folder.write("Img/Town Hall.JPG", "");
  EXPECT_EQ(fixed(folder,
                  "<!-- .slide: data-background=\"./img/town hall.jpg\" -->\r\n"
                  "![town hall.jpg](img\\town%20hall.jpg \"img/town hall.jpg\")\r\n"
                  "`![](img/town%20hall.jpg)` img/town hall.jpg\r\n"),
            "<!-- .slide: data-background=\"./Img/Town Hall.JPG\" -->\r\n"
            "![town hall.jpg](Img/Town%20Hall.JPG \"img/town hall.jpg\")\r\n"
            "`![](img/town%20hall.jpg)` img/town hall.jpg\r\n");
}

TEST(Fix, CallsPicturesRightHoweverTheirNamesStandThere) {
  const test::Folder folder;
  for (const char* name : {"a.png", "b (1).png", "caf\u00e9.png"}) folder.write(name, "");
  EXPECT_EQ(fixed(folder,
                  "<!-- .slide: data-background=A.png -->\n"
                  "<!-- .slide: data-background-image=\"a.png, A.png,B (1).png\" -->\n"
                  "<img src=A.png alt=\"x, A.png\">\n\n"
                  "![](B%20%281%29.png) ![](CAF\u00c9.png) ![](CAF%C3%89.png)\n"
                  "\n```\n![](A.png)\n```\n`![](A.png)` ![](A.png)\n"),
            "<!-- .slide: data-background=a.png -->\n"
            "<!-- .slide: data-background-image=\"a.png, a.png,b (1).png\" -->\n"
            "<img src=a.png alt=\"x, A.png\">\n\n"
            "![](b%20%281%29.png) ![](caf\u00e9.png) ![](caf%C3%A9.png)\n"
            "\n```\n![](A.png)\n```\n`![](A.png)` ![](a.png)\n");
}

TEST(Fix, TakesTheLongestOfTwoNames) {
  const test::Folder folder;
  folder.write("a", "");
  folder.write("a, b.png", "");
  EXPECT_EQ(fixed(folder, "![](A) ![](<A, B.png>)\n"), "![](a) ![](<a, b.png>)\n");
}

TEST(Fix, OfManyPicturesInALongLineTakesNoTime) {
  const test::Folder folder;
  folder.write("a.png", "");
  std::string text, wanted;
  for (int i = 0; i < 20'000; ++i) text += "![a](A.png) ", wanted += "![a](a.png) ";
  const auto started = std::chrono::steady_clock::now();
  const auto once = fix(text, {}, folder.path());
  EXPECT_LT(std::chrono::steady_clock::now() - started, std::chrono::seconds(4)) << "it was 11 s once";
  EXPECT_EQ(once->bytes, wanted);
}

TEST(Fix, MarksNotesThatWereCertainlyMeant) {
  EXPECT_EQ(fixed("# A\n\n**Notes:**\nb\n\n---\n\n# B\n\nSpeaker notes:\n\nc\n"),
            "# A\n\nNote:\nb\n\n---\n\n# B\n\nNote:\n\nc\n");
  EXPECT_EQ(fixed("# A\n\n*Speaker Note:* b\n"), "# A\n\nNote: b\n");
  for (const char* text :
       {"# A\n\n*Speaker Note: b*\n", "# A\n\n- Note: b\n", "# A\n\n???\nb\n",
        "# A\n\n**Note:** free on Sundays\n", "# A\n\n### Notes\n\nb\n", "# A\n\nNote - b\n"})
    EXPECT_EQ(fixed(text), text);
}

TEST(Fix, LeavesNotesWhereTheDeckMarksThemInItsOwnWay) {
  const char* text = "---\nnotesSeparator: ^Say\n---\n# A\n\nNotes :\nb\n";
  EXPECT_EQ(fixed(text), text);
}

TEST(Fix, RefusesWhatIsNoDeck) {
  EXPECT_FALSE(fix(std::string_view("\0\1\2\3", 4), {}, "."));
}

TEST(ReplaceFile, KeepsEveryOriginalAndTheMode) {
  const test::Folder folder;
  const std::filesystem::path path = folder.write("slides.md", "one");
  chmod(path.c_str(), 0640);
  ASSERT_EQ(*replace_file(path, "two"), path.string() + ".orig");
  ASSERT_EQ(*replace_file(path, "three"), path.string() + ".orig.2");
  EXPECT_EQ(content(path), "three");
  EXPECT_EQ(content(path.string() + ".orig"), "one");
  EXPECT_EQ(content(path.string() + ".orig.2"), "two");
  struct stat status {};
  stat(path.c_str(), &status);
  EXPECT_EQ(status.st_mode & 07777, 0640u);
  EXPECT_EQ(std::distance(std::filesystem::directory_iterator(folder.path()), {}), 3);
}

TEST(ReplaceFile, WritesWhatALinkLeadsTo) {
  const test::Folder folder;
  const std::filesystem::path path = folder.write("real.md", "one"), link = folder.path() / "link.md";
  std::filesystem::create_symlink("real.md", link);
  ASSERT_TRUE(replace_file(link, "two"));
  EXPECT_TRUE(std::filesystem::is_symlink(link));
  EXPECT_EQ(content(path), "two");
  EXPECT_EQ(content(path.string() + ".orig"), "one");
}

TEST(ReplaceFile, SaysWhatIsNotThere) {
  EXPECT_FALSE(replace_file("/no/such/slides.md", "x"));
}

}  // namespace
}  // namespace lectern::check
