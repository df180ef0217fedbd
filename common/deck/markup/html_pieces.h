// HTML cut into tags and text.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace lectern::deck {

/// Finds where one tag ends, part by part: a `>` inside a quoted value closes nothing.
class TagScan {
 public:
  /// Behind the `>` that closes the tag; nullopt: it goes on behind this part.
  std::optional<std::size_t> end_in(std::string_view part);

 private:
  char quote_ = 0;  // that a value is open with
  char last_ink_ = 0;
};

/// A piece of HTML: a tag, a comment (or <!…>, <?…>), or the text between two of them (entities not yet
/// resolved).
struct HtmlPiece {
  enum class Kind { text, tag, comment } kind = Kind::text;
  std::string_view source;
};

std::vector<HtmlPiece> html_pieces(std::string_view html);

/// "br" of "<BR/>", "div" of "</div>"; empty for what is no element's tag.
std::string tag_name(std::string_view tag);

}  // namespace lectern::deck
