// Decks as text, and what their slides say in HTML.
#pragma once

#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "common/deck/deck.h"
#include "presenter/html/slide_html.h"

namespace lectern::html {

inline deck::Deck deck_of(std::string_view text) {
  auto read = deck::read_deck(text);
  EXPECT_TRUE(read) << text;
  if (read) return std::move(read->deck);
  deck::Deck empty;
  empty.slides.emplace_back();
  return empty;
}

/// The first slide, without the ends of lines.
inline std::string html_of(std::string_view text, int step = 0) {
  std::string html = slide_html(deck_of(text), 0, step);
  std::erase(html, '\n');
  return html;
}

inline bool contains(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

}  // namespace lectern::html
