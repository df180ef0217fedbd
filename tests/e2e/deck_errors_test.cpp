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

TEST(DeckErrors, AFolderIsNoDeck) {
  expect_unusable(present("/tmp"), "is a folder");
}

TEST(DeckErrors, AnEmptyDeckHasNoSlides) {
  const test::Folder folder;
  expect_unusable(present(folder.write("empty.md", "")), "no slides");
}

TEST(DeckErrors, TextThatIsNotUtf8SaysWhere) {
  const test::Folder folder;
  expect_unusable(present(folder.write("broken.md", "# Fine\n\nnot \xff fine\n")), "UTF-8");
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
