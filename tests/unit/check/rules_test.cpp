// Each code with a wrong example, and a right one beside it.
#include <gtest/gtest.h>

#include "common/text/text.h"
#include "presenter/check/words.h"
#include "tests/unit/check/checked.h"

namespace lectern::check {
namespace {

using namespace std::chrono_literals;

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

TEST(BackgroundUnusable, IsNoPhotographInAnotherFormat) {
  const test::Folder folder;
  folder.write("scan.tiff", "");
  for (const char* name : {"photo.heic", "scan.tiff"}) {
    const auto findings =
        findings_in(folder, "<!-- .slide: data-background=\"" + std::string(name) + "\" -->\n# A\n");
    EXPECT_EQ(summary(findings), "picture-format 1:31") << name;
    EXPECT_EQ(findings.at(0).remedy, "Save it as JPEG or PNG and name that file.");
  }
}

TEST(PictureMissing, NamesAFormatThatWouldNotHelpEither) {
  const auto findings = findings_in("# A\n\n![A photograph](photo.HEIC)\n");
  EXPECT_EQ(summary(findings), "picture-missing 3:17");
  EXPECT_NE(findings.at(0).message.find("HEIC format"), std::string::npos);
  EXPECT_NE(findings.at(0).remedy.find("JPEG"), std::string::npos);
}

TEST(PictureFormat, IsAPictureInTheTextItself) {
  const auto findings = findings_in("# A\n\n![A dot](data:image/png;base64,iVBORw0KGgo=)\n");
  EXPECT_EQ(summary(findings), "picture-format 3:10");
  EXPECT_NE(findings.at(0).message.find("in the text itself"), std::string::npos);
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

TEST(PictureSmall, IsNoDrawing) {
  const test::Folder folder;
  folder.write("small.svg", "<svg xmlns='http://www.w3.org/2000/svg' width='16' height='9'/>");
  EXPECT_EQ(checked(folder, "<!-- .slide: data-background=\"small.svg\" -->\n# A\n"), "");
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

TEST(SlideNearEdge, MeansPicturesToo) {
  const test::Folder folder;
  folder.write("wide.bmp", bmp({1280, 160}, 0));
  const auto with_margin = [&](const std::string& margin) {
    return checked(folder, "---\nrevealOptions:\n  width: 1280\n  height: 720\n  margin: " + margin +
                               "\n---\n![A skyline](wide.bmp)\n");
  };
  EXPECT_EQ(with_margin("0"), "slide-near-edge 7:3");
  EXPECT_EQ(with_margin("0.04"), "");
}

TEST(TextSmall, IsLowerThanThreeHundredthsOfTheDisplay) {
  EXPECT_EQ(checked("# A\n\n```\ncode\n```\n"), "");
  EXPECT_EQ(checked("---\nrevealOptions:\n  height: 1500\n---\n# A\n\nsmall\n"), "text-small 7:1");
}

TEST(WordsMany, AreMoreThanSeventyFive) {
  EXPECT_EQ(checked(repeated("to ", 76)), "words-many 1:1");
  EXPECT_EQ(checked(repeated("to ", 75)), "");
}

TEST(WordsMany, AreCountedInScriptsWithoutSpaces) {
  const auto words = [](std::string_view text) { return count_words(text); };
  EXPECT_EQ(words("\u6f22\u5b57\u4eee\u540d\u3002"), 2u);
  EXPECT_EQ(words("2024\u5e74\u306e\u8a08\u753b plan"), 4u);
  EXPECT_EQ(words("\u0e2a\u0e27\u0e31\u0e2a\u0e14\u0e35\u0e04\u0e23"), 2u);
  EXPECT_EQ(words("caf\u00e9 \u043c\u0438\u0440 \u2013 \uc548\ub155\ud558\uc138\uc694"), 3u);
  EXPECT_EQ(checked(repeated("\u6f22", 151)).substr(0, 10), "words-many");
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

TEST(LinkDead, DoesNotMindHeadingsAndTheIdsOfHtml) {
  const auto with = [](const std::string& link) {
    return checked("[there](" + link +
                   ")\n\n---\n\n## My Heading: \u00c9t\u00e9!\n\n---\n\n# A\n\n## A\n\n<p id='x'>b</p>\n\n<b "
                   "id=y>c</b>\n");
  };
  for (const char* good :
       {"#my-heading-\u00e9t\u00e9", "#/my-heading-%C3%A9t%C3%A9", "#a", "#/a-1", "#x", "#y"})
    EXPECT_EQ(with(good), "") << good;
  for (const char* dead : {"#my-heading", "#a-2", "#z"}) EXPECT_EQ(with(dead), "link-dead 1:9") << dead;
}

TEST(LinkDead, DoesNotMindAHeadingBeyondWhatIsShown) {
  const auto findings = findings_in("[there](#the-end)\n\n[where](#nowhere)\n\n---\n\n" +
                                    std::string(deck::max_shown_text_bytes, 'a') + "\n\n## The end\n");
  EXPECT_EQ(std::ranges::count(findings, deck::Code::link_dead, &deck::Diagnostic::code), 1);
}

TEST(IdDuplicate, IsSaidOfTheSecondSlide) {
  const auto findings =
      findings_in("<!-- .slide: id=\"end\" -->\n# A\n\n---\n\n<!-- .slide: id=\"end\" -->\n# B\n");
  EXPECT_EQ(summary(findings), "id-duplicate 6:18");
  EXPECT_NE(findings.at(0).message.find("slide 1"), std::string::npos);
}

TEST(MarkdownShown, IsWhatDoesNotBecomeWhatItWasMeantFor) {
  for (const char* text : {"#No space", "Some words\n\n##no space", "See [the plan][nope] here",
                           "See [the plan](plan of 2024.pdf)", "Never **closed", "- a\n- **b",
                           "\u2022 one\n\u2022 two", "| **a** | b |\n| 1 | 2 |"})
    EXPECT_EQ(checked(text).substr(0, 14), "markdown-shown") << text;
  for (const char* text :
       {"#1 priority", "# A\n\n#LocalGov grows", "#hashtag", "We say #Budget", "# A\n\n#Budget2024", "3 ** 4",
        "2**3", "Cost**\n\n**without tax", "`**a` and `[b][c]`", "list[i][j] and [1][2]", "\\#No space",
        "\\*\\*a", "one \u2022 two", "|x| |y|", "| a | b |\n|---|---|\n| 1 | 2 |",
        "Costs:\n| a | b |\n|---|---|\n| 1 | 2 |", "\\[the plan\\](plan of 2024.pdf)", "**a**",
        "[sic] (then) [and] more"})
    EXPECT_EQ(checked(text), "") << text;
}

TEST(QuestionsUntimed, AreASlideOfQuestionsWithoutATime) {
  EXPECT_EQ(checked("## Any questions?\n"), "questions-untimed 1:4");
  EXPECT_EQ(checked("## Q&A\n"), "questions-untimed 1:4");
  EXPECT_EQ(checked("<!-- .slide: data-timing=\"300\" -->\n## Q&A\n"), "");
  for (const char* title :
       {"Q&A session", "Any questions for officers?", "Thank you \u2013 questions?", "Questions from members",
        "Questions & discussion", "Q+A", "Questions \u2753", "Your questions"})
    EXPECT_EQ(checked("# " + std::string(title) + "\n"), "questions-untimed 1:3") << title;
  for (const char* title : {"Questions that we are asked", "Questions raised in the consultation",
                            "Frequently asked questions", "Quality and assurance"})
    EXPECT_EQ(checked("# " + std::string(title) + "\n"), "") << title;
}

TEST(QuestionsUntimed, MayBeASlidesLastWords) {
  EXPECT_EQ(checked("# Thank you\n\nJane Smith\n\nAny questions?\n"), "questions-untimed 5:1");
  EXPECT_EQ(checked("# Thank you\n\n## Questions?\n"), "questions-untimed 3:4");
  EXPECT_EQ(checked("# The survey\n\nWe asked residents these questions.\n"), "");
}

TEST(NotesShown, LookLikeNotesAndAreOnTheSlide) {
  for (const char* line : {"Notes :", "**Note:** smile", "Note - smile", "Speaker notes: smile", "Notes",
                           "### Notes", "_Note:_", "???", "::: notes", "::: {.notes}",
                           "Speaker: smile at them", "*Speaker Note:* smile", "**Notes**\u00A0:"})
    EXPECT_EQ(checked("# A\n\n" + std::string(line) + "\n\nmore\n"), "notes-shown 3:1") << line;
  for (const char* line : {"- Note: smile", "> Notes: smile", "* **Note:** smile"})
    EXPECT_EQ(checked("# A\n\n" + std::string(line) + "\n"), "notes-shown 3:3") << line;
  for (const char* line : {"Note: smile",
                           "\u00A0Note: smile",
                           "Note\u00A0: smile",
                           "Note\uFF1Asmile",
                           "notes:",
                           "Notes on a scandal",
                           "Noted - by all",
                           "note-taking is good",
                           "<!-- Note - smile -->",
                           "```\nNote - smile\n```",
                           "Speaker: Jane Smith",
                           "Speakers: three of each party",
                           "- Notes",
                           "- Notes - by all",
                           "> **Note:** smile",
                           "Speaker:\nJane Smith",
                           "**Speaker:**",
                           "Speaker of the House",
                           "What???",
                           "Costs ???"})
    EXPECT_EQ(checked("# A\n\n" + std::string(line) + "\n\nmore\n"), "") << line;
}

TEST(NotesShown, AreNotThreeQuestionMarksThatEndASlide) {
  EXPECT_EQ(checked("# Why\n\n???\n"), "");
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
