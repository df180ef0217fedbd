// Plain text work that knows nothing of decks: encoding, line ends, positions for people.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace lectern {

/// Bytes [begin, end) of a text.
struct Range {
  std::size_t begin = 0;
  std::size_t end = 0;
};

/// The first byte that is not part of well-formed UTF-8; nullopt: all is well.
std::optional<std::size_t> find_invalid_utf8(std::string_view);

/// Without a byte order mark; every CR LF and lone CR is LF. Lines and columns stay what they were.
std::string with_unix_line_ends(std::string_view);

std::size_t count_code_points(std::string_view utf8);
void append_code_point(std::string& out, char32_t);
/// Takes one character off the front of a text that is not empty; U+FFFD for a byte that is none.
char32_t take_code_point(std::string_view& text);

/// The first byte from `at` on, before `end`, that is not ASCII; `end`: all are.
std::size_t end_of_ascii(std::string_view, std::size_t at, std::size_t end);

bool is_space(char);  ///< ASCII white space
std::string_view trimmed(std::string_view);
bool has_word(std::string_view text, std::string_view word);  ///< between white space
std::string lower_case(std::string_view);                     ///< ASCII letters only
int hexadecimal_value(char);                                  ///< -1: it is no such digit

/// At most `size` bytes of a text: whole lines, or at least whole characters.
std::string_view first_lines(std::string_view, std::size_t size);

/// At most `code_points` long; what was longer ends in an ellipsis.
std::string shortened(std::string_view, std::size_t code_points);
/// “word”, at most 60 code points of it.
std::string in_quotes(std::string_view word);

/// "my%20picture.jpg" as the name of a file. A URL with a scheme, or an escape that makes no text, stays as
/// written.
std::string file_name_of(std::string_view reference);

struct Position {
  int line = 1;
  int column = 1;
};

/// A text and where its lines begin.
class SourceText {
 public:
  explicit SourceText(std::string text);

  const std::string& text() const { return text_; }
  Position position(std::size_t offset) const;
  /// Line 1 begins at 0; a line beyond the last begins at the text's end.
  std::size_t line_begin(std::size_t line) const;

 private:
  std::string text_;
  std::vector<std::uint32_t> line_begins_;
};

}  // namespace lectern
