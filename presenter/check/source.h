// The deck's text, slide by slide, so that a finding can say where.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "common/deck/deck.h"
#include "common/text/text.h"

namespace lectern::check {

class Source {
 public:
  /// `text` is what the deck's lines speak of. `deck` must outlive this.
  Source(const deck::Deck& deck, std::string text) : deck_(deck), text_(std::move(text)) {}

  std::string_view text() const { return text_.text(); }
  std::string_view slide_text(std::size_t slide_index) const;
  std::string_view line(int number) const;  ///< without its end; empty beyond the last

  Position position(std::size_t offset) const { return text_.position(offset); }

  /// Where the slide says `words` first; where it does not say them so (markup may stand between them), where
  /// their first word is; else its title; else the first line with anything on it.
  Position find(std::size_t slide_index, std::string_view words) const;

  /// The slide that a line belongs to; nullopt: it is in the front matter.
  std::optional<std::size_t> slide_at(int line) const;

 private:
  std::size_t begin_of(std::size_t slide_index) const;

  const deck::Deck& deck_;
  SourceText text_;
};

}  // namespace lectern::check
