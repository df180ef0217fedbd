// The decks that real people presented, against what reveal-md showed of them in a browser
// (shared/expected/README.md).
#include "common/deck/deck.h"

#include <gtest/gtest.h>

#include <boost/json.hpp>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include "tests/support/browser_text.h"

namespace lectern::deck {
namespace {

namespace json = boost::json;
const std::filesystem::path shared = std::filesystem::path(LECTERN_SOURCE_DIR) / ".." / "shared";

std::string contents(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

std::string base_name(std::string_view path) {
  return path == "none" ? "" : std::filesystem::path(path).filename().string();
}

class DeckAsInABrowser : public testing::TestWithParam<const char*> {};

TEST_P(DeckAsInABrowser, HasTheSameSlidesTextsNotesAndBackgrounds) {
  const std::filesystem::path deck_file = shared / "decks" / GetParam() / "slides.md";
  const std::filesystem::path expected_file = shared / "expected" / (std::string(GetParam()) + ".json");
  if (!exists(deck_file) || !exists(expected_file)) GTEST_SKIP() << "no decks at " << shared;

  const auto read = read_deck(contents(deck_file));
  ASSERT_TRUE(read) << read.error().message;
  EXPECT_TRUE(read->diagnostics.empty())
      << read->diagnostics.front().line << ": " << read->diagnostics.front().message;
  const json::value expected = json::parse(contents(expected_file));
  const json::array& slides = expected.at("slides").as_array();
  ASSERT_EQ(read->deck.slides.size(), slides.size());
  for (std::size_t i = 0; i < slides.size(); ++i) {
    const Slide& slide = read->deck.slides[i];
    const json::value& shown = slides[i];
    const auto text = [&](const char* key) { return std::string(shown.at(key).as_string()); };
    SCOPED_TRACE(text("slide"));
    EXPECT_EQ(to_string(slide.address), text("slide"));
    EXPECT_EQ(test::folded(plain_text(slide.content)), test::folded(text("text")));
    EXPECT_EQ(test::without_spaces(test::folded(plain_text(read_markdown(slide.notes)))),
              test::without_spaces(test::folded(text("notes"))));
    const json::value& background = shown.at("background");
    const auto& images = slide.background.images;
    EXPECT_EQ(images.empty() ? "" : base_name(images.front()),
              base_name(std::string(background.at("image").as_string())));
    if (!images.empty()) {
      EXPECT_NEAR(slide.background.image_opacity, background.at("opacity").to_number<double>(), 0.001);
    }
  }
}

INSTANTIATE_TEST_SUITE_P(All, DeckAsInABrowser,
                         testing::Values("community-safety-2022", "policy-review-2021", "photographs"),
                         [](const auto& deck) {
                           std::string name = deck.param;
                           for (char& c : name) c = c == '-' ? '_' : c;
                           return name;
                         });

}  // namespace
}  // namespace lectern::deck
