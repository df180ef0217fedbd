// A document tree as HTML, part by part.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "common/deck/deck.h"
#include "presenter/html/markup.h"
#include "presenter/html/shown.h"
#include "presenter/html/slide_html.h"

namespace lectern::html {

/// Where a part stands.
struct Place {
  bool is_struck = false;        ///< all that is in it
  bool has_direction = false;    ///< somebody said which way text runs here, or it follows what is around it
  bool is_bare = false;          ///< the first thing in an item: text needs no paragraph
  std::string_view direction{};  ///< the attribute that says so
};

class Writing {
 public:
  Writing(const deck::Deck& deck, const Shown& shown, int heading_level)
      : deck_(deck), shown_(shown), top_level_(heading_level) {}

  void write(const deck::Blocks&, Place = {});
  Markup& out() { return out_; }

 private:
  // blocks.cpp
  void write(const deck::Block&, Place);
  void write(const deck::Heading&, const Place&);
  void write(const deck::Paragraph&, const Place&);
  void write(const deck::Plain&, const Place&);
  void write(const deck::CodeBlock&, const Place&);
  void write(const deck::List&, const Place&);
  void write(const deck::Quote&, const Place&);
  void write(const deck::Rule&, const Place&);
  void write_lines(std::string_view name, const deck::Inlines&, const Place&);
  void write_items(const deck::List&, const Place&);
  /// Its number where it is not the one after the item before it.
  void write_item(const deck::ListItem&, std::optional<long> number, const Place&);
  void write_start(std::string_view name, const Place&);
  std::string_view heading_name(int level);

  // table.cpp
  void write(const deck::Table&, const Place&);
  /// With the span that each of its places belongs to; a name in its first cell heads the row.
  void write_row(const deck::Table::Row&, std::size_t row, std::span<const deck::Span* const>,
                 std::string_view scope, bool has_name, const Place&);
  void write_cell(const deck::Inlines&, const deck::Span&, std::string_view scope, const Place&);

  // lines.cpp
  void write(const deck::Inlines&, const Place&);
  void write_link(const deck::Inlines&, std::size_t begin, std::size_t end, const Place&);
  void write_parts(const deck::Inlines&, std::size_t begin, std::size_t end, const Place&);
  void write(const deck::InlineImage&);
  /// As an attribute's value; empty: it leads nowhere from here.
  std::string target_of(const std::string& href) const;
  /// Words of ours, which are English, in a text that may not be.
  void write_own(std::string_view name, std::string_view attributes, std::string_view words);

  const deck::Deck& deck_;
  const Shown& shown_;
  const int top_level_;
  std::vector<int> headings_;  ///< levels, as written, of those that the newest is below, and its own
  Markup out_{max_html_bytes};
};

}  // namespace lectern::html
