// Puts a slide's content together from the outside in: elements are opened and closed, text is added to the
// innermost one. Markdown and HTML both write into it, and need not nest properly.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/deck/document.h"
#include "common/deck/markup/carried.h"
#include "common/deck/markup/fragment_book.h"
#include "common/deck/markup/frame.h"
#include "common/deck/markup/inlines.h"
#include "common/deck/markup/mark.h"
#include "common/deck/markup/restyle.h"
#include "common/deck/markup/room.h"
#include "common/deck/markup/style.h"
#include "common/deck/markup/table_builder.h"

namespace lectern::deck {

enum class Owner { markdown, html };

/// An element that is to be opened.
struct Opening {
  Frame kind = Frame::text;
  Owner owner = Owner::markdown;
  std::string_view name{};                          ///< of the HTML element; lives as long as the program
  Style style{};                                    ///< inside
  Align align = Align::none;                        ///< of the blocks inside; none: as around it
  TextDirection direction = TextDirection::unsaid;  ///< of it and what is inside; unsaid: as around it
  Mark mark{};                                      ///< what makes it a fragment
  int level = 1;                                    ///< of a heading
  List list{};                                      ///< its kind
  Task task = Task::none;                           ///< of an item
  bool is_header = false;                           ///< of a cell
  std::string_view after{};                         ///< text that ends it; lives as long as the program
  std::optional<std::size_t> place{};  ///< for a remark if its author never closes it; nullopt: need not
  bool goes_on = false;                ///< if its author never closes it, in the blocks that follow
};

class BlockBuilder {
 public:
  BlockBuilder(Room room, std::size_t max_work);

  /// What closes an element of Markdown.
  struct Handle {
    std::size_t depth = 0;
    std::size_t serial = 0;
  };
  Handle open(Opening);
  /// The element and all that are open inside it; nothing where it is closed already.
  void close(Handle);
  /// The innermost of HTML's elements of that name; nothing where none is open in here.
  void close_html(std::string_view name, Frame kind);

  const Style& style() const { return style_; }
  void add_text(std::string_view);
  void add_break();
  void add_image(InlineImage, const Mark&);
  void add_code(CodeBlock);
  void add_rule(const Mark&);
  void set_code_language(std::string_view language);

  /// What a comment says of the element before it, else of the one around it. False: there is neither.
  bool mark(const Mark&);

  const Room& room() const { return room_; }
  bool is_nested_too_deep() const { return is_nested_too_deep_; }
  /// The first element that should have been closed before the text around it ended.
  struct Unclosed {
    std::string_view name;
    std::size_t place = 0;
    bool goes_on = false;
  };
  const std::optional<Unclosed>& unclosed() const { return unclosed_; }

  Blocks finish();
  FragmentBook& fragments() { return fragments_; }

 private:
  /// The last element inside another.
  struct Child {
    enum class Kind { none, inlines, block, item } kind = Kind::none;
    std::size_t begin = 0, end = 0;  // of inlines; otherwise an index
    std::size_t serial = 0;
    std::size_t epoch = 0;  // of inlines: until they became a block
    int fragment = 0;
  };
  struct Open {
    Frame kind = Frame::document;
    Owner owner = Owner::markdown;
    std::string_view name;
    Style outer_style;
    Align outer_align = Align::none;
    TextDirection outer_direction = TextDirection::unsaid;
    TextDirection direction = TextDirection::unsaid;
    double pixels = text_pixels;  // of the text directly inside
    double natural_em = 1;        // the size that it has by itself
    std::size_t serial = 0;
    std::size_t container = 0;  // where its blocks go: a document, quote, item or list
    std::size_t flow = 0;       // the innermost that is no text and no group
    std::size_t base = 0;       // whose pixels its runs' sizes refer to
    std::size_t table = 0;      // 0: none
    std::size_t inlines_begin = 0;
    std::size_t blocks_begin = 0;  // in the container
    std::size_t epoch = 0;
    int fragment = 0;
    int level = 1;
    Task task = Task::none;
    bool is_header = false;
    Span span;  // of a cell
    std::string_view after;
    std::optional<std::size_t> place;
    bool goes_on = false;
    std::vector<Carried> carried;  // that go on in here; of a cell: that come to it, and to what is behind it
    Child last;
    std::vector<Patch> patches;
    Blocks blocks;
    List list;
    std::string text;  // of what is preformatted
    std::string language;
    std::unique_ptr<TableBuilder> cells;  // of a table
  };

  Open& top() { return open_.back(); }
  bool is_in_cell() const { return cell_depth_ > 0; }
  Frame fitting(Frame kind);
  void close_implied(Frame kind);
  void push(Opening&&);
  void close_to(std::size_t depth);
  void close_top();
  void carry();
  void resume();
  void put_text(std::string_view);
  void close_text(const Open&);
  void close_blocks(const Open&);
  void close_item(Open&&);
  void close_cell(const Open&);
  void close_row(const Open&);

  Blocks& blocks_of(std::size_t container);
  void add(Block, double natural_em, double pixels);
  void flush();
  void remember_block(std::size_t serial, int fragment);
  void patch(const Open&, Inlines&, std::size_t begin, std::size_t end);
  int number_of(const Mark&, int known, std::size_t serial);

  Room room_;
  std::size_t work_left_;
  InlineBuilder inlines_;
  FragmentBook fragments_;
  std::vector<Open> open_;
  std::vector<Carried> carried_;  // formatting that goes on with the next text, the innermost first
  Style style_;
  Align align_ = Align::none;
  TextDirection direction_ = TextDirection::unsaid;
  std::size_t serial_ = 0;
  std::size_t epoch_ = 0;  // counts flushes
  int nesting_ = 0;        // of quotes, lists and tables
  int cell_depth_ = 0;
  int html_depth_ = 0;
  int unopened_html_ = 0;      // elements that were one too deep
  bool break_is_due_ = false;  // in a cell, where a block ends
  bool is_nested_too_deep_ = false;
  std::optional<Unclosed> unclosed_;
};

}  // namespace lectern::deck
