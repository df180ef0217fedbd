// A few slides as pictures, as they were when somebody looked at them: pictures/*.png. Only what boxes cannot
// tell: scripts, emoji, colours, shadows.
#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <string>

#include "presenter/export/png.h"
#include "presenter/images/image.h"
#include "presenter/stage/slide_painter.h"
#include "tests/golden/golden_file.h"
#include "tests/support/themes.h"

namespace lectern {
namespace {

constexpr PixelSize size{480, 270};
constexpr double most_difference = 0.2;  // of 255, a pixel on average: the edges of letters differ by less

struct Case {
  std::string name;
  std::string deck;
  std::string slide;
  std::string theme = "night";
};

std::ostream& operator<<(std::ostream& out, const Case& c) {
  return out << c.name;
}

std::string read(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

int distance(std::uint32_t a, std::uint32_t b) {
  int most = 0;
  for (const int shift : {0, 8, 16})
    most = std::max(most, std::abs(static_cast<int>(a >> shift & 255) - static_cast<int>(b >> shift & 255)));
  return most;
}

class GoldenPicture : public testing::TestWithParam<Case> {};

TEST_P(GoldenPicture, LooksAsItLooked) {
  const Case& c = GetParam();
  const auto decks = test::golden_folder / "decks";
  const auto deck = deck::read_deck(read(decks / (c.deck + ".md")));
  ASSERT_TRUE(deck) << deck.error().message;
  const auto index = deck::find_slide(deck->deck, *deck::parse_address(c.slide));
  ASSERT_TRUE(index);
  auto painter = stage::SlidePainter::create(decks, LECTERN_FONT_DIR, test::theme(c.theme));
  ASSERT_TRUE(painter) << painter.error().message;
  const Pixmap actual = painter->paint(deck->deck, *index, size);

  const auto golden_file = test::golden_folder / "pictures" / (c.name + ".png");
  const auto actual_file = test::renews_golden() ? golden_file : test::actual_file(c.name + ".png");
  ASSERT_TRUE(exporting::write_png(actual, actual_file));
  const auto golden = images::load_image(golden_file, size, images::Fit::inside);
  ASSERT_TRUE(golden) << golden.error().message;
  ASSERT_EQ(golden->pixels.size, size);

  Pixmap difference(size);
  double sum = 0;
  for (std::size_t i = 0; i < actual.pixels.size(); ++i) {
    const int far = distance(actual.pixels[i], golden->pixels.pixels[i]);
    sum += far;
    difference.pixels[i] = 0xff000000u | static_cast<std::uint32_t>(far) * 0x010101u;
  }
  const double mean = sum / static_cast<double>(actual.pixels.size());
  if (mean <= most_difference) return;
  const auto difference_file = test::actual_file(c.name + ".difference.png");
  EXPECT_TRUE(exporting::write_png(difference, difference_file));
  FAIL() << "differs by " << mean << " of 255 from " << golden_file << "; look at " << actual_file << " and "
         << difference_file;
}

INSTANTIATE_TEST_SUITE_P(All, GoldenPicture,
                         testing::Values(Case{"arabic", "scripts", "3"}, Case{"emoji", "scripts", "9"},
                                         Case{"blocks", "blocks", "2"}, Case{"fragments", "fragments", "1"},
                                         Case{"league", "themed", "1", "league"}),
                         [](const auto& c) { return c.param.name; });

}  // namespace
}  // namespace lectern
