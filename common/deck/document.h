// A slide's (or a note's) Markdown as a tree of plain values: what the author meant, nothing about how it
// looks.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace lectern::deck {

/// A run of text in one style. Runs do not nest: `**a *b***` is two runs with different flags. `text` is
/// UTF-8 with entities resolved; a soft line break of the source is one space in it.
struct TextRun {
  std::string text;
  bool strong = false;
  bool emphasis = false;
  bool strike = false;
  bool code = false;
  std::string href;  ///< where the run links to; empty: no link

  friend bool operator==(const TextRun&, const TextRun&) = default;
};

struct InlineImage {
  std::string source;  ///< relative to the deck's folder, URL-decoded; a URL as written
  std::string alt;     ///< plain text; empty where the author gave none
  std::string title;

  friend bool operator==(const InlineImage&, const InlineImage&) = default;
};

struct LineBreak {
  friend bool operator==(const LineBreak&, const LineBreak&) = default;
};

using Inline = std::variant<TextRun, InlineImage, LineBreak>;
using Inlines = std::vector<Inline>;

struct Block;
using Blocks =
    std::vector<Block>;  ///< nested at most max_nesting deep (deck.h), so recursion over it is bounded

struct Heading {
  int level = 1;  ///< 1 to 6
  Inlines content;
};

struct Paragraph {
  Inlines content;
};

/// Text directly inside a list item of a tight list: no paragraph of its own, so no paragraph margins.
struct Plain {
  Inlines content;
};

struct CodeBlock {
  std::string language;  ///< the fence's first word; may be empty
  std::string text;      ///< every space kept, without the last line's end
};

struct ListItem {
  Blocks blocks;
};

struct List {
  bool ordered = false;
  int start = 1;  ///< number of the first item where ordered
  std::vector<ListItem> items;
};

struct Quote {
  Blocks blocks;
};

enum class Align { none, left, center, right };

/// A GFM table: one header row, then body rows; every row has exactly columns.size() cells.
struct Table {
  using Row = std::vector<Inlines>;
  std::vector<Align> columns;
  Row header;
  std::vector<Row> body;
};

struct Rule {};

struct Block {
  std::variant<Heading, Paragraph, Plain, CodeBlock, List, Quote, Table, Rule> content;
};

/// Reads Markdown without diagnostics, as for a slide's notes. Bounded: what is over markdown.h's limit is
/// left out.
Blocks read_markdown(std::string_view);

/// The text a person would read aloud: runs joined, blocks and cells separated by one space; images say their
/// alternative text only if `with_alternatives`.
enum class Alternatives { leave_out, include };
std::string plain_text(const Inlines&, Alternatives = Alternatives::leave_out);
std::string plain_text(const Blocks&, Alternatives = Alternatives::leave_out);

}  // namespace lectern::deck
