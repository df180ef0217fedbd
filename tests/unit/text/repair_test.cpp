// Measured both ways on corpus/right_text.md: right text stays as it is, and broken text comes back.
#include "common/text/repair.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <sstream>
#include <string>
#include <vector>

#include "common/text/code_pages.h"

namespace lectern {
namespace {

std::string repaired(std::string_view text) {
  return with_repairs(text, find_broken_text(text));
}

std::string read_file(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

const std::string& corpus() {
  static const std::string text = read_file(LECTERN_SOURCE_DIR "/tests/unit/text/corpus/right_text.md");
  return text;
}

const std::vector<std::string>& corpus_lines() {
  static const std::vector<std::string> lines = [] {
    std::vector<std::string> all;
    std::istringstream text(corpus());
    for (std::string line; std::getline(text, line);) all.push_back(line);
    return all;
  }();
  return lines;
}

enum class Page { mac_roman, mac_roman_without_apple, windows_1252, latin_1 };

std::string broken(std::string_view text, Page page) {
  const bool is_mac = page == Page::mac_roman || page == Page::mac_roman_without_apple;
  std::string out;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte == 0xF0 && page == Page::mac_roman_without_apple) continue;
    if (byte < 0x80) {
      append_code_point(out, byte);
    } else if (is_mac) {
      append_code_point(out, mac_roman[byte - 0x80]);
    } else {
      append_code_point(out,
                        page == Page::windows_1252 && byte < 0xA0 ? windows_1252_high[byte - 0x80] : byte);
    }
  }
  return out;
}

struct Way {
  const char* name;
  std::vector<Page> pages;
};

const std::vector<Way> ways = {
    {"Mac Roman", {Page::mac_roman}},
    {"Mac Roman without U+F8FF", {Page::mac_roman_without_apple}},
    {"Windows-1252", {Page::windows_1252}},
    {"Latin-1", {Page::latin_1}},
    {"Mac Roman twice", {Page::mac_roman, Page::mac_roman}},
    {"Mac Roman without U+F8FF twice", {Page::mac_roman_without_apple, Page::mac_roman_without_apple}},
    {"Windows-1252 twice", {Page::windows_1252, Page::windows_1252}},
    {"Latin-1 twice", {Page::latin_1, Page::latin_1}},
    {"Windows-1252, then Mac Roman", {Page::windows_1252, Page::mac_roman}},
    {"Mac Roman, then Latin-1", {Page::mac_roman, Page::latin_1}},
};

std::string broken(std::string text, const Way& way) {
  for (const Page page : way.pages) text = broken(std::string_view(text), page);
  return text;
}

TEST(Repair, RightTextIsNeverTouched) {
  ASSERT_GT(corpus_lines().size(), 60u);
  EXPECT_EQ(repaired(corpus()), corpus());
  for (const std::string& line : corpus_lines()) EXPECT_EQ(repaired(line), line);
}

RC_GTEST_PROP(Repair, RightTextIsNeverTouchedHoweverItIsCutAndJoined, ()) {
  static const std::vector<std::string> words = [] {
    std::istringstream all(corpus());
    return std::vector<std::string>(std::istream_iterator<std::string>(all), {});
  }();
  std::string text;
  for (const std::string& word : *rc::gen::container<std::vector<std::string>>(rc::gen::elementOf(words)))
    text += word + *rc::gen::element<std::string>(" ", "\n", "*", "…", "’", "”\n", "\u00A0", "- “");
  RC_ASSERT(repaired(text) == text);
}

TEST(Repair, TheRealDecksAreNotTouched) {
  const std::filesystem::path decks = LECTERN_SOURCE_DIR "/../shared/decks";
  if (!std::filesystem::exists(decks)) GTEST_SKIP() << "no decks beside the sources";
  for (const auto& entry : std::filesystem::recursive_directory_iterator(decks))
    if (entry.path().extension() == ".md") {
      EXPECT_TRUE(find_broken_text(read_file(entry.path())).empty()) << entry.path();
    }
}

TEST(Repair, TheCorpusBrokenEachWayComesBack) {
  for (const Way& way : ways) EXPECT_TRUE(repaired(broken(corpus(), way)) == corpus()) << way.name;
}

TEST(Repair, EveryLineBrokenAloneComesBack) {
  int broken_count = 0;
  for (const Way& way : ways)
    for (const std::string& line : corpus_lines()) {
      EXPECT_EQ(repaired(broken(line, way)), line) << way.name;
      broken_count += broken(line, way) != line;
    }
  EXPECT_GT(broken_count, 500);
}

TEST(Repair, ABrokenLineInARightDeckComesBackAndTheRestStays) {
  for (const Way& way : ways)
    for (const std::string& line : corpus_lines())
      EXPECT_TRUE(repaired(corpus() + broken(line, way) + "\n" + corpus()) ==
                  corpus() + line + "\n" + corpus())
          << way.name << ": " << line;
}

/// Of the words with something outside ASCII, how many come back with nothing around them to vouch for them.
double share_of_words_back(const Way& way) {
  int back_count = 0;
  int broken_count = 0;
  std::istringstream all(corpus());
  for (std::string word; all >> word;) {
    if (broken(word, way) == word) continue;
    ++broken_count;
    back_count += repaired("# right: “é” " + broken(word, way)) == "# right: “é” " + word;
  }
  return static_cast<double>(back_count) / broken_count;
}

TEST(Repair, MostSingleWordsComeBackWithoutAWitness) {
  for (const Way& way : ways) {
    const double share = share_of_words_back(way);
    std::cout << way.name << ": " << static_cast<int>(share * 100) << " % of single words\n";
    EXPECT_GT(share, way.pages.size() == 1 ? 0.7 : 0.55) << way.name;
  }
}

TEST(Repair, WhatDecksReallyHave) {
  const std::vector<std::pair<std::string, std::string>> examples = {
      {"don‚Äôt", "don’t"},
      {"donâ€™t", "don’t"},
      {"ï»¿---\n", "\uFEFF---\n"},
      {"‚úÖ done", "✅ done"},
      {"\uF8FFüî¥ red", "🔴 red"},
      {"- üî¥ red", "- 🔴 red"},
      {"**üéâüéâ**", "**🎉🎉**"},
      {"Â£5 and ¬£5", "£5 and £5"},
      {"cafÃ©, 20Â°C", "café, 20°C"},
      {"Ã¢â‚¬â„¢", "’"},
      {"√¢‚Ç¨‚Ñ¢", "’"},
      {"a â†’ b", "a → b"},
      {"â€œlost 9Dâ€ she said", "“lost 9D” she said"},
      {"â€œreplaced 9Dâ€\uFFFD", "“replaced 9D”"},
      {"âš\u00A0ï¸ 1ï¸âƒ£", "⚠️ 1️⃣"},
      {"ðŸ‘¨â€ðŸ‘©", "👨\u200D👩"},
  };
  for (const auto& [shown, meant] : examples) EXPECT_EQ(repaired(shown), meant);
}

TEST(Repair, WhatCannotBeToldFromRightTextStaysWithoutAWitness) {
  for (const char* text : {"MANHÃ…", "Ã…land", "√π", "≈ø", "«É»", "–£", "üçü", "Â»", "â€", "Ã ", "ï¸"})
    EXPECT_EQ(repaired(text), text);
  EXPECT_EQ(repaired("Ã…land fÃ¶r"), "Åland för");       // a witness in the line
  EXPECT_EQ(repaired("Ã…land\nfÃ¶r"), "Åland\nför");     // in the text
  EXPECT_EQ(repaired("Ã…land “fÃ¶r”"), "Ã…land “för”");  // not where something else is right
}

TEST(Repair, RangesAreOfTheGivenTextEvenWhereItWasTwice) {
  const std::string text = "“é” a donÃ¢â‚¬â„¢t b ‚úÖ";
  const std::vector<Repair> repairs = find_broken_text(text);
  ASSERT_EQ(repairs.size(), 2u);
  EXPECT_EQ(text.substr(repairs[0].range.begin, repairs[0].range.end - repairs[0].range.begin), "Ã¢â‚¬â„¢");
  EXPECT_EQ(repairs[0].text, "’");
  EXPECT_EQ(repairs[0].through, Through::windows_1252);
  EXPECT_EQ(repairs[1].text, "✅");
  EXPECT_EQ(repairs[1].through, Through::mac_roman);
}

RC_GTEST_PROP(Repair, TakesAnyText, ()) {
  const auto pieces = *rc::gen::container<std::vector<std::string>>(
      rc::gen::oneOf(rc::gen::element<std::string>("Ã", "¢", "â", "€", "™", "Â", "\u0080", "\u009D", "‚", "Ä",
                                                   "ô", "ü", "î", "¥", "\uF8FF", "Ô", "£", "ø", "√", "¬",
                                                   "\xC3", "\x80", "\n", "ï¸", "ð", "Ÿ"),
                     rc::gen::arbitrary<std::string>()));
  std::string text;
  for (const std::string& piece : pieces) text += piece;
  std::size_t end = 0;
  for (const Repair& repair : find_broken_text(text)) {
    RC_ASSERT(repair.range.begin >= end);
    RC_ASSERT(repair.range.end > repair.range.begin);
    RC_ASSERT(!find_invalid_utf8(repair.text).has_value());
    end = repair.range.end;
  }
  RC_ASSERT(end <= text.size());
}

}  // namespace
}  // namespace lectern
