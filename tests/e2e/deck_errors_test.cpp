// What a person is told about a deck that cannot be shown.
#include <gtest/gtest.h>

#include <filesystem>

#include "tests/support/folder.h"
#include "tests/support/presenter.h"

namespace lectern {
namespace {

using test::Finished;

Finished present(const std::string& deck) {
  return test::run({test::presenter_program, deck, "--headless", "--port", "0"});
}

void expect_unusable(const Finished& finished, std::string_view says) {
  EXPECT_EQ(finished.exit_code, 2);
  EXPECT_NE(finished.errors.find(says), std::string::npos) << finished.errors;
  EXPECT_EQ(finished.output, "");
}

TEST(DeckErrors, AMissingFileIsNamed) {
  expect_unusable(present("/no/such/deck.md"), "/no/such/deck.md cannot be opened");
}

TEST(DeckErrors, AFolderWithoutADeckSaysWhatToDo) {
  const test::Folder folder;
  expect_unusable(present(folder.path()), "put a file slides.md into it");
  folder.write("a.md", "# A");
  folder.write("b.md", "# B");
  expect_unusable(present(folder.path()), "holds several decks");
}

TEST(DeckErrors, AnEmptyDeckHasNoSlides) {
  const test::Folder folder;
  expect_unusable(present(folder.write("empty.md", "")), "no slides");
}

TEST(DeckErrors, AFileThatIsNoTextIsRefused) {
  const test::Folder folder;
  expect_unusable(present(folder.write("picture.md", std::string_view("\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 16))),
                  "picture.md");
}

TEST(Decks, InAFolderAreFound) {
  for (const char* name : {"slides.md", "index.md", "talk.md"}) {
    const test::Folder folder;
    folder.write(name, "# Found");
    folder.write("notes.txt", "no deck");
    const test::Presenter presenter(folder.path());
    EXPECT_NE(presenter.remote({"outline"}).output.find("Found"), std::string::npos) << name;
  }
}

TEST(Decks, AreReadWithWhatStandsBesideThem) {
  const test::Folder folder;
  folder.write("reveal-md.json", R"({"separator": "^={3}$"})");
  const test::Presenter presenter(folder.write("slides.md", "# One\n\n===\n\n# Two\n"));
  const test::Finished status = presenter.remote({"status", "--json"});
  EXPECT_NE(status.output.find("\"count\":2"), std::string::npos) << status.output;
}

TEST(Decks, InOldEncodingsAreShown) {
  const test::Folder folder;
  test::Presenter presenter(folder.write("slides.md", "# Caf\xe9 \x93today\x94\n"));
  EXPECT_NE(presenter.remote({"outline"}).output.find("Café “today”"), std::string::npos);
  EXPECT_NE(presenter.process().errors().find("Windows-1252"), std::string::npos);
}

TEST(DeckErrors, AMissingPictureIsAWarningAndTheShowGoesOn) {
  const test::Folder folder;
  const std::string deck = folder.write("slides.md", "## Hello\n\n![A map](images/map.png)\n");
  test::Presenter presenter(deck);
  ASSERT_NE(presenter.port(), 0);
  EXPECT_EQ(presenter.remote({"status"}).exit_code, 0);
  EXPECT_NE(presenter.process().errors().find("slides.md:3:"), std::string::npos)
      << presenter.process().errors();
  EXPECT_NE(presenter.process().errors().find("images/map.png"), std::string::npos);
}

TEST(DeckErrors, APortThatIsTakenIsSaid) {
  const test::Folder folder;
  const std::string deck = folder.write("slides.md", "## Hello\n");
  const test::Presenter first(deck);
  const Finished second =
      test::run({test::presenter_program, deck, "--headless", "--port", std::to_string(first.port())});
  EXPECT_EQ(second.exit_code, 3);
  EXPECT_NE(second.errors.find("--port"), std::string::npos) << second.errors;
}

TEST(Render, DrawsASlideIntoAFile) {
  const test::Folder folder;
  const std::string deck = folder.write("slides.md", "## Hello\n");
  const std::string picture = (folder.path() / "x.png").string();
  EXPECT_EQ(
      test::run({test::presenter_program, "render", deck, "--size", "640x360", "--out", picture}).exit_code,
      0);
  EXPECT_GT(std::filesystem::file_size(picture), 1000u);
}

TEST(Render, ASlideThatIsNotThereIsSaid) {
  const test::Folder folder;
  const Finished finished =
      test::run({test::presenter_program, "render", folder.write("slides.md", "## Hello\n"), "--slide", "4.2",
                 "--out", "x.png"});
  expect_unusable(finished, "no slide 4.2");
}

}  // namespace
}  // namespace lectern
