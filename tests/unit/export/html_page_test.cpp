#include "presenter/export/html_page.h"

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>

#include "presenter/export/data_uri.h"
#include "tests/unit/export/exported.h"

namespace lectern::exporting {
namespace {

constexpr PixelSize shape{1600, 900};

class HtmlPageTest : public testing::Test {
 protected:
  Result<Outcome> write(std::string_view text, HtmlKind kind, const Progress& progress = {}) {
    auto painter = painter_in(folder_);
    return write_html(deck_from(text), painter, kind, shape, path_, progress);
  }

  std::string written(std::string_view text, HtmlKind kind = HtmlKind::document) {
    const auto outcome = write(text, kind);
    EXPECT_TRUE(outcome && *outcome == Outcome::written);
    std::ifstream file(path_);
    return {std::istreambuf_iterator<char>(file), {}};
  }

  test::Folder folder_;
  std::filesystem::path path_ = folder_.path() / "out.html";
};

std::size_t count(std::string_view text, std::string_view part) {
  std::size_t found = 0;
  for (std::size_t at = text.find(part); at != std::string_view::npos; at = text.find(part, at + 1)) ++found;
  return found;
}

TEST_F(HtmlPageTest, ADocumentHasNoNotesAndNoScript) {
  const std::string html = written("# A\n\nNote:\n\nsecret\n\n---\n\n# B\n");
  EXPECT_EQ(count(html, "<section id=\"slide-"), 2u);
  EXPECT_EQ(count(html, "data:image/jpeg;base64,"), 2u);
  EXPECT_EQ(html.find("secret"), std::string::npos);
  EXPECT_EQ(html.find("<script"), std::string::npos);
  EXPECT_EQ(html.find("script-src"), std::string::npos);
}

TEST_F(HtmlPageTest, AShowHasNotesAndAPictureOfEachStep) {
  const std::string html =
      written("# A\n\nb <!-- .element: class=\"fragment\" -->\n\nNote:\n\nSay *this*.\n", HtmlKind::show);
  EXPECT_NE(html.find("data-pictures=\"1 0\""), std::string::npos);
  EXPECT_EQ(count(html, "data:image/jpeg;base64,"), 2u);
  EXPECT_NE(html.find("Say <em>this</em>."), std::string::npos);
  EXPECT_NE(html.find("script-src 'sha256-"), std::string::npos);
}

TEST_F(HtmlPageTest, StepsThatLookTheSameShareAPicture) {
  const std::string html = written("# A\n\nb <!-- .element: class=\"fragment custom\" -->\n", HtmlKind::show);
  EXPECT_NE(html.find("data-pictures=\"0 0\""), std::string::npos);
  EXPECT_EQ(count(html, "data:image/jpeg;base64,"), 1u);
}

TEST_F(HtmlPageTest, ASlideWithoutAHeadingIsKnownByItsNumber) {
  const std::string html = written("# A\n\n---\n\nonly text\n");
  EXPECT_NE(html.find("<p class=\"number\">Slide 1 of 2</p>"), std::string::npos);
  EXPECT_NE(html.find("<h2 class=\"number\">Slide 2 of 2</h2>"), std::string::npos);
}

TEST_F(HtmlPageTest, TheLanguageIsTheDecksAndOurWordsAreEnglish) {
  const std::string html = written("---\nlang: cy\n---\n# Cyllideb\n");
  EXPECT_NE(html.find("<html lang=\"cy\">"), std::string::npos);
  EXPECT_NE(html.find("<p class=\"number\" lang=\"en\">"), std::string::npos);
  EXPECT_NE(written("# A\n").find("<html lang=\"en\">"), std::string::npos);
}

TEST_F(HtmlPageTest, StoppedItLeavesWhatWasThere) {
  { std::ofstream(path_) << "earlier"; }
  const auto outcome = write("# A\n\n---\n\n# B\n", HtmlKind::document, [](auto, auto) { return Go::stop; });
  ASSERT_TRUE(outcome);
  EXPECT_EQ(*outcome, Outcome::stopped);
  EXPECT_EQ(names_in(folder_.path()), std::vector<std::string>{"out.html"});
}

TEST_F(HtmlPageTest, WhereNothingCanBeWrittenTheMessageNamesTheFile) {
  path_ = folder_.path() / "nowhere" / "out.html";
  const auto outcome = write("# A\n", HtmlKind::document);
  ASSERT_FALSE(outcome);
  EXPECT_NE(outcome.error().message.find("nowhere"), std::string::npos);
}

TEST(DataUri, IsBase64WithItsPadding) {  // RFC 4648 §10
  const std::string start = "data:image/jpeg;base64,";
  EXPECT_EQ(jpeg_data_uri(""), start);
  EXPECT_EQ(jpeg_data_uri("f"), start + "Zg==");
  EXPECT_EQ(jpeg_data_uri("fo"), start + "Zm8=");
  EXPECT_EQ(jpeg_data_uri("foo"), start + "Zm9v");
  EXPECT_EQ(jpeg_data_uri("foob"), start + "Zm9vYg==");
}

}  // namespace
}  // namespace lectern::exporting
