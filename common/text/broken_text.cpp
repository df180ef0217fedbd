#include "common/text/broken_text.h"

#include <algorithm>
#include <array>
#include <optional>

#include "common/text/code_pages.h"
#include "common/text/right_text.h"

namespace lectern {
namespace {

constexpr char32_t apple_logo = 0xF8FF;  // Mac Roman's 0xF0
constexpr char32_t byte_order_mark = 0xFEFF;

struct Character {
  char32_t code = 0xFFFD;
  std::size_t size = 1;
};

Character character_at(std::string_view text, std::size_t at) {
  std::string_view rest = text.substr(at);
  const char32_t code = take_code_point(rest);
  return {code, text.size() - at - rest.size()};
}

/// The byte that a program showed as this character; 0: none. Only 0x80 and above.
class ByteTable {
 public:
  constexpr explicit ByteTable(Through page) {
    const bool is_mac = page == Through::mac_roman;
    for (std::size_t byte = 0x80; byte <= 0xFF; ++byte) {
      if (!is_mac) bytes_[byte] = static_cast<std::uint8_t>(byte);  // Latin-1
      const std::size_t shown = is_mac        ? mac_roman[byte - 0x80]
                                : byte < 0xA0 ? windows_1252_high[byte - 0x80]
                                              : byte;
      if (shown < bytes_.size()) bytes_[shown] = static_cast<std::uint8_t>(byte);
    }
    if (is_mac) ligatures_ = {0xDE, 0xDF};
  }
  constexpr std::uint8_t operator[](char32_t c) const {
    if (c < bytes_.size()) return bytes_[c];
    if (c == 0xFB01 || c == 0xFB02) return ligatures_[c - 0xFB01];
    return c == apple_logo && ligatures_[0] != 0 ? 0xF0 : 0;
  }

 private:
  std::array<std::uint8_t, 0x2600> bytes_{};
  std::array<std::uint8_t, 2> ligatures_{};
};

constexpr ByteTable mac_roman_bytes(Through::mac_roman);
constexpr ByteTable windows_1252_bytes(Through::windows_1252);

bool is_lower(char c) {
  return c >= 'a' && c <= 'z';
}

bool is_ascii(char c) {
  return static_cast<unsigned char>(c) < 0x80;
}

bool is_letter(char c) {
  return is_lower(c) || (c >= 'A' && c <= 'Z');
}

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

bool is_in(char32_t c, std::u32string_view set) {
  return set.find(c) != std::u32string_view::npos;
}

bool is_pictograph(char32_t c) {
  return c >= 0x1F000 || (c >= 0x2190 && c < 0x2C00) || c == 0xFE0F;
}

/// The candidates of one code page in one text, line by line.
class Search {
 public:
  Search(std::string_view text, Through page)
      : text_(text), page_(page), bytes_(page == Through::mac_roman ? mac_roman_bytes : windows_1252_bytes) {}

  std::vector<Candidate> certain() && {
    bool is_pure = true;
    for (std::size_t begin = 0; begin < text_.size();) {
      const std::size_t end = std::min(text_.find('\n', begin), text_.size());
      is_pure &= search_line({begin, end});
      begin = end + 1;
    }
    if (is_pure) let_the_certain_vouch(0);
    std::erase_if(found_, [](const Candidate& c) { return !c.is_certain; });
    return std::move(found_);
  }

 private:
  /// Whether the line has nothing outside ASCII but candidates.
  bool search_line(Range line) {
    const std::size_t first = found_.size();
    bool is_pure = true;
    is_quotation_open_ = false;
    for (std::size_t at = line.begin; at < line.end;) {
      at = end_of_ascii(text_, at, line.end);
      if (at == line.end) break;
      const Character next = character_at(text_, at);
      if (const auto candidate = candidate_at(at, next)) {
        add(*candidate);
        at = candidate->range.end;
      } else {
        is_pure = false;
        at += next.size;
      }
    }
    if (is_pure) let_the_certain_vouch(first);
    return is_pure;
  }

  void add(const Candidate& candidate) {
    if (!follows_another(candidate.range.begin)) run_ = {.begin = found_.size()};
    found_.push_back(candidate);
    if (candidate.meant == U'“' || candidate.meant == U'”') is_quotation_open_ = candidate.meant == U'“';
    run_.is_certain |= candidate.is_certain || makes_three_different(candidate.meant);
    if (!run_.is_certain) return;
    for (; run_.begin < found_.size(); ++run_.begin) found_[run_.begin].is_certain = true;
  }

  bool makes_three_different(char32_t meant) {
    // Scripts of two bytes a character fill blocks of 256; of the others, one is as good as another.
    const char32_t block = std::min<char32_t>(meant >> 8, 8);
    if (block != run_.block) run_.different_count = 0;
    run_.block = block;
    const auto seen = run_.different.begin() + run_.different_count;
    if (run_.different_count < 3 && std::find(run_.different.begin(), seen, meant) == seen)
      run_.different[static_cast<std::size_t>(run_.different_count++)] = meant;
    return run_.different_count == 3;
  }

  void let_the_certain_vouch(std::size_t first) {
    const auto begin = found_.begin() + static_cast<std::ptrdiff_t>(first);
    if (std::any_of(begin, found_.end(), [](const Candidate& c) { return c.is_certain; }))
      std::for_each(begin, found_.end(), [](Candidate& c) { c.is_certain = true; });
  }

