#include "presenter/images/orientation.h"

#include <gtest/gtest.h>

#include <vector>

#include "tests/unit/images/test_pictures.h"

namespace lectern::images {
namespace {

Pixmap pixmap(PixelSize size, Pixels pixels) {
  Pixmap made(size);
  made.pixels = std::move(pixels);
  return made;
}

// EXIF 2.32 §4.6.4: where row 0 and column 0 of what is stored lie in what is seen. The letter F, stored each
// way.
TEST(Upright, TurnsEachOfTheEightWays) {
  const Pixels upright_f = {1, 2, 3, 4, 5, 6};  // 2 wide, 3 high
  const struct {
    int orientation;
    PixelSize stored;
    Pixels pixels;
  } ways[] = {
      {1, {2, 3}, {1, 2, 3, 4, 5, 6}}, {2, {2, 3}, {2, 1, 4, 3, 6, 5}}, {3, {2, 3}, {6, 5, 4, 3, 2, 1}},
      {4, {2, 3}, {5, 6, 3, 4, 1, 2}}, {5, {3, 2}, {1, 3, 5, 2, 4, 6}}, {6, {3, 2}, {2, 4, 6, 1, 3, 5}},
      {7, {3, 2}, {6, 4, 2, 5, 3, 1}}, {8, {3, 2}, {5, 3, 1, 6, 4, 2}},
  };
  for (const auto& way : ways) {
    const Pixmap seen = upright(pixmap(way.stored, way.pixels), way.orientation);
    EXPECT_EQ(seen.size, (PixelSize{2, 3})) << way.orientation;
    EXPECT_EQ(seen.pixels, upright_f) << way.orientation;
  }
}

TEST(ReadOrientation, IsUprightWhereNothingSaysOtherwise) {
  const FileBytes no_exif = {0xff, 0xd8, 0xff, 0xdb, 0, 3, 0, 0xff, 0xd9};
  EXPECT_EQ(read_orientation(no_exif, Format::jpeg), 1);
  for (const Format format : {Format::jpeg, Format::png, Format::gif, Format::bmp})
    EXPECT_EQ(read_orientation({}, format), 1);
}

TEST(ReadOrientation, FindsAPngsBehindItsPixels) {
  FileBytes png = {0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0, 0,  0,   1,   'I', 'D', 'A',
                   'T',  7,   0,   0,   0,    0,    0,    0,    0, 26, 'e', 'X', 'I', 'f'};
  const FileBytes exif = exif_of(8);
  png.insert(png.end(), exif.begin(), exif.end());
  EXPECT_EQ(read_orientation(png, Format::png), 1) << "cut off before its check sum";
  png.resize(png.size() + 4);
  EXPECT_EQ(read_orientation(png, Format::png), 8);
}

}  // namespace
}  // namespace lectern::images
