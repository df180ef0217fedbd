// What the rules look at: plain values, measured beforehand. A rule opens no file and draws nothing.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/base/pixmap.h"
#include "common/base/result.h"
#include "common/base/time.h"
#include "common/deck/deck.h"
#include "presenter/check/link_targets.h"
#include "presenter/check/source.h"
#include "presenter/stage/slide_painter.h"

namespace lectern::check {

using Finding = deck::Diagnostic;
using Findings = std::vector<Finding>;

struct DeckView {
  const deck::Deck& deck;
  const Source& source;
  std::optional<Duration> slot;  ///< that the talk has
  LinkTargets link_targets{};    ///< without the places of slides
};

/// A picture's file that was found.
struct PictureFile {
  std::uintmax_t bytes = 0;
  PixelSize size{};              ///< upright; of no use where there is a fault
  bool is_drawing = false;       ///< as sharp at any size
  std::optional<Error> fault{};  ///< why it cannot be shown
  Position place;                ///< where the deck names it first
};

struct SlideView {
  const DeckView& in;
  std::size_t index = 0;
  PixelSize display;
  stage::Proof proof;
  std::map<std::string, PictureFile, std::less<>> pictures;  ///< by source, those that this slide names

  const deck::Slide& slide() const { return in.deck.slides[index]; }

  /// A finding where this slide says `words`.
  Finding finding(deck::Code code, std::string_view words, std::string message, std::string remedy) const {
    return finding(code, in.source.find(index, words), std::move(message), std::move(remedy));
  }
  static Finding finding(deck::Code code, Position at, std::string message, std::string remedy) {
    return {code, {}, at.line, at.column, std::move(message), std::move(remedy)};
  }
};

}  // namespace lectern::check
