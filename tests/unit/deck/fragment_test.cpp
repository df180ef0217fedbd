// Comments `.element` and HTML's class="fragment": what becomes a fragment, and at which step.
#include <gtest/gtest.h>

#include <string>

#include "tests/unit/deck/read.h"

namespace lectern::deck {
namespace {

Slide slide(std::string_view markdown) {
  return read(markdown).deck.slides.front();
}

std::string steps(const Slide& slide) {
  std::string all;
  for (const Fragment& fragment : slide.fragments) all += std::to_string(fragment.step) + " ";
  return all;
}

template <class Content>
const Content& block(const Slide& slide, std::size_t index) {
  return std::get<Content>(slide.content.at(index).content);
}

const std::string as_fragment = "<!-- .element: class=\"fragment\" -->";

TEST(Fragment, OfPlainTextAnItemIsTheFragment) {
  const Slide s = slide("- a " + as_fragment + "\n- b\n- c " + as_fragment);
  const List& list = block<List>(s, 0);
  EXPECT_EQ(list.items.at(0).fragment, 1);
  EXPECT_EQ(list.items.at(1).fragment, 0);
  EXPECT_EQ(list.items.at(2).fragment, 2);
  EXPECT_EQ(plain_text(s.content), "a b c");
  EXPECT_EQ(s.step_count, 2);
}

TEST(Fragment, OnALineOfItsOwnACommentSpeaksOfTheBlockBefore) {
  const std::string own = "\n\n" + as_fragment + "\n\n";
  const Slide s = slide("a" + own + "- b" + own + "|c|\n|-|" + own + "> d" + own + "```\ne\n```" + own +
                        "# f" + own + "![](g.png)" + own);
  ASSERT_EQ(s.content.size(), 7u);
  for (std::size_t i = 0; i < s.content.size(); ++i)
    EXPECT_EQ(s.content[i].fragment, static_cast<int>(i) + 1) << i;
  EXPECT_EQ(steps(s), "1 2 3 4 5 6 7 ");
}

TEST(Fragment, DirectlyBelowAParagraphOrInItsLineItSpeaksOfTheParagraph) {
  EXPECT_EQ(slide("a\n" + as_fragment).content.at(0).fragment, 1);
  EXPECT_EQ(slide("a " + as_fragment).content.at(0).fragment, 1);
  EXPECT_EQ(slide("# a " + as_fragment).content.at(0).fragment, 1);
}

TEST(Fragment, BehindAnElementInALineItSpeaksOfThat) {
  const Slide s = slide("a **b *c*** d " + as_fragment + " e");
  const Inlines& inlines = block<Paragraph>(s, 0).content;
  ASSERT_EQ(inlines.size(), 4u);
  EXPECT_EQ(std::get<TextRun>(inlines[0]).fragment, 0);
  EXPECT_EQ(std::get<TextRun>(inlines[1]).fragment, 1);
  EXPECT_EQ(std::get<TextRun>(inlines[2]).fragment, 1);
  EXPECT_EQ(std::get<TextRun>(inlines[3]).text, " d e");
  const Slide p = slide("![x](y.png) " + as_fragment);
  EXPECT_EQ(std::get<InlineImage>(block<Paragraph>(p, 0).content.at(0)).fragment, 1);
}

TEST(Fragment, ACellOfATableIsOne) {
  const Slide s = slide("|a|b " + as_fragment + "|\n|-|-|\n|c " + as_fragment + "|d|");
  const Table& table = block<Table>(s, 0);
  EXPECT_EQ(std::get<TextRun>(table.header.at(0).at(1).at(0)).fragment, 1);
  EXPECT_EQ(std::get<TextRun>(table.body.at(0).at(0).at(0)).fragment, 2);
  EXPECT_EQ(std::get<TextRun>(table.body.at(0).at(1).at(0)).fragment, 0);
}

TEST(Fragment, ThoseWithAnIndexComeFirstAndEqualOnesTogether) {
  const Slide s = slide(
      "a <!-- .element: class=\"fragment\" -->\n\n"
      "b <!-- .element: class=\"fragment\" data-fragment-index=\"7\" -->\n\n"
      "c <!-- .element: class=\"fragment\" data-fragment-index=\"3\" -->\n\n"
      "d <!-- .element: class=\"fragment\" data-fragment-index=\"7\" -->");
  EXPECT_EQ(steps(s), "3 2 1 2 ");
  EXPECT_EQ(s.step_count, 3);
}

TEST(Fragment, WithoutAnIndexAListComesBeforeItsItems) {
  EXPECT_EQ(steps(slide("- a " + as_fragment + "\n- b " + as_fragment + "\n\n" + as_fragment)), "2 3 1 ");
}

TEST(Fragment, EffectsAreWordsOfTheClassInAnyQuoting) {
  const Slide s = slide(
      "a <!-- .element: class='fragment fade-out' -->\n\nb <!-- .element: class=fragment -->\n\n"
      "c <!-- .element: class=\"grow fragment\" -->\n\nd <!-- .element class=\"fragment current-visible\" "
      "-->");
  ASSERT_EQ(s.fragments.size(), 4u);
  EXPECT_EQ(s.fragments[0].effect, Effect::fade_out);
  EXPECT_EQ(s.fragments[1].effect, Effect::fade_in);
  EXPECT_EQ(s.fragments[2].effect, Effect::grow);
  EXPECT_EQ(s.fragments[3].effect, Effect::fade_in_then_out);
}

TEST(Fragment, NotesBelongToItsStep) {
  const Slide s =
      slide("a " + as_fragment + "\n\nb <!-- .element: class=\"fragment\" data-notes=\"say &amp; smile\" -->");
  ASSERT_EQ(s.step_notes.size(), 1u);
  EXPECT_EQ(s.step_notes[0].step, 2);
  EXPECT_EQ(s.step_notes[0].notes, "say & smile");
}

TEST(Fragment, TagsOfHtmlAreFragmentsAsWell) {
  const Slide s = slide(
      "<p class=\"fragment\">a</p>\n<ul class=fragment><li class=\"fragment\">b</li></ul>\n"
      "<div class=\"fragment\">\n\n# c\n\nd\n\n</div>\n\ne <span class='fragment'>f</span> "
      "<img class=\"fragment\" src=\"g.png\">");
  ASSERT_EQ(s.content.size(), 5u);
  EXPECT_EQ(s.content[0].fragment, 1);
  EXPECT_EQ(s.content[1].fragment, 2);
  EXPECT_EQ(block<List>(s, 1).items.at(0).fragment, 3);
  EXPECT_EQ(s.content[2].fragment, 4);
  EXPECT_EQ(s.content[3].fragment, 4);
  const Inlines& inlines = block<Paragraph>(s, 4).content;
  EXPECT_EQ(std::get<TextRun>(inlines.at(1)).fragment, 5);
  EXPECT_EQ(std::get<InlineImage>(inlines.at(3)).fragment, 6);
  EXPECT_EQ(s.step_count, 6);
}

TEST(Fragment, ACommentCanStyleToo) {
  const Slide s = slide("a <!-- .element: style=\"color:red; font-size: 50%; text-align: right\" -->");
  const TextRun& run = std::get<TextRun>(block<Paragraph>(s, 0).content.at(0));
  EXPECT_EQ(run.color, "red");
  EXPECT_EQ(run.fragment, 0);
  EXPECT_DOUBLE_EQ(s.content[0].size, 0.5);
  EXPECT_EQ(s.content[0].align, Align::right);
}

TEST(Fragment, InsideAGroupThatIsOneItKnowsThatGroup) {
  const Slide s = slide(
      "<div class=\"fragment\">\n\na\n\n<p class=\"fragment\">b</p>\n\n<div class='fragment'><p "
      "class='fragment'>c</p></div>\n\n</div>\n\n<p class='fragment'>d</p>");
  ASSERT_EQ(s.fragments.size(), 5u);
  EXPECT_EQ(s.content.at(0).fragment, 1);
  EXPECT_EQ(s.content.at(1).fragment, 2);
  EXPECT_EQ(s.fragments[0].outer, 0);
  EXPECT_EQ(s.fragments[1].outer, 1);
  EXPECT_EQ(s.fragments[2].outer, 1);
  EXPECT_EQ(s.fragments[3].outer, 3);
  EXPECT_EQ(s.fragments[4].outer, 0);
}

TEST(Fragment, InsideARunThatIsOneItKnowsThatRun) {
  const Slide s = slide("<span class=fragment>a <span class=fragment>b</span></span>");
  ASSERT_EQ(s.fragments.size(), 2u);
  EXPECT_EQ(s.fragments[0].outer, 0);
  EXPECT_EQ(s.fragments[1].outer, 1);
}

TEST(Fragment, InsideABlockOrItemThatIsOneNothingIsSaid) {
  const Slide s = slide("- a <b class=fragment>b</b> " + as_fragment + "\n\nc <b class=fragment>d</b> " + as_fragment);
  for (const Fragment& fragment : s.fragments) EXPECT_EQ(fragment.outer, 0);
}

TEST(Fragment, SaysHowLongTheShowWaits) {
  const Slide s = slide("a <!-- .element: class=\"fragment\" data-autoslide=\"500\" -->\n\nb " + as_fragment);
  EXPECT_EQ(s.fragments.at(0).autoslide, Duration(500));
  EXPECT_EQ(s.fragments.at(1).autoslide, std::nullopt);
}

TEST(Fragment, WhatMeansNothingIsRemarkedOn) {
  EXPECT_EQ(only_diagnostic(read("a <!-- .element: class=\"fragmnt\" -->")).code, Code::attribute_unknown);
  EXPECT_EQ(only_diagnostic(read("a <!-- .element: class=\"big-box\" -->")).code, Code::attribute_ignored);
  EXPECT_EQ(only_diagnostic(read("a <!-- .element: data-foo=\"1\" -->")).code, Code::attribute_ignored);
  EXPECT_EQ(only_diagnostic(read("a <!-- .element: stile=\"x\" -->")).code, Code::attribute_unknown);
  EXPECT_EQ(only_diagnostic(read("a <!-- .element: class=\"fragment\" data-fragment-index=\"b\" -->")).code,
            Code::attribute_value);
  EXPECT_EQ(only_diagnostic(read("<!-- .element: class=\"fragment\" -->\n\na")).code,
            Code::attribute_ignored);
}

}  // namespace
}  // namespace lectern::deck
