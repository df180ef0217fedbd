// Each code with a wrong example, and a right one beside it.
#include <gtest/gtest.h>

#include "common/text/text.h"
#include "tests/unit/check/checked.h"

namespace lectern::check {
namespace {

using namespace std::chrono_literals;

std::string repeated(std::string_view piece, int count) {
  std::string text;
  for (int i = 0; i < count; ++i) text += piece;
  return text;
}

std::string checked(std::string_view text, std::optional<Duration> slot = {}) {
  return summary(findings_in(text, slot));
}

std::string checked(const test::Folder& folder, std::string_view text) {
  return summary(findings_in(folder, text));
}

TEST(BackgroundUnusable, IsNeitherAPictureNorAColour) {
  const auto background = [](const std::string& value) {
    return checked("<!-- .slide: data-background=\"" + value + "\" -->\n# A\n");
  };
  for (const char* color : {"navy", "#123", "rgb(0, 0, 60)"}) EXPECT_EQ(background(color), "") << color;
  EXPECT_EQ(background("night sky"), "background-unusable 1:31");
}

TEST(PictureMissing, IsAPictureThatIsNotThere) {
  const test::Folder folder;
  folder.write("map.bmp", bmp({400, 300}, 0));
  EXPECT_EQ(checked(folder, "# A\n\n![A map](map.bmp)\n"), "");
  EXPECT_EQ(checked(folder, "# A\n\n![A map](mop.bmp)\n"), "picture-missing 3:10");
}

TEST(PictureElsewhere, IsOnANetworkOrOneComputerOrOutsideTheFolder) {
  for (const char* name : {"https://example.org/a.jpg", "//example.org/a.jpg", "C:/Users/me/a.jpg",
                           "file:///a.jpg", "../a.jpg", "/etc/hostname"})
    EXPECT_EQ(checked("# A\n\n![A map](" + std::string(name) + ")\n"), "picture-elsewhere 3:10") << name;
}

TEST(PictureCase, IsAFileThatIsCalledOtherwise) {
  const test::Folder folder;
  folder.write("Town.BMP", bmp({400, 300}, 0));
  std::filesystem::create_directory(folder.path() / "img");
  folder.write("img/a.bmp", bmp({400, 300}, 0));
  EXPECT_EQ(checked(folder, "# A\n\n![A town](./Town.BMP?2)\n"), "");
  EXPECT_EQ(checked(folder, "# A\n\n![A town](town.bmp)\n"), "picture-case 3:11");
  EXPECT_EQ(checked(folder, "<!-- .slide: data-background=\"img\\a.bmp\" -->\n# A\n").substr(0, 12),
            "picture-case");
}

TEST(PictureFormat, IsOneThatCannotBeShownHere) {
  const test::Folder folder;
  folder.write("photo.heic", "");
  folder.write("scan.TIF", "");
  EXPECT_EQ(checked(folder, "# A\n\n![A photograph](photo.heic)\n"), "picture-format 3:17");
  EXPECT_EQ(checked(folder, "# A\n\n![A scan](scan.TIF)\n"), "picture-format 3:11");
}

TEST(PictureUnreadable, IsAFileThatIsNoPicture) {
  const test::Folder folder;
  folder.write("photo.jpg", "no picture");
  EXPECT_EQ(checked(folder, "# A\n\n![A photograph](photo.jpg)\n"), "picture-unreadable 3:17");
}

TEST(PictureSmall, IsABackgroundThatTheDisplayIsMuchLargerThan) {
  const test::Folder folder;
  folder.write("small.bmp", bmp({320, 180}, 0));
  folder.write("enough.bmp", bmp({560, 320}, 0));
  EXPECT_EQ(checked(folder, "<!-- .slide: data-background=\"small.bmp\" -->\n# A\n"), "picture-small 1:31");
  EXPECT_EQ(checked(folder, "<!-- .slide: data-background=\"enough.bmp\" -->\n# A\n"), "");
}

TEST(PictureHuge, IsAFileOfMoreThanTenMegabytes) {
  const test::Folder folder;
  const std::string picture = bmp({400, 300}, 0);
  folder.write("huge.bmp", picture + std::string(11u << 20, ' '));
  folder.write("large.bmp", picture + std::string(9u << 20, ' '));
  EXPECT_EQ(checked(folder, "# A\n\n![A map](huge.bmp)\n"), "picture-huge 3:10");
  EXPECT_EQ(checked(folder, "# A\n\n![A map](large.bmp)\n"), "");
}

TEST(PictureWithoutText, IsOneInTheTextNotABackground) {
  const test::Folder folder;
  folder.write("map.bmp", bmp({640, 360}, 0));
  EXPECT_EQ(checked(folder, "# A\n\n![](map.bmp)\n"), "picture-without-text 3:5");
  EXPECT_EQ(checked(folder, "<!-- .slide: data-background=\"map.bmp\" -->\n# A\n"), "");
}

TEST(APictureOnTwoSlides, IsSaidOnce) {
  EXPECT_EQ(checked("![A](a.png)\n\n---\n\n![A](a.png)\n"), "picture-missing 1:6");
}

TEST(SlideEmpty, HasNeitherTextNorPicture) {
  const test::Folder folder;
  folder.write("map.bmp", bmp({640, 360}, 0));
  EXPECT_EQ(checked("# A\n\n---\n\n<!-- nothing -->\n"), "slide-empty 5:1");
  EXPECT_EQ(checked("# A\n\n---\n\n**B**\n"), "");
  EXPECT_EQ(checked(folder, "# A\n\n---\n\n<!-- .slide: data-background=\"map.bmp\" -->\n"), "");
}

TEST(SlideOverflows, HoldsMoreThanFits) {
  EXPECT_EQ(checked("# A\n\n" + repeated("- one\n", 20)), "slide-overflows 1:3");
  EXPECT_EQ(checked("# A\n\n" + repeated("- one\n", 6)), "");
}

TEST(SlideNearEdge, ComesNearerThanTheSafeArea) {
  const std::string margin = "---\nrevealOptions:\n  margin: 0\n---\n";
  EXPECT_EQ(checked(margin + repeated("- gypsy\n", 13)), "slide-near-edge 5:3");
  EXPECT_EQ(checked(repeated("- gypsy\n", 9)), "");
}

TEST(TextSmall, IsLowerThanThreeHundredthsOfTheDisplay) {
  EXPECT_EQ(checked("# A\n\n```\ncode\n```\n"), "");
  EXPECT_EQ(checked("---\nrevealOptions:\n  height: 1500\n---\n# A\n\nsmall\n"), "text-small 7:1");
}

TEST(WordsMany, AreMoreThanSeventyFive) {
  EXPECT_EQ(checked(repeated("to ", 76)), "words-many 1:1");
  EXPECT_EQ(checked(repeated("to ", 75)), "");
}

TEST(ContrastLow, IsMeasuredAgainstThePictureAndItsOpacity) {
  const test::Folder folder;
  folder.write("light.bmp", bmp({640, 360}, 0xcccccc));
  const std::string picture = "<!-- .slide: data-background=\"light.bmp\" -->\n";
  EXPECT_EQ(checked(folder, picture + "# A heading\n"), "contrast-low 2:3");
  EXPECT_EQ(checked(folder, picture + "<!-- .slide: data-background-opacity=\"0.3\" -->\n# A heading\n"), "");
}

TEST(ContrastLow, CountsForTheWorstPartOfALineButNotForASpot) {
  const auto with_bright_columns = [](std::size_t from, std::size_t to) {
    const test::Folder folder;
    std::string picture = bmp({640, 360}, 0);
    for (std::size_t i = 54; i < picture.size(); ++i)
      if (const std::size_t column = (i - 54) / 3 % 640; column >= from && column < to) picture[i] = '\xff';
    folder.write("a.bmp", picture);
    return checked(folder, "<!-- .slide: data-background=\"a.bmp\" -->\n## From here to there\n");
  };
  EXPECT_EQ(with_bright_columns(280, 360), "contrast-low 2:4");
  EXPECT_EQ(with_bright_columns(315, 325), "");
}

TEST(ContrastLow, DoesNotMindAColourThatTextIsMadeDarkFor) {
  EXPECT_EQ(checked("<!-- .slide: data-background=\"#ffffff\" -->\n# A\n"), "");
}

TEST(GlyphMissing, NamesTheCharacter) {
  const auto findings = findings_in("# An apple \uF8FF\n");
  EXPECT_EQ(summary(findings), "glyph-missing 1:12");
  EXPECT_NE(findings.at(0).message.find("U+F8FF"), std::string::npos);
  EXPECT_EQ(checked("# Fine \u2705 **\u2705** caf\u00e9\n"), "");
}

TEST(LinkDead, LeadsToNoSlide) {
  const auto with = [](const std::string& link) {
    return checked("[there](" + link + ")\n\n---\n\n<!-- .slide: id=\"end\" -->\n# B\n\n----\n\n# C\n");
  };
  for (const char* good : {"#/", "#/0", "#/1", "#/1/1", "#/end", "#end", "https://example.org/#/9"})
    EXPECT_EQ(with(good), "") << good;
  for (const char* dead : {"#/2", "#/1/2", "#/0/1", "#/ned", "#/-1", "#/99999999999"})
    EXPECT_EQ(with(dead), "link-dead 1:9") << dead;
}

TEST(QuestionsUntimed, AreASlideOfQuestionsWithoutATime) {
  EXPECT_EQ(checked("## Any questions?\n"), "questions-untimed 1:4");
  EXPECT_EQ(checked("## Q&A\n"), "questions-untimed 1:4");
  EXPECT_EQ(checked("<!-- .slide: data-timing=\"300\" -->\n## Q&A\n"), "");
  EXPECT_EQ(checked("## Questions that we are asked\n"), "");
}

TEST(NotesShown, LookLikeNotesAndAreOnTheSlide) {
  for (const char* line : {"Notes :", "**Note:** smile", "Note - smile", "Speaker notes: smile", "Notes",
                           "### Notes", "_Note:_"})
    EXPECT_EQ(checked("# A\n\n" + std::string(line) + "\n\nmore\n"), "notes-shown 3:1") << line;
  for (const char* line : {"Note: smile", "notes:", "Notes on a scandal", "Noted - by all",
                           "note-taking is good", "<!-- Note - smile -->", "```\nNote - smile\n```"})
    EXPECT_EQ(checked("# A\n\n" + std::string(line) + "\n\nmore\n"), "") << line;
}

TEST(NotesLong, TakeLongerThanTheSlotOrTheirSlideHas) {
  const std::string notes = "# A\n\nNote: " + repeated("word ", 280);  // two minutes
  EXPECT_EQ(checked(notes, 3min), "");
  EXPECT_EQ(checked(notes, 1min), "notes-long 1:3");
  EXPECT_EQ(checked("<!-- .slide: data-timing=\"60\" -->\n" + notes), "notes-long 2:3");
  EXPECT_EQ(checked("<!-- .slide: data-timing=\"120\" -->\n" + notes), "");
}

TEST(TimingLong, AddsUpToMoreThanTheSlot) {
  const std::string deck =
      "<!-- .slide: data-timing=\"60\" -->\n# A\n\n---\n\n<!-- .slide: data-timing=\"90\" -->\n# B\n";
  EXPECT_EQ(checked(deck, 2min), "timing-long 7:3");
  EXPECT_EQ(checked(deck, 150s), "");
}

TEST(Check, FindsNothingOnAGoodDeck) {
  EXPECT_EQ(checked("# A title\n\nWith words.\n\nNote: Hello.\n\n---\n\n## Another\n\n- one\n- two\n", 10min),
            "");
}

TEST(Check, StopsAtTheMostThatAnybodyReads) {
  EXPECT_EQ(findings_in(repeated("Notes :\n\n---\n\n", 300)).size(), deck::max_diagnostics);
}

TEST(Check, TellsItsProgress) {
  const auto read = deck::read_deck("# A\n\n---\n\n# B\n");
  std::size_t last = 0;
  const auto findings = check({read->deck, read->text, {}, ".", LECTERN_FONT_DIR, display, {}, test::night()},
                              [&](std::size_t done, std::size_t all) {
                                EXPECT_EQ(all, 2u);
                                EXPECT_GE(done, last);
                                last = done;
                              });
  EXPECT_TRUE(findings);
}

}  // namespace
}  // namespace lectern::check
