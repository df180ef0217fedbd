// Where everything lies on the slides in decks/, box by box, as it was when somebody looked at it:
// layouts/*.txt, in pixels of a display of 1920×1080.
#include <gtest/gtest.h>

#include <charconv>
#include <cmath>
#include <fstream>
#include <iterator>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include "common/deck/theme_name.h"
#include "presenter/stage/slide_painter.h"
#include "tests/golden/golden_file.h"
#include "tests/support/themes.h"

namespace lectern {
namespace {

constexpr PixelSize display{1920, 1080};
constexpr double tolerance_pixels = 2;  // versions of a font differ by so much
constexpr std::size_t shown_characters = 24;

struct Case {
  std::string deck;
  std::string theme = "night";

  std::string name() const { return theme == "night" ? deck : deck + "-" + theme; }
};

std::string read(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

std::string beginning(std::string_view text) {
  std::size_t end = 0, characters = 0;
  for (; end < text.size(); ++end)
    if ((text[end] & 0xC0) != 0x80 && characters++ == shown_characters) break;
  return std::string(text.substr(0, end));
}

/// Of a box or of letters.
std::string place(const auto& one) {
  std::ostringstream text;
  text << " “" << beginning(one.text) << "”";
  for (const double value : {one.x, one.y, one.width, one.height}) text << ' ' << std::lround(value);
  return text.str();
}

/// "slide 3 at 80 %", then a line for each of its boxes: kind, text, x, y, width, height, lines of text; then
/// one for each stretch of letters in one font: text and where their ink lies.
std::vector<std::string> describe(const deck::Deck& deck, stage::SlidePainter& painter) {
  std::vector<std::string> lines;
  for (std::size_t i = 0; i < deck.slides.size(); ++i) {
    const stage::Proof proof = painter.proof(deck, i, display, {16, 9});
    lines.push_back("slide " + deck::to_string(deck.slides[i].address) + " at " +
                    std::to_string(std::lround(100 * proof.fit)) + " %");
    for (const auto& box : proof.boxes)
      lines.push_back(box.kind + place(box) + ' ' + std::to_string(box.line_count));
    for (const auto& letters : proof.letters) {
      lines.push_back("ink" + place(letters));
      EXPECT_TRUE(letters.missing.empty()) << "no font has all of “" << letters.text << "”";
    }
  }
  return lines;
}

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

/// What stands before the figures, the figures, and the count of lines.
struct Entry {
  std::string words;
  std::vector<double> figures;
};

Entry entry_of(std::string line) {
  Entry entry;
  for (int i = 0; i < 5; ++i) {
    const std::size_t space = line.rfind(' ');
    double figure = 0;
    const char* const end = line.data() + line.size();
    if (space == line.npos || std::from_chars(line.data() + space + 1, end, figure).ptr != end) break;
    entry.figures.push_back(figure);
    line.resize(space);
  }
  entry.words = std::move(line);
  return entry;
}

bool agree(const std::string& actual, const std::string& expected) {
  const Entry a = entry_of(actual), b = entry_of(expected);
  if (a.words != b.words || a.figures.size() != b.figures.size()) return false;
  for (std::size_t i = 0; i < a.figures.size(); ++i) {
    const double tolerance =
        i == 0 ? 0 : tolerance_pixels;  // the count of lines comes first, read from the end
    if (std::abs(a.figures[i] - b.figures[i]) > tolerance) return false;
  }
  return true;
}

class GoldenBoxes : public testing::TestWithParam<Case> {};

TEST_P(GoldenBoxes, LieWhereTheyLay) {
  const Case& c = GetParam();
  const auto decks = test::golden_folder / "decks";
  const auto read_deck = deck::read_deck(read(decks / (c.deck + ".md")));
  ASSERT_TRUE(read_deck) << read_deck.error().message;
  EXPECT_TRUE(read_deck->diagnostics.empty()) << read_deck->diagnostics.front().message;
  auto painter = stage::SlidePainter::create(decks, LECTERN_FONT_DIR, test::theme(c.theme));
  ASSERT_TRUE(painter) << painter.error().message;
  const std::vector<std::string> actual = describe(read_deck->deck, *painter);

  const auto golden_file = test::golden_folder / "layouts" / (c.name() + ".txt");
  const auto actual_file = test::renews_golden() ? golden_file : test::actual_file(c.name() + ".txt");
  std::ofstream out(actual_file);
  for (const std::string& line : actual) out << line << '\n';
  out.close();
  const std::vector<std::string> expected = lines_of(read(golden_file));
  for (std::size_t i = 0; i < std::max(actual.size(), expected.size()); ++i) {
    const std::string mine = i < actual.size() ? actual[i] : "nothing";
    const std::string golden = i < expected.size() ? expected[i] : "nothing";
    EXPECT_TRUE(agree(mine, golden)) << golden_file.string() << ':' << i + 1 << ": " << golden << "\nbut now "
                                     << actual_file.string() << ": " << mine;
  }
}

std::vector<Case> cases() {
  std::vector<Case> all = {{"blocks"}, {"scripts"}, {"tables"}};
  for (const std::string_view theme : deck::theme_names) all.push_back({"themed", std::string(theme)});
  return all;
}

INSTANTIATE_TEST_SUITE_P(All, GoldenBoxes, testing::ValuesIn(cases()), [](const auto& c) {
  std::string name = c.param.name();
  for (char& character : name)
    if (character == '-') character = '_';
  return name;
});

}  // namespace
}  // namespace lectern
