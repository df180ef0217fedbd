// `lectern-presenter export` and `render --all` as their users run them. Poppler reads what they write.
#include <gtest/gtest.h>
#include <sys/inotify.h>
#include <unistd.h>

#include <csignal>
#include <filesystem>
#include <iterator>

#include "tests/support/folder.h"
#include "tests/support/presenter.h"

namespace lectern {
namespace {

using test::Finished;

auto file_count(const test::Folder& folder) {
  return std::distance(std::filesystem::directory_iterator(folder.path()), {});
}

class ExportTest : public testing::Test {
 protected:
  Finished save(const std::string& deck, std::vector<std::string> options = {}) const {
    options.insert(options.begin(), {test::presenter_program, "export", deck, "--pdf", pdf_});
    return test::run(options);
  }
  std::string text() const { return test::run({"pdftotext", pdf_, "-"}).output; }

  test::Folder folder_;
  std::string pdf_ = (folder_.path() / "out.pdf").string();
};

TEST_F(ExportTest, TextStaysTextInEveryScriptAndStepsAreAllThere) {
  const std::string deck = folder_.write("slides.md",
                                         "# Łódź 🎉\n\nGrüezi, 你好 <!-- .element: class=\"fragment\" "
                                         "-->\n\n---\n\n## Table\n\n| A | ok |\n|---|---|\n| b | ✅ |\n");
  const Finished finished = save(deck, {"--no-slide-number"});
  EXPECT_EQ(finished.exit_code, 0) << finished.errors;
  EXPECT_EQ(finished.errors, "");
  const std::string all = text();
  for (const char* words : {"Łódź", "🎉", "Grüezi", "Table", "✅"})
    EXPECT_NE(all.find(words), std::string::npos) << words << " in\n" << all;
  EXPECT_NE(test::run({"pdfinfo", pdf_}).output.find("Tagged:          yes"), std::string::npos);
}

TEST_F(ExportTest, AnHtmlFileIsWrittenBesideAPdfAndSaysHowLargeItIs) {
  const std::string deck = folder_.write("slides.md", "# Hello\n");
  const std::string html = (folder_.path() / "out.html").string();
  const Finished finished = save(deck, {"--html", html});
  EXPECT_EQ(finished.exit_code, 0) << finished.errors;
  EXPECT_EQ(finished.output, html + ": 1 slide, 0.0 MB\n");
  EXPECT_NE(test::run({"cat", html}).output.find("<h2>Hello</h2>"), std::string::npos);
  EXPECT_NE(text().find("Hello"), std::string::npos);
}

TEST_F(ExportTest, SomethingIsToBeWritten) {
  const std::string deck = folder_.write("slides.md", "# Hello\n");
  const Finished finished = test::run({test::presenter_program, "export", deck});
  EXPECT_EQ(finished.exit_code, 2);
  EXPECT_NE(finished.errors.find("--pdf or --html"), std::string::npos);
}

TEST_F(ExportTest, SlidesAreNumberedUnlessToldOtherwise) {
  const std::string deck = folder_.write("slides.md", "# A\n\n---\n\n# B\n");
  EXPECT_EQ(save(deck).exit_code, 0);
  EXPECT_NE(text().find("2"), std::string::npos);
  EXPECT_EQ(save(deck, {"--no-slide-number"}).exit_code, 0);
  EXPECT_EQ(text().find("2"), std::string::npos);
}

TEST_F(ExportTest, NotesAreOnTheirPagesAlone) {
  const std::string deck = folder_.write("slides.md", "# Hello\n\nNote:\n\nThank the **team**.\n");
  EXPECT_EQ(save(deck).exit_code, 0);
  EXPECT_EQ(text().find("Thank"), std::string::npos);
  EXPECT_EQ(save(deck, {"--notes"}).exit_code, 0);
  EXPECT_NE(text().find("Thank the team."), std::string::npos);
}

TEST_F(ExportTest, WhereItCannotBeWrittenItEndsWithThreeAndSaysSo) {
  pdf_ = (folder_.path() / "no" / "out.pdf").string();
  const Finished finished = save(folder_.write("slides.md", "# Hello\n"));
  EXPECT_EQ(finished.exit_code, 3);
  EXPECT_NE(finished.errors.find("out.pdf cannot be written"), std::string::npos) << finished.errors;
  EXPECT_EQ(save("/no/such/deck.md").exit_code, 2);
}

TEST_F(ExportTest, InterruptedItEndsByTheSignalAndLeavesNothing) {
  const std::string deck = folder_.write("slides.md", test::plain_deck(2000));
  const int watch = inotify_init1(IN_CLOEXEC);
  ASSERT_GE(inotify_add_watch(watch, folder_.path().c_str(), IN_CREATE), 0);
  test::Process process({test::presenter_program, "export", deck, "--pdf", pdf_});
  char event[4096];
  ASSERT_GT(read(watch, event, sizeof event), 0) << "returns when it begins to write";
  close(watch);
  process.send_signal(SIGINT);
  EXPECT_EQ(process.wait(), 128 + SIGINT);
  EXPECT_EQ(file_count(folder_), 1) << "the deck";
}

TEST(RenderAll, WritesAPictureForEverySlide) {
  const test::Folder folder;
  const std::string deck = folder.write("slides.md", "# A\n\n---\n\n# B\n");
  const std::string pictures = (folder.path() / "pictures").string();
  const auto render = [&](std::vector<std::string> options) {
    options.insert(options.begin(), {test::presenter_program, "render", deck, "--size", "320x180"});
    return test::run(options).exit_code;
  };
  EXPECT_EQ(render({"--all", "--out-dir", pictures}), 0);
  EXPECT_TRUE(std::filesystem::exists(pictures + "/001.png"));
  EXPECT_TRUE(std::filesystem::exists(pictures + "/002.png"));
  EXPECT_EQ(render({"--all"}), 2);
  EXPECT_EQ(render({"--out-dir", pictures}), 2);
  EXPECT_EQ(render({"--all", "--out-dir", pictures, "--out", "x.png"}), 2);
  EXPECT_EQ(render({}), 2);
}

}  // namespace
}  // namespace lectern
