#include <gtest/gtest.h>

#include <string>

#include "tests/unit/deck/read.h"

namespace lectern::deck {
namespace {

template <class Content>
Content only(const Blocks& blocks) {
  if (blocks.size() == 1) {
    if (const auto* content = std::get_if<Content>(&blocks[0].content)) return *content;
  }
  ADD_FAILURE() << blocks.size() << " blocks, or one of another kind";
  return {};
}

Inlines inlines(std::string_view markdown) {
  return only<Paragraph>(read_markdown(markdown)).content;
}

TextRun run(std::string text, bool TextRun::*style = nullptr, bool TextRun::*other = nullptr) {
  TextRun made;
  made.text = std::move(text);
  if (style) made.*style = true;
  if (other) made.*other = true;
  return made;
}

TextRun link(std::string text, std::string href) {
  TextRun made = run(std::move(text));
  made.href = std::move(href);
  return made;
}

int depth(const Blocks& blocks) {
  int deepest = 0;
  for (const Block& block : blocks) {
    if (const auto* quote = std::get_if<Quote>(&block.content))
      deepest = std::max(deepest, 1 + depth(quote->blocks));
    if (const auto* list = std::get_if<List>(&block.content)) {
      for (const ListItem& item : list->items) deepest = std::max(deepest, 1 + depth(item.blocks));
    }
  }
  return deepest;
}

TEST(Markdown, StylesAreFlagsOfRuns) {
  const Inlines expected = {run("a ", &TextRun::strong),
                            run("b", &TextRun::strong, &TextRun::emphasis),
                            run(" "),
                            run("c", &TextRun::strike),
                            run(" "),
                            run("d  e", &TextRun::code),
                            run(" "),
                            link("f", "http://g")};
  EXPECT_EQ(inlines("**a *b*** ~~c~~ `d  e` [f](http://g)"), expected);
}

TEST(Markdown, EqualStylesAreOneRunAndWhiteSpaceIsFolded) {
  EXPECT_EQ(inlines("a &amp;  b\\*\nc\t \nd"), Inlines{run("a & b* c d")});
  EXPECT_EQ(inlines("a\u00A0 b&nbsp;c"), Inlines{run("a\u00A0 b\u00A0c")});
}

TEST(Markdown, LinesBreakWhereTheAuthorSaysSo) {
  const Inlines expected = {run("a"), LineBreak{}, run("b"), LineBreak{}, run("c"), LineBreak{}, run("d")};
  EXPECT_EQ(inlines("a  \nb\\\nc <br/> d"), expected);
}

TEST(Markdown, KnownEntitiesAreResolvedAndOthersStay) {
  EXPECT_EQ(plain_text(read_markdown("&pound;5 &#8217; &#x1F600; &hellip; &frobnicate; &#0; &#xD800;")),
            "£5 ’ 😀 … &frobnicate; \uFFFD \uFFFD");
  EXPECT_EQ(
      plain_text(read_markdown("a&Tab;b&quot;&QUOT;&bsol;&fjlig;&CounterClockwiseContourIntegral;&commat;")),
      "a b\"\"\\fj∳@");
  EXPECT_EQ(plain_text(read_markdown("&hellip &Hellip; <b title='&'>x</b>")), "&hellip &Hellip; x");
}

TEST(Markdown, AddressesAreLinksByThemselves) {
  const Inlines www = inlines("www.example.org");
  EXPECT_EQ(std::get<TextRun>(www.at(0)).href, "http://www.example.org");
  EXPECT_EQ(std::get<TextRun>(inlines("<https://x.org>").at(0)).href, "https://x.org");
}

TEST(Markdown, ImagesHaveTheirTextAside) {
  EXPECT_EQ(inlines("![a *b* ![c](d)](e%20f.png \"t &lt;\")"),
            (Inlines{InlineImage{"e f.png", "a b c", "t <"}}));
  EXPECT_EQ(plain_text(read_markdown("x ![y](z.png)")), "x");
  EXPECT_EQ(plain_text(read_markdown("x ![y](z.png)"), Alternatives::include), "x y");
}

TEST(Markdown, TightItemsAreBareAndLooseOnesHaveParagraphs) {
  const List tight = only<List>(read_markdown("3. a\n4. b\n   - c"));
  EXPECT_TRUE(tight.ordered);
  EXPECT_EQ(tight.start, 3);
  ASSERT_EQ(tight.items.size(), 2u);
  EXPECT_TRUE(std::holds_alternative<Plain>(tight.items[0].blocks.at(0).content));
  EXPECT_TRUE(std::holds_alternative<List>(tight.items[1].blocks.at(1).content));
  const List loose = only<List>(read_markdown("- a\n\n- b"));
  EXPECT_TRUE(std::holds_alternative<Paragraph>(loose.items.at(0).blocks.at(0).content));
}

TEST(Markdown, CodeKeepsEverySpace) {
  const CodeBlock code = only<CodeBlock>(read_markdown("```cpp [1-2]\n  a   b\n\nc\t& &amp;\n```"));
  EXPECT_EQ(code.language, "cpp");
  EXPECT_EQ(code.text, "  a   b\n\nc\t& &amp;");
}

TEST(Markdown, TablesHaveAllCellsOfAllRows) {
  const Table table = only<Table>(read_markdown("| a | b |\n|:-:|--:|\n| **c** |\n| d | e | f |"));
  EXPECT_EQ(table.columns, (std::vector{Align::center, Align::right}));
  EXPECT_EQ(plain_text(table.header.at(0).at(1)), "b");
  ASSERT_EQ(table.body.size(), 2u);
  for (const Table::Row& row : table.body) EXPECT_EQ(row.size(), 2u);
  EXPECT_TRUE(std::get<TextRun>(table.body[0][0].at(0)).strong);
}

TEST(Markdown, ATableNeedsOnlyOneDashAColumn) {
  const Table table = only<Table>(read_markdown("|a|b|\n|-|:-|\n| - | -- |\n|c|d|"));
  EXPECT_EQ(table.columns, (std::vector{Align::none, Align::left}));
  ASSERT_EQ(table.body.size(), 2u);
  EXPECT_EQ(plain_text(table.body[0][0]), "-");
}

TEST(Markdown, ATableThatIsTooWideIsShownAsText) {
  std::string header = "|";
  std::string dashes = "|";
  for (std::size_t i = 0; i <= max_table_columns; ++i) header += "a|", dashes += "-|";
  const ReadDeck deck = read("x\n\n" + header + "\n" + dashes + "\n|b|");
  EXPECT_TRUE(std::holds_alternative<Paragraph>(deck.deck.slides[0].content.at(1).content));
  EXPECT_EQ(only_diagnostic(deck).line, 4);
}

TEST(Markdown, NestingHasAnEndAndLosesNoText) {
  std::string quotes;
  std::string lists;
  for (int i = 0; i < 2 * max_nesting; ++i) {
    quotes += "> ";
    lists += std::string(static_cast<std::size_t>(2 * i), ' ') + "- a\n";
  }
  const ReadDeck deck = read(quotes + "end\n\n---\n\n" + lists);
  for (const Slide& slide : deck.deck.slides) EXPECT_EQ(depth(slide.content), max_nesting);
  EXPECT_EQ(outline(deck.deck).substr(0, 18), "1: end | 2: a a a ");
  ASSERT_EQ(deck.diagnostics.size(), 2u);
  EXPECT_EQ(deck.diagnostics[0].code, Code::nesting_too_deep);
}

TEST(Markdown, WhatCannotBeShownIsLeftOutAndSaid) {
  const ReadDeck deck = read("\n\n" + std::string(2 * max_shown_text_bytes, 'x') + "\n\nend");
  EXPECT_EQ(plain_text(deck.deck.slides[0].content).size(), max_shown_text_bytes - 8) << "a run counts as 8";
  EXPECT_EQ(only_diagnostic(deck).code, Code::slide_too_long);
  EXPECT_EQ(only_diagnostic(deck).line, 3);
}

TEST(Markdown, ItemsCanBeTasks) {
  const List list = only<List>(read_markdown("- [ ] a\n- [x] b\n- c"));
  EXPECT_EQ(list.items.at(0).task, Task::open);
  EXPECT_EQ(list.items.at(1).task, Task::done);
  EXPECT_EQ(list.items.at(2).task, Task::none);
  EXPECT_EQ(plain_text(list.items.at(0).blocks), "a");
}

TEST(Markdown, PositionsAreRightBehindWhatWasWidened) {
  const Diagnostic diagnostic = only_diagnostic(read("|é|b|\n|-|-|\n|c|<foo>d|"));
  EXPECT_EQ(diagnostic.line, 3);
  EXPECT_EQ(diagnostic.column, 4);
}

TEST(Markdown, ManyUsesOfALongDefinitionAreShownAsText) {
  std::string text = "[a]: http://" + std::string(50'000, 'x') + "\n\n";
  for (int i = 0; i < 3'000; ++i) text += "[a] ";
  const ReadDeck deck = read(text);
  ASSERT_EQ(deck.diagnostics.size(), 2u) << "it is shown as text, and that is too much text";
  EXPECT_EQ(deck.diagnostics[0].code, Code::links_too_large);
  EXPECT_LE(plain_text(deck.deck.slides[0].content).size(), max_shown_text_bytes);
}

TEST(Markdown, SpansThatAreLeftAndWereNotEnteredAreNoTrouble) {
  EXPECT_EQ(outline(read("[a]: http://x a] <http://y> www.example.org(~~s~~ \\+ \n"
                         "a]: http://x a] <http://y> www.example.org ~~s~~\n\n# After\n")
                        .deck)
                .substr(0, 10),
            "1: [a]: ht");
}

TEST(Markdown, TooManyBracketsAreShownAsText) {
  std::string text;
  for (int i = 0; i < 5'000; ++i) text += "[a](";
  const ReadDeck deck = read(text);
  ASSERT_EQ(deck.diagnostics.size(), 2u);
  EXPECT_EQ(deck.diagnostics[0].code, Code::links_too_large);
  EXPECT_EQ(deck.diagnostics[1].code, Code::slide_too_long);
}

TEST(PictureReferences, AreNamedOnceEachWithTheirPlace) {
  const std::string text =
      "<!-- .slide: data-background=\"a.jpg\" -->\n- é ![x](b.png)\n\n---\n\n![a](a.jpg) ![](c%20d.png)\n";
  const auto references = picture_references(read(text).deck, text);
  ASSERT_EQ(references.size(), 3u);
  EXPECT_EQ(references[0].source, "a.jpg");
  EXPECT_EQ(references[0].line, 1);
  EXPECT_EQ(references[0].column, 31);
  EXPECT_EQ(references[1].source, "b.png");
  EXPECT_EQ(references[1].line, 2);
  EXPECT_EQ(references[1].column, 10);
  EXPECT_EQ(references[2].source, "c d.png");
  EXPECT_EQ(references[2].line, 6);
  EXPECT_EQ(references[2].column, 17);
}

TEST(PictureReferences, TheLogoIsNamedInTheFrontMatter) {
  const std::string text = "---\ntitle: A\nlogo: arms.svg\n---\n![](arms.svg)\n\n![](b.png)\n";
  const Deck deck = read(text).deck;
  const auto references = picture_references(deck, text);
  ASSERT_EQ(references.size(), 2u);
  EXPECT_EQ(references[0].source, "arms.svg");
  EXPECT_EQ(references[0].line, 3);
  EXPECT_EQ(references[0].column, 7);
  EXPECT_EQ(references[1].line, 7);
  EXPECT_EQ(picture_names(deck), (std::vector<std::string>{"arms.svg", "b.png"}));
}

TEST(Markdown, ATableMayFollowTextAndBeFollowedByOtherBlocks) {
  const std::string table = "| a | b |\n|---|---|\n| 1 | 2 |\n";
  const auto kinds = [](const std::string& text) {
    std::string names;
    for (const Block& block : read_markdown(text)) names += "hp.clqtr"[block.content.index()];
    return names;
  };
  EXPECT_EQ(kinds("Figures:\n" + table), "pt");
  EXPECT_EQ(kinds("one\ntwo\n" + table + "## H\n"), "pth");
  EXPECT_EQ(kinds(table + "> q\n"), "tq");
  EXPECT_EQ(kinds(table + "- i\n"), "tl");
  EXPECT_EQ(kinds(table + "```\nc\n```\n"), "tc");
  const auto commented = read_markdown(table + "<!-- .element: class=\"fragment\" -->\n");
  ASSERT_EQ(commented.size(), 1u);
  EXPECT_EQ(std::get<Table>(commented[0].content).body.size(), 1u);
  EXPECT_EQ(kinds("a | b\nc | d\n"), "p");
}

TEST(Markdown, ANoBreakSpaceAfterAMarkIsASpace) {
  EXPECT_EQ(std::get<Heading>(read_markdown("##\u00A0Two")[0].content).level, 2);
  EXPECT_TRUE(std::holds_alternative<List>(read_markdown("-\u00A0a\n- b")[0].content));
  EXPECT_EQ(plain_text(read_markdown("a\u00A0b")), "a\u00A0b");
}

}  // namespace
}  // namespace lectern::deck
