// Files that are no pictures, or that claim, hide or ask for too much.
#include <SDL2/SDL_image.h>
#include <gtest/gtest.h>
#include <sys/stat.h>

#include <string>

#include "presenter/images/image.h"
#include "presenter/images/probe.h"
#include "presenter/images/still.h"
#include "tests/unit/images/test_pictures.h"

namespace lectern::images {
namespace {

using namespace std::string_literals;
using namespace std::string_view_literals;

class HostileFile : public PictureTest {
 protected:
  std::string message(const FileBytes& bytes) const { return message(write("picture", bytes)); }
  static std::string message(const std::filesystem::path& path) {
    const auto image = load_image(path, {8, 8}, Fit::cover);
    return image ? "" : image.error().message;
  }
  static void expect(const std::string& message, std::string_view part) {
    EXPECT_NE(message.find(part), std::string::npos) << message;
  }
};

FileBytes joined(const std::vector<std::string_view>& parts) {
  FileBytes bytes;
  for (const std::string_view part : parts) bytes.insert(bytes.end(), part.begin(), part.end());
  return bytes;
}

TEST_F(HostileFile, OfAHugeClaimIsRefusedByItsHeader) {
  const auto too_many = "too many pixels";
  expect(message(bytes_of("\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\xea\x60\0\0\xea\x60\x08\x02\0\0\0...."sv)),
         too_many);
  expect(message(bytes_of("\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x40\0\0\0\x20\0\x08\x02\0\0\0...."sv)),
         too_many);
  expect(
      message(bytes_of("\xff\xd8\xff\xc0\x00\x11\x08\xea\x60\xea\x60\x03\x01\x11\0\x02\x11\0\x03\x11\0"sv)),
      too_many);
  expect(message(bytes_of("GIF89a\x05\0\x06\0\0\0\0,\0\0\0\0\xff\xff\xff\xff\0\0"sv)), too_many);
  expect(message(bytes_of("RIFF\x1a\0\0\0WEBPVP8X\x0a\0\0\0\0\0\0\0\xff\x3f\0\xff\x3f\0"sv)), too_many);
}

TEST_F(HostileFile, WithoutPixelsIsRefused) {
  EXPECT_NE(message(bytes_of("\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\0\0\0\0\1\x08\x02\0\0\0...."sv)), "");
  EXPECT_NE(message(bytes_of("\xff\xd8\xff\xc0\x00\x11\x08\0\0\0\1\x03\x01\x11\0\x02\x11\0\x03\x11\0"sv)),
            "");
  EXPECT_NE(message(bytes_of("GIF89a\0\0\0\0\0\0\0,\0\0\0\0\0\0\0\0\0\2\0\x3b"sv)), "");
  EXPECT_NE(message(bmp(0, 0, {})), "");
}

TEST_F(HostileFile, ThatIsNoFileIsNotWaitedFor) {
  const auto pipe = folder_ / "pipe.png";
  ASSERT_EQ(mkfifo(pipe.c_str(), 0600), 0);
  expect(message(pipe), "is not there");
  expect(message(folder_), "is not there");
  expect(message(std::filesystem::path("/dev/zero")), "is not there");
}

TEST_F(HostileFile, OfGigabytesIsRefusedUnread) {
  const auto path = write("large.png", bytes_of("\x89PNG\r\n\x1a\n"sv));
  std::filesystem::resize_file(path, std::uintmax_t{1} << 31);  // with a hole: it takes no room on the disk
  expect(message(path), "over 256 MB");
  const auto drawing = write("large.svg", bytes_of("<svg xmlns='http://www.w3.org/2000/svg'>"));
  std::filesystem::resize_file(drawing, max_svg_bytes + 1);
  expect(message(drawing), "over 16 MB");
}

TEST_F(HostileFile, ThatKeepsAJpegsDecoderBusyIsRefused) {
  FileBytes jpeg = bytes_of("\xff\xd8\xff\xc2\x00\x11\x08\0\x10\0\x10\x03\x01\x11\0\x02\x11\0\x03\x11\0"sv);
  for (int i = 0; i <= max_scan_count; ++i) {
    const auto scan = bytes_of("\xff\xda\0\x08\1\1\0\0\x3f\0ab\xff\0\xff\xd0"sv);
    jpeg.insert(jpeg.end(), scan.begin(), scan.end());
  }
  EXPECT_EQ(probe(jpeg)->scan_count, max_scan_count + 1);
  expect(message(jpeg), "is damaged");
}

TEST_F(HostileFile, CutShortAnywhereIsAFailureOrAPicture) {
  SDL_Surface* surface = SDL_CreateRGBSurfaceWithFormat(0, 20, 10, 32, SDL_PIXELFORMAT_RGBA32);
  SDL_FillRect(surface, nullptr, 0x80402010);
  ASSERT_EQ(IMG_SavePNG(surface, (folder_ / "whole.png").c_str()), 0);
  SDL_FreeSurface(surface);
  const FileBytes gif = {'G', 'I', 'F', '8', '9',  'a',  2, 0, 1, 0,    0x80, 0, 0,    255, 0,
                         0,   0,   255, 0,   0x21, 0xf9, 4, 1, 0, 0,    0,    0, 0x2c, 0,   0,
                         0,   0,   2,   0,   1,    0,    0, 2, 2, 0x44, 0x0a, 0, 0x3b};
  for (const FileBytes& whole : {file_bytes(folder_ / "whole.png"), gif, animated_webp, bmp(2, 1, {1, 2})}) {
    ASSERT_TRUE(make_image(whole, {8, 8}, Fit::cover));
    for (std::size_t length = 0; length < whole.size(); ++length) {
      const auto image = make_image(Bytes(whole).first(length), {8, 8}, Fit::cover);
      EXPECT_TRUE(!image || image->pixels.size == (PixelSize{8, 8}));
    }
  }
}

TEST(Still, LeavesAPngNothingThatCouldInflate) {
  const auto chunk = [](const std::string& type) { return "\0\0\0\2"s + type + "..crc."; };
  const auto signature = "\x89PNG\r\n\x1a\n"sv;
  const FileBytes file = joined({signature, chunk("IHDR"), chunk("iCCP"), chunk("zTXt"), chunk("acTL"),
                                 chunk("PLTE"), chunk("tRNS"), chunk("IDAT"), chunk("eXIf"), chunk("IEND")});
  EXPECT_EQ(still(file, Format::png),
            joined({signature, chunk("IHDR"), chunk("PLTE"), chunk("tRNS"), chunk("IDAT"), chunk("IEND")}));
}

TEST_F(HostileFile, OfManyFramesShowsTheFirst) {
  const auto image = make_image(animated_webp, {2, 1}, Fit::inside);
  ASSERT_TRUE(image);
  EXPECT_EQ(image->pixels.pixels, (Pixels{0xffff0000, 0xffff0000}));
  FileBytes wide = animated_webp;
  wide[24] = 0xff;  // of the canvas, which the frame no longer fills
  const auto first = make_image(wide, {2, 1}, Fit::inside);
  ASSERT_TRUE(first);
  EXPECT_EQ(first->natural_size, (PixelSize{2, 1}));
}

}  // namespace
}  // namespace lectern::images
