#include "common/typeset/scripts.h"

#include "tests/unit/typeset/slides.h"

namespace lectern::typeset {
namespace {

using deck::TextDirection;

TEST(DirectionByLetters, IsThatOfMostLetters) {
  EXPECT_EQ(direction_by_letters("PDF على الموقع"), TextDirection::right_to_left);
  EXPECT_EQ(direction_by_letters("שלום is Hebrew for hello"), TextDirection::left_to_right);
  EXPECT_EQ(direction_by_letters("2024 – 18:30 😀"), TextDirection::left_to_right);
  EXPECT_EQ(direction_by_letters("\xff"), TextDirection::left_to_right);
}

TEST(HanLanguage, IsJapaneseBesideKanaAndElseChinese) {
  EXPECT_STREQ(han_language_by_letters("市議会へ"), "ja");
  EXPECT_STREQ(han_language_by_letters("회의 議會"), "ko");
  EXPECT_STREQ(han_language_by_letters("市议会"), "zh-cn");
}

class ScriptsTest : public TypesetterTest {
 protected:
  static deck::Block right_to_left(deck::Block block) {
    block.direction = TextDirection::right_to_left;
    return block;
  }

  std::vector<Letters> letters(const deck::Slide& slide) {
    return typesetter_.layout(slide, without_margin(), night(), design_size, {}).letters(night());
  }
};

TEST_F(ScriptsTest, AListFromRightToLeftIsTheMirrorImageOfOneFromLeftToRight) {
  const auto as_usual = boxes(slide({{list({"one", "a longer one"})}}));
  const auto mirrored = boxes(slide({right_to_left({list({"one", "a longer one"})})}));
  ASSERT_EQ(as_usual.size(), mirrored.size());
  for (std::size_t i = 0; i < mirrored.size(); ++i)
    EXPECT_NEAR(mirrored[i].x + mirrored[i].width, 960 - as_usual[i].x, 0.01);
}

TEST_F(ScriptsTest, LinesOfAListFromRightToLeftBeginAtItsRight) {
  const auto all = letters(slide({right_to_left({list({"a", "a longer one"})})}));
  ASSERT_EQ(all.size(), 2u);
  EXPECT_NEAR(all[0].x + all[0].width, all[1].x + all[1].width, 5);
}

TEST_F(ScriptsTest, NumbersStandToTheRightOfItemsFromRightToLeft) {
  deck::List numbered = list({"one"});
  numbered.ordered = true;
  const auto all = letters(slide({right_to_left({numbered})}));
  ASSERT_GE(all.size(), 2u);
  for (std::size_t i = 1; i < all.size(); ++i)
    EXPECT_GT(all[i].x, all[0].x + all[0].width - 1) << all[i].text;
}

TEST_F(ScriptsTest, TheFirstColumnOfATableFromRightToLeftIsTheRightmost) {
  const auto all = boxes(slide({right_to_left({table({{"First", "Second"}, {"1", "2"}})})}));
  EXPECT_GT(find(all, "th", 0).x, find(all, "th", 1).x);
  EXPECT_NEAR(find(all, "td", 0).x, find(all, "th", 0).x, 0.01);
}

TEST_F(ScriptsTest, WhatNobodySaysIsReadFromTheLetters) {
  const auto all = boxes(slide({{list({"الميزانية", "PDF"})}, {list({"one"})}}));
  EXPECT_NEAR(find(all, "li", 0).x + find(all, "li", 0).width, 960 - find(all, "li", 0).x - 40, 1);
  EXPECT_NEAR(find(all, "li", 2).x - 40, 960 - find(all, "li", 2).x - find(all, "li", 2).width, 1);
}

TEST_F(ScriptsTest, TheSlideSaysWhatItsBlocksDoNot) {
  deck::Slide said = slide({{table({{"First", "Second"}})}});
  said.direction = TextDirection::right_to_left;
  EXPECT_GT(find(boxes(said), "th", 0).x, find(boxes(said), "th", 1).x);
}

TEST_F(ScriptsTest, NoScriptAndNoEmojiLacksAGlyph) {
  for (const char* words :
       {"Ŵ ŷ Zażółć", "العربية", "شہر کے ٹ ڈ ڑ ں", "স্থানীয়", "歡迎 欢迎 议会", "市議会へ", "עברית",
        "👍🏽 👨‍👩‍👧‍👦 🇵🇱 1️⃣ ☎︎", "non‑breaking 10 000 soft­hyphen"})
    for (const Letters& each : letters(slide({paragraph(words)}))) EXPECT_TRUE(each.missing.empty()) << words;
}

}  // namespace
}  // namespace lectern::typeset
