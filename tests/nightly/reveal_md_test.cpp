// The deck language against reveal-md itself: where the specification says that it shows the same, it must.
#include <gtest/gtest.h>

#include <boost/json.hpp>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include "common/deck/deck.h"
#include "tests/support/browser_text.h"
#include "tests/support/folder.h"
#include "tests/support/process.h"
#include "tests/support/specification.h"

namespace lectern::deck {
namespace {

namespace json = boost::json;
const std::filesystem::path reader =
    std::filesystem::path(LECTERN_SOURCE_DIR) / ".." / "shared" / "tools" / "read_reveal.mjs";
const std::filesystem::path node_folder = std::filesystem::path(LECTERN_SOURCE_DIR) / "build" / "npm";

std::string contents(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

void expect_same(const Deck& deck, const json::value& shown) {
  const json::array& slides = shown.at("slides").as_array();
  ASSERT_EQ(deck.slides.size(), slides.size());
  for (std::size_t i = 0; i < slides.size(); ++i) {
    const auto text = [&](const char* key) { return std::string(slides[i].at(key).as_string()); };
    EXPECT_EQ(to_string(deck.slides[i].address), text("slide"));
    EXPECT_EQ(test::folded(plain_text(deck.slides[i].content)), test::folded(text("text")));
    EXPECT_EQ(test::without_spaces(test::folded(plain_text(read_markdown(deck.slides[i].notes)))),
              test::without_spaces(test::folded(text("notes"))));
  }
}

TEST(RevealMd, ShowsTheSameWhereTheSpecificationSaysSo) {
  if (!exists(reader) || !exists(node_folder / "node_modules" / "reveal-md"))
    GTEST_SKIP() << "no reveal-md in " << node_folder << ", or no " << reader;
  const test::Folder folder;
  int count = 0;
  for (const test::Example& example : test::specification())
    if (example.as_in_reveal) folder.write(std::to_string(example.line) + ".md", example.deck), ++count;
  ASSERT_GT(count, 5);
  const test::Finished shown =
      test::run({LECTERN_SOURCE_DIR "/tests/nightly/show_in_reveal_md.sh", node_folder.string(),
                 absolute(reader).string(), folder.path().string()});
  ASSERT_EQ(shown.exit_code, 0) << shown.errors;
  for (const test::Example& example : test::specification()) {
    if (!example.as_in_reveal) continue;
    SCOPED_TRACE("docs/deck-specification.md:" + std::to_string(example.line));
    const auto read = read_deck(example.deck);
    ASSERT_TRUE(read);
    expect_same(read->deck, json::parse(contents(folder.path() / (std::to_string(example.line) + ".json"))));
  }
}

}  // namespace
}  // namespace lectern::deck
