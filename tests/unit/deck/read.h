// What every test of the deck begins with.
#pragma once

#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "common/deck/deck.h"

namespace lectern::deck {

/// A deck that must be readable.
inline ReadDeck read(std::string_view text) {
  auto result = read_deck(text);
  if (result) return *std::move(result);
  ADD_FAILURE() << "no deck: " << text;
  ReadDeck empty;
  empty.deck.slides.emplace_back();
  return empty;
}

/// The only diagnostic there must be.
inline Diagnostic only_diagnostic(const ReadDeck& read) {
  EXPECT_EQ(read.diagnostics.size(), 1u);
  return read.diagnostics.empty() ? Diagnostic{} : read.diagnostics.front();
}

/// Empty: none.
inline std::string first_image(const Background& background) {
  return background.images.empty() ? std::string() : background.images.front();
}

/// "1: a | 2.1: b | 2.2: c"
inline std::string outline(const Deck& deck) {
  std::string text;
  for (const Slide& slide : deck.slides) {
    text += (text.empty() ? "" : " | ") + to_string(slide.address) + ": " + plain_text(slide.content);
  }
  return text;
}

}  // namespace lectern::deck
