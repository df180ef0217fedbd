// Pictures made by code, for the tests of what reads them.
#pragma once

#include <gtest/gtest.h>
#include <unistd.h>

#include <cstdint>
#include <filesystem>
#include <fstream>
#include <string>
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

}  // namespace lectern::images
