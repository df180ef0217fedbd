#include <gtest/gtest.h>

#include <string>

#include "tests/unit/deck/read.h"

namespace lectern::deck {
namespace {

ReadDeck with(const std::string& yaml) {
  return read("---\n" + yaml + "\n---\n\n# Slide\n");
}

TEST(FrontMatter, GivesTheSettings) {
  const ReadDeck deck = with(
      "title: Budget 2024\ndate: 3 March\nlogo: ' images/arms.svg '\ntheme: night\nrevealOptions:\n  "
      "transition: zoom\n  width: 1280\n  height: 720\n"
      "  margin: 0.1\n  center: false\n  rtl: true");
  const Settings& settings = deck.deck.settings;
  EXPECT_TRUE(deck.diagnostics.empty());
  EXPECT_EQ(settings.title, "Budget 2024");
  EXPECT_EQ(settings.date, "3 March");
  EXPECT_EQ(settings.logo, "images/arms.svg");
  EXPECT_EQ(settings.transition, Transition::zoom);
  EXPECT_EQ(settings.width, 1280);
  EXPECT_EQ(settings.height, 720);
  EXPECT_EQ(settings.margin, 0.1);
  EXPECT_FALSE(settings.center);
  EXPECT_EQ(settings.direction, TextDirection::right_to_left);
}

TEST(FrontMatter, SaysWhoWroteTheDeckAndInWhichLanguage) {
  const ReadDeck deck = with("author: Cllr Pervez Choudhury\nlang: cy-GB");
  EXPECT_TRUE(deck.diagnostics.empty());
  EXPECT_EQ(deck.deck.settings.author, "Cllr Pervez Choudhury");
  EXPECT_EQ(deck.deck.settings.language, "cy-GB");
  EXPECT_EQ(only_diagnostic(with("lang: in English")).line, 2);
}

TEST(FrontMatter, TakesRevealsWordsForTheSlideNumber) {
  const auto style = [](const std::string& word) {
    return with("revealOptions:\n  slideNumber: " + word).deck.settings.slide_number;
  };
  EXPECT_EQ(style("true"), SlideNumber::address);
  EXPECT_EQ(style("'h/v'"), SlideNumber::address);
  EXPECT_EQ(style("false"), SlideNumber::none);
  EXPECT_EQ(style("c"), SlideNumber::number);
  EXPECT_EQ(style("c/t"), SlideNumber::number_of_count);
  EXPECT_EQ(only_diagnostic(with("revealOptions:\n  slideNumber: roman")).line, 3);
}

TEST(FrontMatter, LeftOutGivesRevealsDefaultsAndTheFirstTitle) {
  const ReadDeck deck = read("# Welcome\n");
  EXPECT_TRUE(deck.diagnostics.empty());
  EXPECT_EQ(deck.deck.settings.title, "Welcome");
  EXPECT_EQ(deck.deck.settings.transition, Transition::slide);
  EXPECT_EQ(deck.deck.settings.width, 960);
}

TEST(FrontMatter, IsFoundBehindAByteOrderMarkAndWithWindowsLineEnds) {
  const ReadDeck deck = read("\xEF\xBB\xBF---\r\ntitle: T\r\n---\r\n\r\na\r\n\r\n---\r\n\r\nb\r\n");
  EXPECT_EQ(deck.deck.settings.title, "T");
  EXPECT_EQ(outline(deck.deck), "1: a | 2: b");
}

TEST(FrontMatter, SaysWhereAValueIsOfNoUseAndKeepsTheDefault) {
  const ReadDeck deck = with("revealOptions:\n  width: wide");
  const Diagnostic diagnostic = only_diagnostic(deck);
  EXPECT_EQ(diagnostic.line, 3);
  EXPECT_EQ(diagnostic.column, 10);
  EXPECT_EQ(deck.deck.settings.width, 960);
}

TEST(FrontMatter, RefusesValuesOutOfRangeOneByOne) {
  for (const char* option :
       {"width: 0", "width: 10001", "height: .nan", "margin: 0.46", "margin: -0.1", "center: maybe",
        "rtl: arabic", "transition: wipe", "width: [1]", "transition: {a: b}"}) {
    const ReadDeck deck = with(std::string("revealOptions:\n  ") + option);
    EXPECT_EQ(only_diagnostic(deck).line, 3) << option;
    EXPECT_EQ(deck.deck.settings.width, 960);
    EXPECT_EQ(deck.deck.settings.margin, 0.04);
  }
}

TEST(FrontMatter, TakesAMisplacedTransitionAndSaysSo) {
  const ReadDeck deck = with("transition: fade");
  EXPECT_EQ(deck.deck.settings.transition, Transition::fade);
  EXPECT_EQ(only_diagnostic(deck).line, 2);
}

TEST(FrontMatter, SaysHowLongSlidesStayByThemselves) {
  const auto with = [](const std::string& option) {
    return read("---\nrevealOptions:\n  " + option + "\n---\n# a\n");
  };
  EXPECT_EQ(with("autoSlide: 5000").deck.settings.autoslide, Duration(5000));
  EXPECT_EQ(with("autoSlide: false").deck.settings.autoslide, Duration(0));
  EXPECT_EQ(with("center: true").deck.settings.autoslide, Duration(0));
  EXPECT_TRUE(with("loop: false").diagnostics.empty());
  for (const char* wrong : {"autoSlide: soon", "autoSlide: -1", "loop: true"})
    EXPECT_EQ(only_diagnostic(with(wrong)).code, Code::front_matter_value) << wrong;
}

TEST(FrontMatter, BackgroundsHaveATransitionOfTheirOwn) {
  const auto with = [](const std::string& option) {
    return read("---\nrevealOptions:\n  " + option + "\n---\n# a\n");
  };
  EXPECT_EQ(with("transition: zoom").deck.settings.background_transition, std::nullopt);
  EXPECT_EQ(with("backgroundTransition: slide").deck.settings.background_transition, Transition::slide);
  const ReadDeck wrong = with("backgroundTransition: wipe");
  EXPECT_EQ(only_diagnostic(wrong).code, Code::front_matter_value);
  EXPECT_EQ(wrong.deck.settings.background_transition, std::nullopt);
}

TEST(FrontMatter, NamesAThemeThatThereIsNot) {
  for (const char* name :
       {"nigth", "../night.css", "/etc/theme.css", "https://example.org/a.css", ".css", "a.scss"}) {
    const ReadDeck deck = with(std::string("title: T\ntheme: ") + name);
    EXPECT_EQ(only_diagnostic(deck).line, 3) << name;
    EXPECT_EQ(deck.deck.settings.theme, "night") << name;
  }
}

TEST(FrontMatter, TakesTheThemesOfRevealJsAndFilesBesideTheDeck) {
  for (const char* name : {"black", "dracula", "theme/council.css", "Council Theme.CSS"}) {
    const ReadDeck deck = with(std::string("title: T\ntheme: ") + name);
    EXPECT_TRUE(deck.diagnostics.empty()) << name;
    EXPECT_EQ(deck.deck.settings.theme, name);
  }
}

TEST(FrontMatter, TakesAValueWithAColonAsItStands) {
  const ReadDeck deck = with("theme: night\ntitle: Budget: the facts\nrevealOptions:\n  transition: none");
  EXPECT_EQ(only_diagnostic(deck).line, 3);
  EXPECT_EQ(deck.deck.settings.transition, Transition::none);
  EXPECT_EQ(deck.deck.settings.title, "Budget: the facts");
}

TEST(FrontMatter, LosesOnlyTheLineThatIsNotYaml) {
  const ReadDeck deck = with("theme: night\n  - [what\nrevealOptions:\n  transition: none");
  EXPECT_FALSE(deck.diagnostics.empty());
  EXPECT_EQ(deck.deck.settings.transition, Transition::none);
}

TEST(FrontMatter, SaysThatAKeyIsThereTwice) {
  const ReadDeck deck = with("title: A\ntitle: B");
  EXPECT_EQ(only_diagnostic(deck).line, 3);
  EXPECT_EQ(deck.deck.settings.title, "A");
}

TEST(FrontMatter, IsNotASlideThatADeckOpensWith) {
  const ReadDeck deck = read("---\n# One\n\ntext\n\n---\n\n# Two\n");
  EXPECT_EQ(outline(deck.deck), "1: One text | 2: Two");
  EXPECT_EQ(only_diagnostic(deck).line, 1);
}

TEST(FrontMatter, NeverClosedIsShownRatherThanLost) {
  const ReadDeck deck = read("---\ntitle: T\n\nHello");
  EXPECT_EQ(outline(deck.deck), "1: title: T Hello");
  EXPECT_EQ(only_diagnostic(deck).line, 1);
}

TEST(FrontMatter, NestedWithoutEndIsNotRead) {
  for (const char* opening : {"[", "{a: ", "- "}) {
    std::string yaml = "title: ";
    if (std::string(opening) == "- ") yaml += "\n  ";
    for (int i = 0; i < 20'000 / 4; ++i) yaml += opening;
    const ReadDeck deck = with(yaml);
    EXPECT_FALSE(deck.diagnostics.empty()) << opening;
    EXPECT_EQ(deck.deck.settings.title, "Slide");
  }
}

TEST(FrontMatter, AliasesAreNotExpanded) {
  std::string yaml = "a0: &a0 [x, x]";
  for (int i = 1; i < 60; ++i) {
    const std::string n = std::to_string(i);
    const std::string m = std::to_string(i - 1);
    yaml += "\na" + n + ": &a" + n + " [*a" + m + ", *a" + m + "]";
  }
  EXPECT_EQ(with(yaml + "\ntitle: T").deck.settings.title, "T");
}

TEST(FrontMatter, ASlideThatADeckOpensWithIsNone) {
  for (const char* slide : {"Budget: where we are", "Note: hello\n\n# Real", "https://example.org", "# A",
                            "\n# A\n", "Thanks to: all of you", "- a: b"}) {
    const ReadDeck deck = read(std::string("---\n") + slide + "\n\n---\n\n# B\n");
    EXPECT_EQ(deck.deck.slides.size(), 2u) << slide;
    EXPECT_EQ(only_diagnostic(deck).code, Code::front_matter_unclosed) << slide;
  }
}

TEST(FrontMatter, IsFoundHoweverItsFirstKeyIsWritten) {
  for (const char* yaml :
       {"# a comment\ntitle: X", "\"title\": X", "title : X", "Title: X", "title:X", "author: me\ntitle: X",
        "\n\ntitle: X", "über uns: y\ntitle: X", "{ title: X }", "  title: X\ntheme: night",
        "theme: night\n  title: X", "title: X\n\n# colours\ntheme: night"}) {
    const ReadDeck deck = with(yaml);
    EXPECT_EQ(deck.deck.settings.title, "X") << yaml;
    EXPECT_EQ(deck.deck.slides.size(), 1u) << yaml;
  }
}

TEST(FrontMatter, ThatIsNeverClosedEndsAboveTheFirstHeading) {
  const ReadDeck deck = read("---\ntitle: X\ntheme: night\n\n# A\n\n---\n\n# B");
  EXPECT_EQ(deck.deck.settings.title, "X");
  EXPECT_EQ(outline(deck.deck), "1: A | 2: B");
  const Diagnostic diagnostic = only_diagnostic(deck);
  EXPECT_EQ(diagnostic.code, Code::front_matter_unclosed);
  EXPECT_EQ(diagnostic.line, 5);
  EXPECT_EQ(outline(read("---\ntitle: X\n...\n\n# A\n\n---\n\n# B").deck), "1: A | 2: B");
}

TEST(FrontMatter, AKeyThatIsNearlyKnownCountsAndIsNamed) {
  for (const char* key : {"verticalSeperator", "verticalseparator", "VerticalSeparator"}) {
    const ReadDeck deck = read(std::string("---\ntitle: X\n") + key + ": ^\\+{3}\n---\na\n\n+++\n\nb\n");
    EXPECT_EQ(outline(deck.deck), "1.1: a | 1.2: b") << key;
    const Diagnostic diagnostic = only_diagnostic(deck);
    EXPECT_EQ(diagnostic.code, Code::front_matter_key);
    EXPECT_EQ(diagnostic.line, 3);
  }
  EXPECT_TRUE(with("author: me\ndate: today\nmarp: true").diagnostics.empty());
}

TEST(FrontMatter, WhatStandsInTheWrongPlaceCounts) {
  const std::string slides = "\n---\na\n\n+++\n\nb\n";
  const ReadDeck below = read("---\nrevealOptions:\n  verticalSeparator: ^\\+{3}" + slides);
  EXPECT_EQ(outline(below.deck), "1.1: a | 1.2: b");
  EXPECT_EQ(only_diagnostic(below).code, Code::front_matter_misplaced);
  const ReadDeck indented = read("---\ntitle: X\n  verticalSeparator: ^\\+{3}" + slides);
  EXPECT_EQ(outline(indented.deck), "1.1: a | 1.2: b");
  EXPECT_EQ(only_diagnostic(indented).code, Code::front_matter_unreadable);
}

TEST(FrontMatter, PatternsMayBeWrittenInManyWays) {
  for (const char* pattern :
       {"/^\\+{3}/", "/^\\+{3}/gm", "“^\\+{3}”", "\"\\r?\\n\\+\\+\\+\\r?\\n\"", "'^\\+{3}'"}) {
    const ReadDeck deck = read(std::string("---\nverticalSeparator: ") + pattern + "\n---\na\n\n+++\n\nb\n");
    EXPECT_EQ(outline(deck.deck), "1.1: a | 1.2: b") << pattern;
  }
}

}  // namespace
}  // namespace lectern::deck