  std::optional<Candidate> candidate_at(std::size_t begin, Character first) const {
    const std::uint8_t lead = bytes_[first.code];
    const bool lost_apple = page_ == Through::mac_roman && lead == 0x9F;
    if (lead < 0xC2 && !lost_apple) return std::nullopt;
    const std::size_t size = lost_apple || lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
    std::size_t read = lost_apple ? 2 : 1;  // bytes of `size`
    std::array<char32_t, 4> shown{first.code};
    std::size_t shown_count = 1;
    Candidate found{{begin, begin + first.size}, lost_apple ? 0x1Fu : lead & (0x7Fu >> size), false};
    for (; read < size && found.range.end < text_.size(); ++read) {
      const Character next = character_at(text_, found.range.end);
      const std::uint8_t byte = bytes_[next.code];
      if (byte == 0 || byte > 0xBF) break;
      shown[shown_count++] = next.code;
      found.meant = found.meant << 6 | (byte & 0x3Fu);
      found.range.end += next.size;
    }
    if (read < size) return with_a_lost_byte(begin, first.code);
    constexpr std::array<char32_t, 5> shortest_form = {0, 0, 0x80, 0x800, 0x10000};
    if (found.meant < shortest_form[size]) return std::nullopt;
    if (!is_written(found.meant) && !is_halfway(found.meant)) return std::nullopt;
    if (lost_apple && (found.meant < 0x1F000 || found.meant > 0x1FAFF)) return std::nullopt;
    const std::u32string_view all(shown.data(), shown_count);
    found.is_certain = lost_apple ? is_certain_emoji(found, all) : is_certain(found, all);
    return found;
  }

  bool is_certain(const Candidate& found, std::u32string_view shown) const {
    if (shown[0] == apple_logo || found.meant == byte_order_mark) return true;
    if (shown.size() == 2 && found.meant >= 0x180) return false;
    return !may_be_right(shown) || (page_ == Through::windows_1252 && is_inside_word(found.range, shown));
  }

  /// Only a word of its own: üçüncü is Turkish for the third.
  bool is_certain_emoji(const Candidate& found, std::u32string_view shown) const {
    constexpr std::u32string_view beside_u = U"âäçîöõûüß";
    if (is_in(shown[1], beside_u) && is_in(shown[2], beside_u)) return false;
    const char before = found.range.begin > 0 ? text_[found.range.begin - 1] : ' ';
    const Character after =
        found.range.end < text_.size() ? character_at(text_, found.range.end) : Character{' '};
    const std::uint8_t next_byte = bytes_[after.code];
    const bool begins_word = follows_another(found.range.begin) || (is_ascii(before) && !is_letter(before));
    const bool ends_word =
        after.code < 0x80 ? !is_lower(static_cast<char>(after.code)) : next_byte == 0x9F || next_byte >= 0xC2;
    return begins_word && ends_word;
  }

  bool is_inside_word(Range range, std::u32string_view shown) const {
    const char before = range.begin > 0 ? text_[range.begin - 1] : ' ';
    const char after = range.end < text_.size() ? text_[range.end] : ' ';
    if (shown.size() != 2 || !is_in(shown[0], U"ÂÃÄÅ")) return false;
    if (shown[0] == U'Å' && is_in(shown[1], U"–·²³±")) return false;  // ångströms
    if (is_lower(before)) return true;
    if (shown[0] == U'Â')
      return is_digit(before) || std::string_view(")%.,;:!?").find(before) != std::string_view::npos;
    return is_lower(after) && !is_joining(shown[1]);
  }

  /// Windows-1252 has nothing for 0x8D, 0x8F and 0x9D: many programs drop them, or put U+FFFD.
  std::optional<Candidate> with_a_lost_byte(std::size_t begin, char32_t first) const {
    if (page_ != Through::windows_1252 || (first != U'ï' && first != U'â')) return std::nullopt;
    const std::string_view rest = text_.substr(begin);
    const bool follows_emoji = follows_another(begin) && is_pictograph(found_.back().meant);
    const bool follows_key =
        begin > 0 && (is_digit(text_[begin - 1]) || text_[begin - 1] == '#' || text_[begin - 1] == '*');
    if (rest.starts_with("ï¸") && (follows_emoji || follows_key))
      return Candidate{{begin, begin + 4}, 0xFE0F, true};
    if (!rest.starts_with("â€")) return std::nullopt;
    const std::size_t end = begin + (rest.starts_with("â€\uFFFD") ? 8 : 5);
    const std::string_view next = text_.substr(end);
    if (follows_emoji && (next.starts_with("ð") || next.starts_with("â")))
      return Candidate{{begin, end}, 0x200D, true};
    if (is_quotation_open_) return Candidate{{begin, end}, U'”', true};
    return std::nullopt;
  }

  bool follows_another(std::size_t begin) const {
    return !found_.empty() && found_.back().range.end == begin;
  }

  /// Candidates that touch.
  struct Run {
    std::size_t begin = 0;  ///< the first that is not yet certain
    bool is_certain = false;
    char32_t block = 0;
    std::array<char32_t, 3> different{};  ///< the last ones of that block
    int different_count = 0;
  };

  std::string_view text_;
  Through page_;
  const ByteTable& bytes_;
  std::vector<Candidate> found_;
  Run run_;
  bool is_quotation_open_ = false;  ///< by a candidate of this line
};

}  // namespace

bool is_halfway(char32_t c) {
  return (c >= 0x80 && c < 0xA0) || c == apple_logo;
}

std::vector<Candidate> find_certain_candidates(std::string_view text, Through page) {
  return Search(text, page).certain();
}

}  // namespace lectern
