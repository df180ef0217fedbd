// A deck and its states, made by code.
#pragma once

#include <memory>
#include <string>

#include "common/deck/deck.h"
#include "common/session/state.h"

namespace lectern::stage {

/// `count` slides side by side, each with a background colour of its own (slide_color) and no text.
inline std::shared_ptr<deck::Deck> colored_deck(int count,
                                                deck::Transition transition = deck::Transition::none) {
  auto deck = std::make_shared<deck::Deck>();
  deck->hash = "00112233445566778899aabbccddeeff";
  deck->settings.title = "Test";
  deck->settings.transition = transition;
  for (int h = 1; h <= count; ++h) {
    deck::Slide slide;
    slide.address = {h, 0};
    const char digit = static_cast<char>('0' + h);
    slide.background.color = std::string("#") + digit + digit + "0000";
    deck->slides.push_back(slide);
  }
  return deck;
}

/// Of the slide at `index` of a colored_deck() of up to nine.
inline std::uint32_t slide_color(int index) {
  return 0xff000000u | static_cast<std::uint32_t>(index + 1) * 0x110000u;
}

inline std::shared_ptr<session::State> state_of(const deck::Deck& deck, Revision revision, int index) {
  auto state = std::make_shared<session::State>(session::first_state(deck, 7));
  state->revision = revision;
  state->position.slide = deck.slides[static_cast<std::size_t>(index)].address;
  return state;
}

}  // namespace lectern::stage
