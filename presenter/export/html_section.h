// One slide of an HTML file.
#pragma once

#include <cstddef>
#include <string>

#include "common/deck/deck.h"
#include "presenter/export/html_page.h"
#include "presenter/export/slide_pictures.h"

namespace lectern::exporting {

/// Our own words are English, whatever the deck's language is.
class Words {
 public:
  explicit Words(const deck::Deck&);
  /// ` lang="en"` where that must be said.
  const std::string& language() const { return language_; }

 private:
  std::string language_;
};

/// Plain text, never empty.
std::string document_title(const deck::Deck&);

/// As HTML, never empty.
std::string title_of(const deck::Deck&, std::size_t slide_index);

/// The slide's number, its picture, what it says, its notes in a show. There, `data-pictures` names the
/// picture of each of its steps, and those that no other slide has had come with it.
std::string html_section(const deck::Deck&, std::size_t slide_index, HtmlKind, SlidePictures&);

}  // namespace lectern::exporting
