// The little that is understood of HTML in a deck.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace lectern::deck {

/// A piece of HTML: a tag or comment, or the text between two of them (entities not yet resolved).
struct HtmlPiece {
  enum class Kind { text, tag, comment } kind = Kind::text;
  std::string_view source;
};

std::vector<HtmlPiece> html_pieces(std::string_view html);

/// "br" of "<BR/>", "div" of "</div>"; empty for what is no element's tag.
std::string tag_name(std::string_view tag);

}  // namespace lectern::deck
