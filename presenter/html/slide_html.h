// What a slide says, as a part of a web page that anybody can read: aloud, enlarged, selected, translated.
// Pure.
#pragma once

#include <cstddef>
#include <string>

#include "common/deck/deck.h"

namespace lectern::html {

/// Of one slide; the rest is left out.
inline constexpr std::size_t max_html_bytes = 192u << 10;

/// What the slide says with `step` of its steps revealed, and nothing of what is revealed later or is gone:
/// headings, paragraphs, lists, tables, quotes, code, links, and alternative texts in the place of pictures.
/// Sizes, colours, alignment and backgrounds are left out; no scripts, styles, event handlers, and nothing
/// that loads. Its first heading is an <h2>, since a page's <h1> is the deck's title; the others are as deep
/// as they are below one another, none skipped. Links lead to http, https and mailto, and to `#slide-N`.
std::string slide_html(const deck::Deck&, std::size_t slide_index, int step);

/// Markdown, as of notes, in the same way; empty: it says nothing. Its first heading is at `heading_level`.
std::string blocks_html(const deck::Deck&, const deck::Blocks&, int heading_level);

/// Text for an element or an attribute in quotes, without what no page may hold.
std::string escaped(std::string_view utf8);

/// The deck's language where it is written as BCP 47 has it; empty: it is not known.
std::string language_of(const deck::Deck&);

}  // namespace lectern::html
