// docs/deck-specification.md says what decks mean: every example in it is read, and must come out as it says.
#include "tests/support/specification.h"

#include <gtest/gtest.h>

#include <fstream>
#include <sstream>
#include <string>

#include "common/deck/deck.h"
#include "tests/support/describe_deck.h"

namespace lectern::deck {
namespace {

class Specification : public testing::TestWithParam<std::size_t> {};

TEST_P(Specification, HoldsInThisExample) {
  const test::Example& example = test::specification()[GetParam()];
  Beside beside;
  beside.reveal_md_json = example.reveal_md_json;
  const auto read = read_deck(example.deck, beside);
  const std::string actual = read ? test::describe(*read) : "refused: " + read.error().message + "\n";
  EXPECT_EQ(actual, example.expected) << "docs/deck-specification.md:" << example.line << "\n"
                                      << example.deck;
}

INSTANTIATE_TEST_SUITE_P(All, Specification, testing::Range<std::size_t>(0, test::specification().size()),
                         [](const auto& index) {
                           return "Line" + std::to_string(test::specification()[index.param].line);
                         });

TEST(SpecificationDocument, HasExamples) {
  EXPECT_GT(test::specification().size(), 60u);
}

TEST(DeckLanguage, ListsEveryCodeOfARemark) {
  std::ifstream page(LECTERN_SOURCE_DIR "/docs/deck-language.md");
  std::stringstream text;
  text << page.rdbuf();
  for (const Code code : all_codes())
    EXPECT_NE(text.str().find("`" + std::string(name_of(code)) + "`"), std::string::npos) << name_of(code);
}

}  // namespace
}  // namespace lectern::deck
