// A slide's (or a note's) Markdown as a tree of plain values: what the author meant, nothing about how it
// looks.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "common/base/time.h"

namespace lectern::deck {

enum class Baseline { normal, sub, super };

/// A run of text in one style. Runs do not nest: `**a *b***` is two runs with different flags. `text` is
/// UTF-8 with entities resolved; a soft line break of the source is one space in it.
struct TextRun {
  std::string text;
  bool strong = false;
  bool emphasis = false;
  bool strike = false;
  bool code = false;
  bool underline = false;
  bool mark = false;      ///< as with a text marker
  bool keyboard = false;  ///< a key to press
  Baseline baseline = Baseline::normal;
  double size = 1;    ///< times the size of the text around it, without what `baseline` does to it
  std::string color;  ///< a CSS colour as written; empty: that of the text around it
  std::string href;   ///< where the run links to; empty: no link
  int fragment = 0;   ///< number of the slide's fragment that it is, from 1; 0: it is always there

  friend bool operator==(const TextRun&, const TextRun&) = default;
};

/// A CSS length: CSS pixels, or a share of the width (or height) that there is.
struct Length {
  double value = 0;
  bool is_percentage = false;

  friend bool operator==(const Length&, const Length&) = default;
};

struct InlineImage {
  std::string source;  ///< relative to the deck's folder, URL-decoded; a URL as written
  std::string alt;     ///< plain text; empty where the author gave none
  std::string title;
  bool is_decorative = false;     ///< its author says that it needs no words: `alt=""` in HTML
  std::optional<Length> width{};  ///< where the author gave one; the other side follows the picture's shape
  std::optional<Length> height{};
  int fragment = 0;  ///< as for TextRun

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

enum class Align { none, left, center, right };

/// Which way text runs where its author says so.
enum class TextDirection { unsaid, left_to_right, right_to_left };

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

enum class Task { none, open, done };

struct ListItem {
  Blocks blocks;
  Task task = Task::none;  ///< an item `[ ]` or `[x]`
  int fragment = 0;        ///< as for TextRun; with its bullet
};

struct List {
  bool ordered = false;
  int start = 1;  ///< number of the first item where ordered
  std::vector<ListItem> items;
};

struct Quote {
  Blocks blocks;
};

/// A cell over several places of a table.
struct Span {
  std::size_t row = 0;  ///< of the first place, from 0; the header's rows come first
  std::size_t column = 0;
  std::size_t row_count = 1;
  std::size_t column_count = 1;
  Align align = Align::none;  ///< of a cell over several columns; others are as their column
};

/// Rows of the header, if there is one, and of the body; every row has exactly columns.size() places.
struct Table {
  using Row = std::vector<Inlines>;
  std::vector<Align> columns;
  std::vector<Row> header;
  std::vector<Row> body;
  /// In the order of their first places; the others are empty. They lie inside the table and do not overlap;
  /// none goes from the header into the body.
  std::vector<Span> spans{};
};

struct Rule {};

struct Block {
  std::variant<Heading, Paragraph, Plain, CodeBlock, List, Quote, Table, Rule> content;
  Align align = Align::none;                        ///< of its text; none: as what is around it
  double size = 1;                                  ///< times the size that it has by itself
  int fragment = 0;                                 ///< as for TextRun; with all that is in it
  TextDirection direction = TextDirection::unsaid;  ///< of all that is in it; unsaid: as what is around it
};

/// What happens to a part of a slide at its step (reveal.js's classes beside `fragment`).
enum class Effect {
  fade_in,
  fade_out,
  fade_in_then_out,       ///< there at its own step only; current-visible too
  fade_in_then_semi_out,  ///< half there at later steps
  semi_fade_out,
  grow,
  shrink,
  strike,
  highlight_red,
  highlight_green,
  highlight_blue,
  highlight_current_red,  ///< at its own step only
  highlight_current_green,
  highlight_current_blue,
  fade_up,  ///< comes from a little below its place
  fade_down,
  fade_left,
  fade_right,
  zoom_in,  ///< comes small and grows
  custom,   ///< there at every step: what else happens to it only CSS of the deck's own would say
};

/// Whether it moves into its place as it comes, or grows there.
constexpr bool moves(Effect effect) {
  using enum Effect;
  return effect == fade_up || effect == fade_down || effect == fade_left || effect == fade_right ||
         effect == zoom_in;
}

/// A part of a slide that changes as the slide goes on.
struct Fragment {
  Effect effect = Effect::fade_in;
  int step = 1;   ///< the step at which it happens, from 1; several can share one
  int outer = 0;  ///< number of a fragment around it that no block or item shows; 0: there is none
  std::optional<Duration> autoslide{};  ///< as Slide::autoslide, once it has happened
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
