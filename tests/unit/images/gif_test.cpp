#include "presenter/images/gif.h"

#include <gtest/gtest.h>

#include <string_view>

#include "presenter/images/image.h"
#include "tests/unit/images/test_pictures.h"

namespace lectern::images {
namespace {

using namespace std::string_view_literals;

/// Black, red, lime and blue, on a screen of 4×4.
constexpr auto screen = "GIF89a\4\0\4\0\x81\0\0\0\0\0\xff\0\0\0\xff\0\0\0\xff"sv;

using Colors = std::vector<unsigned>;

struct Code {
  unsigned value = 0, bits = 0;
};

/// An image of four colours with these codes in a block.
FileBytes image(int left, int top, int width, int height, int flags, const std::vector<Code>& codes) {
  FileBytes bytes = {0x2c};
  for (const int value : {left, top, width, height}) append(bytes, static_cast<std::uint32_t>(value), 2);
  append(bytes, static_cast<std::uint32_t>(flags), 1);
  FileBytes packed;
  unsigned held = 0, bits = 0;
  for (const Code& code : codes) {
    held |= code.value << bits;
    for (bits += code.bits; bits >= 8; bits -= 8, held >>= 8)
      packed.push_back(static_cast<std::uint8_t>(held));
  }
  packed.push_back(static_cast<std::uint8_t>(held));
  bytes.push_back(2);
  bytes.push_back(static_cast<std::uint8_t>(packed.size()));
  bytes.insert(bytes.end(), packed.begin(), packed.end());
  bytes.push_back(0);
  return bytes;
}

/// The same with a code for each colour, behind one that clears, so that none is longer than 3 bits.
FileBytes image(int left, int top, int width, int height, int flags, const Colors& colors) {
  std::vector<Code> codes;
  for (const unsigned color : colors) {
    codes.push_back({4, 3});
    codes.push_back({color, 3});
  }
  codes.push_back({5, 3});
  return image(left, top, width, height, flags, codes);
}

FileBytes joined(const std::vector<FileBytes>& parts) {
  FileBytes all;
  for (const FileBytes& part : parts) all.insert(all.end(), part.begin(), part.end());
  return all;
}

Pixels pixels_of(const FileBytes& file) {
  const auto made = make_image(file, {4, 4}, Fit::inside);
  return made ? made->pixels.pixels : Pixels{};
}

constexpr std::uint32_t none = 0, black = 0xff000000, red = 0xffff0000, lime = 0xff00ff00, blue = 0xff0000ff;

TEST(Gif, ShowsItsFirstImageWhereItLiesOnTheScreen) {
  const auto file = joined(
      {bytes_of(screen), image(1, 2, 2, 1, 0, Colors{1, 3}), image(0, 0, 4, 1, 0, Colors{2, 2, 2, 2})});
  EXPECT_EQ(pixels_of(file), (Pixels{none, none, none, none, none, none, none, none,  //
                                                         none, red, blue, none, none, none, none, none}));
}

TEST(Gif, CutsWhatLiesBesideTheScreen) {
  EXPECT_EQ(pixels_of(joined({bytes_of(screen), image(3, 3, 2, 2, 0, Colors{1, 2, 3, 1})})).back(), red);
  EXPECT_EQ(pixels_of(joined({bytes_of(screen), image(9, 9, 1, 1, 0, Colors{1})})),
            Pixels(16));
}

TEST(Gif, PutsInterlacedRowsInTheirPlaces) {
  const auto file = joined({bytes_of(screen), image(0, 0, 1, 4, 0x40, Colors{0, 2, 1, 3})});
  const auto pixels = pixels_of(file);
  ASSERT_EQ(pixels.size(), 16u);
  EXPECT_EQ((std::vector{pixels[0], pixels[4], pixels[8], pixels[12]}),
            (std::vector{black, red, lime, blue}));
}

TEST(Gif, PacksARunOfOneColourIntoEverLongerCodes) {
  std::vector<Code> codes = {
      {4, 3}, {1, 3}};  // then each is one longer than the one before, and not known until then
  for (unsigned code = 6; code <= 16; ++code) codes.push_back({code, code < 8 ? 3u : code < 16 ? 4u : 5u});
  codes.push_back({2, 5});
  const auto file = joined({bytes_of(screen), image(0, 0, 79, 1, 0, codes)});
  const auto found = find_gif_image(file);
  ASSERT_TRUE(found);
  const auto decoded = decode_gif(*found);
  ASSERT_TRUE(decoded);
  const auto& rows = decoded->rows;
  ASSERT_EQ(rows.size, (PixelSize{79, 4}));
  for (int x = 0; x < 79; ++x) {
    EXPECT_EQ(rows.first[4 * x], x < 78 ? 255 : 0) << x;
    EXPECT_EQ(rows.first[4 * x + 1], x < 78 ? 0 : 255) << x;
  }
}

TEST(Gif, ThatIsDamagedIsTransparentFromThere) {
  auto file = joined({bytes_of(screen), image(0, 0, 4, 4, 0, Colors{1, 2})});
  EXPECT_EQ(pixels_of(file).at(1), lime);
  EXPECT_EQ(pixels_of(file).at(2), none);
  EXPECT_TRUE(pixels_of(joined({bytes_of(screen), image(0, 0, 4, 4, 0, Colors{})})).empty())
      << "nothing at all";
}

TEST(Gif, MeansTheImageThatWasLookedAt) {
  // Of the first image the codes are impossible; a second one of 65,535 × 65,535 is not gone on to.
  const auto file = bytes_of(
      "GIF89a\2\0\1\0\x80\0\0abcdef,\0\0\0\0\2\0\1\0\0\x0d\1a\0,\0\0\0\0\xff\xff\xff\xff\0\2\1a\0;"sv);
  EXPECT_TRUE(pixels_of(file).empty());
}

}  // namespace
}  // namespace lectern::images
