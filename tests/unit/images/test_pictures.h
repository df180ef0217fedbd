// Pictures made by code, for the tests of what reads them.
#pragma once

#include <gtest/gtest.h>
#include <unistd.h>

#include <cstdint>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

namespace lectern::images {

using FileBytes = std::vector<std::uint8_t>;

/// A folder of this test's own, gone after it.
class PictureTest : public testing::Test {
 protected:
  PictureTest()
      : folder_(std::filesystem::temp_directory_path() /
                ("lectern_" + std::to_string(getpid()) + "_" +
                 testing::UnitTest::GetInstance()->current_test_info()->name())) {
    std::filesystem::create_directories(folder_);
  }
  ~PictureTest() override { std::filesystem::remove_all(folder_); }

  std::filesystem::path write(const std::string& name, const FileBytes& bytes) const {
    std::ofstream(folder_ / name, std::ios::binary)
        .write(reinterpret_cast<const char*>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
    return folder_ / name;
  }

  std::filesystem::path folder_;
};

inline FileBytes bytes_of(std::string_view text) {
  return {text.begin(), text.end()};
}

inline void append(FileBytes& bytes, std::uint32_t value, int count) {
  for (int i = 0; i < count; ++i) bytes.push_back(static_cast<std::uint8_t>(value >> (8 * i)));
}

/// A 32-bit BMP with an alpha channel (BITMAPV4HEADER); `argb` holds rows from the top, straight alpha.
inline FileBytes bmp(int width, int height, const std::vector<std::uint32_t>& argb) {
  FileBytes bytes = {'B', 'M'};
  append(bytes, static_cast<std::uint32_t>(122 + argb.size() * 4), 4);
  append(bytes, 0, 4);
  append(bytes, 122, 4);
  append(bytes, 108, 4);
  append(bytes, static_cast<std::uint32_t>(width), 4);
  append(bytes, static_cast<std::uint32_t>(-height), 4);
  append(bytes, 1, 2);
  append(bytes, 32, 2);
  append(bytes, 3, 4);  // BI_BITFIELDS
  append(bytes, static_cast<std::uint32_t>(argb.size() * 4), 4);
  bytes.resize(bytes.size() + 16);
  for (const std::uint32_t mask : {0x00ff0000u, 0x0000ff00u, 0x000000ffu, 0xff000000u})
    append(bytes, mask, 4);
  bytes.resize(122);
  for (const std::uint32_t pixel : argb) append(bytes, pixel, 4);
  return bytes;
}

/// Two pixels: red in the first frame, blue in the second. Written by ImageMagick.
inline const FileBytes animated_webp = {
    0x52, 0x49, 0x46, 0x46, 0x84, 0x00, 0x00, 0x00, 0x57, 0x45, 0x42, 0x50, 0x56, 0x50, 0x38, 0x58,
    0x0a, 0x00, 0x00, 0x00, 0x02, 0x00, 0x00, 0x00, 0x01, 0x00, 0x00, 0x00, 0x00, 0x00, 0x41, 0x4e,
    0x49, 0x4d, 0x06, 0x00, 0x00, 0x00, 0xff, 0xff, 0xff, 0xff, 0x00, 0x00, 0x41, 0x4e, 0x4d, 0x46,
    0x28, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x01, 0x00, 0x00, 0x00, 0x00, 0x00,
    0x64, 0x00, 0x00, 0x02, 0x56, 0x50, 0x38, 0x4c, 0x0f, 0x00, 0x00, 0x00, 0x2f, 0x01, 0x00, 0x00,
    0x00, 0x07, 0x10, 0xfd, 0x8f, 0xfe, 0x07, 0x22, 0xa2, 0xff, 0x01, 0x00, 0x41, 0x4e, 0x4d, 0x46,
    0x28, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x01, 0x00, 0x00, 0x00, 0x00, 0x00,
    0x64, 0x00, 0x00, 0x00, 0x56, 0x50, 0x38, 0x4c, 0x0f, 0x00, 0x00, 0x00, 0x2f, 0x01, 0x00, 0x00,
    0x00, 0x07, 0x10, 0xd1, 0xff, 0xfe, 0x07, 0x22, 0xa2, 0xff, 0x01, 0x00, 0x52, 0x49, 0x46, 0x46,
    0x1c, 0x00, 0x00, 0x00, 0x57, 0x45, 0x42, 0x50, 0x56, 0x50, 0x38, 0x4c, 0x0f, 0x00, 0x00, 0x00,
    0x2f, 0x01, 0x00, 0x00, 0x00, 0x07, 0x10, 0xfd, 0x8f, 0xfe, 0x07, 0x22, 0xa2, 0xff, 0x01, 0x00};

/// A TIFF as EXIF has it, with nothing but the orientation.
inline FileBytes exif_of(std::uint8_t orientation) {
  return {'M', 'M', 0, 42, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0};
}

inline FileBytes file_bytes(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

}  // namespace lectern::images
