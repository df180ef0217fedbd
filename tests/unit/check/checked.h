// A deck in a folder of its own, checked.
#pragma once

#include <gtest/gtest.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "presenter/check/check.h"
#include "tests/support/folder.h"
#include "tests/support/themes.h"

namespace lectern::check {

inline constexpr PixelSize display{640, 360};

inline std::string repeated(std::string_view piece, int count) {
  std::string text;
  for (int i = 0; i < count; ++i) text += piece;
  return text;
}

/// Uncompressed and of one colour, a multiple of 4 pixels wide.
inline std::string bmp(PixelSize size, std::uint32_t rgb) {
  const auto little = [](std::uint32_t value, int bytes) {
    std::string text;
    for (; bytes > 0; --bytes, value >>= 8) text += static_cast<char>(value & 255);
    return text;
  };
  const auto width = static_cast<std::uint32_t>(size.width), height = static_cast<std::uint32_t>(size.height);
  std::string file = "BM" + little(54 + width * height * 3, 4) + little(0, 4) + little(54, 4) +
                     little(40, 4) + little(width, 4) + little(height, 4) + little(1, 2) + little(24, 2) +
                     std::string(24, '\0');
  for (std::uint32_t i = 0; i < width * height; ++i) file += little(rgb, 3);
  return file;
}

inline std::vector<deck::Diagnostic> findings_in(const test::Folder& folder, std::string_view text,
                                                 std::optional<Duration> slot = {}) {
  const auto read = deck::read_deck(text);
  if (!read) {
    ADD_FAILURE() << "no deck: " << text;
    return {};
  }
  auto findings = check({read->deck, read->text, read->diagnostics, folder.path(), LECTERN_FONT_DIR, display,
                         slot, test::night()});
  EXPECT_TRUE(findings);
  return *std::move(findings);
}

inline std::vector<deck::Diagnostic> findings_in(std::string_view text, std::optional<Duration> slot = {}) {
  return findings_in(test::Folder(), text, slot);
}

/// "picture-missing 3:5 | …"
inline std::string summary(const std::vector<deck::Diagnostic>& findings) {
  std::string text;
  for (const deck::Diagnostic& finding : findings)
    text += (text.empty() ? "" : " | ") + std::string(deck::name_of(finding.code)) + " " +
            std::to_string(finding.line) + ":" + std::to_string(finding.column);
  return text;
}

}  // namespace lectern::check
