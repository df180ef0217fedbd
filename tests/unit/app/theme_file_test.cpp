#include "presenter/app/theme_file.h"

#include <gtest/gtest.h>

#include "tests/support/folder.h"

namespace lectern::app {
namespace {

const std::filesystem::path ours = LECTERN_SOURCE_DIR "/common/typeset/themes";

class ThemeFile : public testing::Test {
 protected:
  LoadedTheme load(const std::string& of_deck, const std::optional<std::string>& wanted = {}) {
    return load_theme(wanted, of_deck, folder_.path(), ours);
  }

  std::string css(const char* size) { return ":root { --r-main-font-size: " + std::string(size) + "}"; }

  test::Folder folder_;
};

constexpr double night_pixels = 40, black_pixels = 42;

TEST_F(ThemeFile, ANameIsAThemeOfOurs) {
  const LoadedTheme black = load("black");
  EXPECT_TRUE(black.remarks.empty());
  EXPECT_EQ(black.theme.text_pixels, black_pixels);
}

TEST_F(ThemeFile, TheCommandLineCountsMoreThanTheDeck) {
  EXPECT_EQ(load("night", "black").theme.text_pixels, black_pixels);
  EXPECT_EQ(load("black", folder_.write("mine.css", css("33px"))).theme.text_pixels, 33);
}

TEST_F(ThemeFile, AFileIsFoundBesideTheDeck) {
  std::filesystem::create_directory(folder_.path() / "theme");
  folder_.write("theme/Council.css", css("31px"));
  EXPECT_EQ(load("theme/council.css").theme.text_pixels, 31);
}

TEST_F(ThemeFile, WhatCannotBeReadIsNightWithARemark) {
  folder_.write("bytes.css", "\xff\xfe");
  for (const char* name : {"nowhere.css", "../night.css", "bytes.css"}) {
    const LoadedTheme theme = load(name);
    EXPECT_EQ(theme.theme.text_pixels, night_pixels);
    EXPECT_EQ(theme.theme.text_family.substr(0, 9), "Open Sans") << name;
    ASSERT_EQ(theme.remarks.size(), 1u) << name;
    EXPECT_EQ(theme.remarks[0].code, deck::Code::theme_unreadable);
  }
  EXPECT_EQ(load("night", "/nowhere/at/all.css").remarks.size(), 1u);
  EXPECT_NE(load("night", "nigth").remarks.at(0).message.find("no theme “nigth”"), std::string::npos);
}

TEST_F(ThemeFile, ADeckNeverReachesOutOfItsFolder) {
  std::filesystem::create_directory(folder_.path() / "deck");
  folder_.write("outside.css", css("31px"));
  EXPECT_EQ(load_theme({}, "../outside.css", folder_.path() / "deck", ours).remarks.size(), 1u);
}

TEST_F(ThemeFile, WhatDoesNotCountIsARemarkInThatFile) {
  folder_.write("mine.css", ":root { --r-main-color: red;\n--r-heading-margin: huge }\nh1 { color: blue }");
  const LoadedTheme theme = load("mine.css");
  ASSERT_EQ(theme.remarks.size(), 2u);
  EXPECT_EQ(theme.remarks[0].file, "mine.css");
  EXPECT_EQ(theme.remarks[0].line, 2);
  EXPECT_EQ(theme.remarks[1].line, 3);
}

TEST_F(ThemeFile, WithoutOursThereIsStillAPlainOne) {
  const LoadedTheme theme = load_theme({}, "night", folder_.path(), folder_.path() / "nowhere");
  EXPECT_EQ(theme.remarks.size(), 1u);
  EXPECT_EQ(theme.theme.text_family, "sans-serif");
}

}  // namespace
}  // namespace lectern::app
