#include "presenter/images/image.h"

#include <SDL2/SDL_image.h>
#include <gtest/gtest.h>

#include <cstdlib>

#include "tests/unit/images/test_pictures.h"

namespace lectern::images {
namespace {

using LoadImage = PictureTest;

/// Left half red, right half blue, 64×32.
std::filesystem::path red_and_blue_jpeg(const std::filesystem::path& folder) {
  SDL_Surface* surface = SDL_CreateRGBSurfaceWithFormat(0, 64, 32, 24, SDL_PIXELFORMAT_RGB24);
  const SDL_Rect left{0, 0, 32, 32}, right{32, 0, 32, 32};
  SDL_FillRect(surface, &left, SDL_MapRGB(surface->format, 255, 0, 0));
  SDL_FillRect(surface, &right, SDL_MapRGB(surface->format, 0, 0, 255));
  const auto path = folder / "red_and_blue.jpg";
  EXPECT_EQ(IMG_SaveJPG(surface, path.c_str(), 95), 0) << SDL_GetError();
  SDL_FreeSurface(surface);
  return path;
}

/// Puts an EXIF segment with nothing but the orientation behind the start of the JPEG.
FileBytes with_orientation(FileBytes jpeg, std::uint8_t orientation) {
  FileBytes segment = {0xff, 0xe1, 0, 34, 'E', 'x', 'i', 'f', 0, 0};
  const FileBytes exif = exif_of(orientation);
  segment.insert(segment.end(), exif.begin(), exif.end());
  jpeg.insert(jpeg.begin() + 2, segment.begin(), segment.end());
  return jpeg;
}

bool is_red(std::uint32_t pixel) {
  return (pixel >> 16 & 0xff) > 200 && (pixel & 0xff) < 60;
}
bool is_blue(std::uint32_t pixel) {
  return (pixel >> 16 & 0xff) < 60 && (pixel & 0xff) > 200;
}

TEST_F(LoadImage, CoverFillsTheBoxFromTheMiddle) {
  const auto image = load_image(red_and_blue_jpeg(folder_), {16, 16}, Fit::cover);
  ASSERT_TRUE(image);
  EXPECT_EQ(image->natural_size, (PixelSize{64, 32}));
  ASSERT_EQ(image->pixels.size, (PixelSize{16, 16}));
  EXPECT_TRUE(is_red(image->pixels.row(8)[2]));
  EXPECT_TRUE(is_blue(image->pixels.row(8)[13]));
}

TEST_F(LoadImage, CoverIsAsGoodWhereTheRestOfATallPhotographIsNotDecoded) {
  SDL_Surface* surface = SDL_CreateRGBSurfaceWithFormat(0, 64, 512, 24, SDL_PIXELFORMAT_RGB24);
  for (int y = 0; y < 512; ++y) {
    const SDL_Rect row{0, y, 64, 1};
    const auto grey = static_cast<Uint8>(y / 2);
    SDL_FillRect(surface, &row, SDL_MapRGB(surface->format, grey, grey, grey));
  }
  const auto path = folder_ / "tall.jpg";
  ASSERT_EQ(IMG_SaveJPG(surface, path.c_str(), 95), 0) << SDL_GetError();
  SDL_FreeSurface(surface);
  const auto image = load_image(path, {64, 64}, Fit::cover);
  ASSERT_TRUE(image);
  for (const int y : {0, 31, 63})
    EXPECT_NEAR(static_cast<int>(image->pixels.row(y)[32] & 0xff), (224 + y) / 2, 3) << y;
}

TEST_F(LoadImage, InsideKeepsTheProportions) {
  const auto image = load_image(red_and_blue_jpeg(folder_), {20, 20}, Fit::inside);
  ASSERT_TRUE(image);
  EXPECT_EQ(image->pixels.size, (PixelSize{20, 10}));
}

TEST_F(LoadImage, InsideNeverScalesUp) {
  const auto image = load_image(red_and_blue_jpeg(folder_), {640, 640}, Fit::inside);
  ASSERT_TRUE(image);
  EXPECT_EQ(image->pixels.size, (PixelSize{64, 32}));
}

TEST_F(LoadImage, TurnsAPhotographAsItsExifSays) {
  const auto stored = file_bytes(red_and_blue_jpeg(folder_));
  const auto load = [&](std::uint8_t orientation, Fit fit, PixelSize box) {
    return load_image(write("turned.jpg", with_orientation(stored, orientation)), box, fit);
  };
  const auto half_turn = load(3, Fit::cover, {64, 32});
  ASSERT_TRUE(half_turn);
  EXPECT_TRUE(is_blue(half_turn->pixels.row(16)[4]));
  EXPECT_TRUE(is_red(half_turn->pixels.row(16)[60]));

  const auto clockwise = load(6, Fit::cover, {16, 32});
  ASSERT_TRUE(clockwise);
  EXPECT_EQ(clockwise->natural_size, (PixelSize{32, 64}));
  EXPECT_TRUE(is_red(clockwise->pixels.row(2)[8]));
  EXPECT_TRUE(is_blue(clockwise->pixels.row(29)[8]));

  const auto anticlockwise = load(8, Fit::inside, {1000, 16});
  ASSERT_TRUE(anticlockwise);
  ASSERT_EQ(anticlockwise->pixels.size, (PixelSize{8, 16}));
  EXPECT_TRUE(is_blue(anticlockwise->pixels.row(2)[4]));
}

TEST_F(LoadImage, TurnsAWebpToo) {
  FileBytes webp = {'R',  'I',  'F',  'F',  62,   0,    0,    0,   'W', 'E', 'B',  'P',  'V',  'P',  '8',
                    'L',  15,   0,    0,    0,    0x2f, 0x01, 0,   0,   0,   0x07, 0x10, 0xfd, 0x8f, 0xfe,
                    0x07, 0x22, 0xa2, 0xff, 0x01, 0,    'E',  'X', 'I', 'F', 26,   0,    0,    0};
  const FileBytes exif = exif_of(6);
  webp.insert(webp.end(), exif.begin(), exif.end());
  const auto image = load_image(write("turned.webp", webp), {10, 10}, Fit::inside);
  ASSERT_TRUE(image);
  EXPECT_EQ(image->natural_size, (PixelSize{1, 2}));
}

TEST_F(LoadImage, ANonsensicalOrientationIsUpright) {
  const auto path = write("odd.jpg", with_orientation(file_bytes(red_and_blue_jpeg(folder_)), 77));
  const auto image = load_image(path, {64, 32}, Fit::cover);
  ASSERT_TRUE(image);
  EXPECT_TRUE(is_red(image->pixels.row(16)[4]));
}

TEST_F(LoadImage, PremultipliesAlpha) {
  SDL_Surface* surface = SDL_CreateRGBSurfaceWithFormat(0, 1, 1, 32, SDL_PIXELFORMAT_RGBA32);
  SDL_FillRect(surface, nullptr, SDL_MapRGBA(surface->format, 255, 100, 0, 128));
  ASSERT_EQ(IMG_SavePNG(surface, (folder_ / "half.png").c_str()), 0);
  SDL_FreeSurface(surface);
  const auto image = load_image(folder_ / "half.png", {1, 1}, Fit::inside);
  ASSERT_TRUE(image);
  EXPECT_EQ(image->pixels.pixels, Pixels{0x80803200});
}

TEST_F(LoadImage, ReadsAPaletteWithATransparentColour) {
  const FileBytes gif = {'G', 'I', 'F', '8', '9',  'a',  2, 0, 1, 0,    0x80, 0, 0,    255, 0,
                         0,   0,   255, 0,   0x21, 0xf9, 4, 1, 0, 0,    0,    0, 0x2c, 0,   0,
                         0,   0,   2,   0,   1,    0,    0, 2, 2, 0x44, 0x0a, 0, 0x3b};
  const auto image = load_image(write("two.gif", gif), {2, 1}, Fit::inside);
  ASSERT_TRUE(image);
  EXPECT_EQ(image->pixels.pixels, (Pixels{0, 0xff00ff00}));
}

TEST_F(LoadImage, ReadsAPrintersFourColours) {
  // One red pixel as C, M, Y, K, written by ImageMagick.
  const FileBytes jpeg = {
      0xff, 0xd8, 0xff, 0xee, 0x00, 0x0e, 0x41, 0x64, 0x6f, 0x62, 0x65, 0x00, 0x64, 0x00, 0x00, 0x00, 0x00,
      0x02, 0xff, 0xdb, 0x00, 0x43, 0x00, 0x10, 0x0b, 0x0c, 0x0e, 0x0c, 0x0a, 0x10, 0x0e, 0x0d, 0x0e, 0x12,
      0x11, 0x10, 0x13, 0x18, 0x28, 0x1a, 0x18, 0x16, 0x16, 0x18, 0x31, 0x23, 0x25, 0x1d, 0x28, 0x3a, 0x33,
      0x3d, 0x3c, 0x39, 0x33, 0x38, 0x37, 0x40, 0x48, 0x5c, 0x4e, 0x40, 0x44, 0x57, 0x45, 0x37, 0x38, 0x50,
      0x6d, 0x51, 0x57, 0x5f, 0x62, 0x67, 0x68, 0x67, 0x3e, 0x4d, 0x71, 0x79, 0x70, 0x64, 0x78, 0x5c, 0x65,
      0x67, 0x63, 0xff, 0xdb, 0x00, 0x43, 0x01, 0x11, 0x12, 0x12, 0x18, 0x15, 0x18, 0x2f, 0x1a, 0x1a, 0x2f,
      0x63, 0x42, 0x38, 0x42, 0x63, 0x63, 0x63, 0x63, 0x63, 0x63, 0x63, 0x63, 0x63, 0x63, 0x63, 0x63, 0x63,
      0x63, 0x63, 0x63, 0x63, 0x63, 0x63, 0x63, 0x63, 0x63, 0x63, 0x63, 0x63, 0x63, 0x63, 0x63, 0x63, 0x63,
      0x63, 0x63, 0x63, 0x63, 0x63, 0x63, 0x63, 0x63, 0x63, 0x63, 0x63, 0x63, 0x63, 0x63, 0x63, 0x63, 0x63,
      0x63, 0x63, 0x63, 0xff, 0xc0, 0x00, 0x14, 0x08, 0x00, 0x01, 0x00, 0x01, 0x04, 0x01, 0x22, 0x00, 0x02,
      0x11, 0x01, 0x03, 0x11, 0x01, 0x04, 0x22, 0x00, 0xff, 0xc4, 0x00, 0x16, 0x00, 0x01, 0x01, 0x01, 0x00,
      0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x05, 0x07, 0xff, 0xc4,
      0x00, 0x14, 0x10, 0x01, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00,
      0x00, 0x00, 0x00, 0xff, 0xc4, 0x00, 0x15, 0x01, 0x01, 0x01, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00,
      0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x05, 0x06, 0xff, 0xc4, 0x00, 0x14, 0x11, 0x01, 0x00, 0x00,
      0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0xff, 0xda, 0x00,
      0x0e, 0x04, 0x01, 0x00, 0x02, 0x11, 0x03, 0x11, 0x04, 0x00, 0x00, 0x3f, 0x00, 0xb4, 0x01, 0x44, 0x1b,
      0x40, 0x01, 0xff, 0xd9};
  const auto image = load_image(write("red.jpg", jpeg), {1, 1}, Fit::inside);
  ASSERT_TRUE(image);
  EXPECT_TRUE(is_red(image->pixels.pixels[0]));
}

TEST_F(LoadImage, SaysWhichFileIsMissing) {
  const auto image = load_image(folder_ / "nowhere.jpg", {4, 4}, Fit::cover);
  ASSERT_FALSE(image);
  EXPECT_NE(image.error().message.find("nowhere.jpg"), std::string::npos);
  EXPECT_FALSE(load_image(folder_, {4, 4}, Fit::cover)) << "a folder is no picture";
  EXPECT_FALSE(load_image("/dev/zero", {4, 4}, Fit::cover)) << "nor is something without an end";
}

TEST_F(LoadImage, RefusesWhatIsNoPicture) {
  EXPECT_FALSE(load_image(write("empty.jpg", {}), {4, 4}, Fit::cover));
  EXPECT_FALSE(load_image(write("text.png", {'h', 'e', 'l', 'l', 'o'}), {4, 4}, Fit::cover));
}

TEST_F(LoadImage, RefusesAHugePictureByItsHeader) {
  FileBytes huge = bmp(1, 1, {0});
  huge[18] = 0x60, huge[19] = 0xea, huge[22] = 0x60, huge[23] = 0xea, huge[24] = 0,
  huge[25] = 0;  // 60,000 × 60,000
  const auto image = load_image(write("huge.bmp", huge), {4, 4}, Fit::cover);
  ASSERT_FALSE(image);
  EXPECT_NE(image.error().message.find("too many pixels"), std::string::npos);
}

TEST_F(LoadImage, TakesAPhotographCutShortAnywhere) {
  const auto whole = with_orientation(file_bytes(red_and_blue_jpeg(folder_)), 6);
  ASSERT_TRUE(load_image(write("whole.jpg", whole), {8, 8}, Fit::cover));
  for (std::size_t length = 0; length < whole.size(); length += 7) {
    const auto image = load_image(
        write("cut.jpg", {whole.begin(), whole.begin() + static_cast<long>(length)}), {8, 8}, Fit::cover);
    EXPECT_TRUE(!image || image->pixels.size == (PixelSize{8, 8}));
  }
}

}  // namespace
}  // namespace lectern::images
