#include "presenter/check/note_mark.h"

#include <algorithm>
#include <array>
#include <cctype>

#include "common/deck/fences.h"

namespace lectern::check {
namespace {

constexpr std::array<std::string_view, 5> openings = {"<b>", "<strong>", "<i>", "<em>", "<u>"};
constexpr std::array<std::string_view, 5> closings = {"</b>", "</strong>", "</i>", "</em>", "</u>"};
constexpr std::array<std::string_view, 6> whose = {"speaker's", "speaker\u2019s", "speakers",
                                                   "speaker",   "presenter's",    "presenter"};
constexpr std::array<std::string_view, 2> roles = {"speaker", "presenter"};
constexpr std::array<std::string_view, 3> dashes = {"-", "\u2013", "\u2014"};
constexpr std::array<std::string_view, 2> colons = {":", "\uFF1A"};
// The last four: no-break, wide and zero-width spaces, a byte order mark in the middle of a file.
constexpr std::array<std::string_view, 7> blanks = {" ", "\t", "\r", "\u00A0", "\u3000", "\u200B", "\uFEFF"};

/// Reads a line from its begin, a piece at a time.
class Reader {
 public:
  explicit Reader(std::string_view line) : line_(line) {}

  std::size_t at() const { return at_; }
  std::string_view rest() const { return line_.substr(at_); }

  bool take(std::string_view piece) {
    const auto small = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c; };
    if (!std::ranges::equal(rest().substr(0, piece.size()), piece, {}, small)) return false;
    at_ += piece.size();
    return true;
  }
  template <class Pieces>
  bool take_any(const Pieces& pieces) {
    return std::ranges::any_of(pieces, [this](std::string_view piece) { return take(piece); });
  }
  bool skip(std::string_view characters) {
    const std::size_t from = at_;
    at_ = std::min(line_.find_first_not_of(characters, at_), line_.size());
    return at_ > from;
  }
  bool skip_blanks() { return skip_all(blanks) > 0; }
  void go_to(std::size_t at) { at_ = at; }
  /// How many open less how many close; stars and underscores count as `star` each.
  int skip_emphasis(int star) {
    int depth = 0;
    for (bool goes_on = true; goes_on;) {
      const auto stars = static_cast<int>(skip_all(std::array<std::string_view, 2>{"*", "_"}));
      const auto opened = static_cast<int>(skip_all(openings)), closed = static_cast<int>(skip_all(closings));
      depth += star * stars + opened - closed;
      goes_on = stars + opened + closed > 0;
    }
    return depth;
  }
  /// `> `, `- `, `1. `: what opens quotes and the items of lists.
  bool skip_containers() {
    const std::size_t from = at_;
    for (std::size_t before = from;; before = at_) {
      const std::size_t mark = line_.find_first_not_of("0123456789", at_);
      const bool is_item =
          mark < line_.size() &&
          std::string_view(mark == at_ ? "-*+" : ".)").find(line_[mark]) != std::string_view::npos;
      const bool is_spaced = mark + 1 < line_.size() && is_space(line_[mark + 1]);
      if (is_item && is_spaced) at_ = mark + 1;
      take(">");
      if (at_ == before) return at_ > from;
      skip_blanks();
    }
  }

 private:
  template <class Pieces>
  std::size_t skip_all(const Pieces& pieces) {
    std::size_t count = 0;
    while (take_any(pieces)) ++count;
    return count;
  }

  std::string_view line_;
  std::size_t at_ = 0;
};

constexpr std::string_view lonely_mark = "???";     // remark's; nothing else where nothing follows it
constexpr std::size_t searched_bytes = 256 * 1024;  // of a slide; no more of it is shown

bool goes_on(std::string_view rest) {
  return !rest.empty() && (std::isalnum(static_cast<unsigned char>(rest.front())) || rest.front() == '\'');
}

/// "Speaker: Jane Smith" introduces somebody.
bool is_name(std::string_view text) {
  const auto is_capital = [](std::string_view word) {
    return !word.empty() && (std::isupper(static_cast<unsigned char>(word.front())) || (word.front() & 0x80));
  };
  text = trimmed(text);
  const std::string_view second = trimmed(text.substr(std::min(text.find(' '), text.size())));
  return is_capital(text) && (second.empty() || is_capital(second));
}

/// With one space for all that stands between two words.
std::string with_plain_spaces(std::string_view text) {
  std::string plain;
  for (Reader reader(text); !reader.rest().empty();) {
    if (reader.skip_blanks()) {
      plain += ' ';
    } else {
      plain += reader.rest().front();
      reader.go_to(reader.at() + 1);
    }
  }
  return plain;
}

/// remark's `???`, pandoc's `::: notes`: other programs' marks.
std::optional<NoteMark> find_foreign_mark(std::string_view line) {
  const std::string_view text = trimmed(line);
  const auto begin = static_cast<std::size_t>(text.data() - line.data());
  Reader reader(text);
  const bool is_fence = reader.take(":::");
  reader.skip(":");
  reader.skip(" {.");
  const bool is_notes =
      is_fence && (reader.take("notes") || reader.take("speaker-notes")) && !goes_on(reader.rest());
  if (text != lonely_mark && !is_notes) return std::nullopt;
  return NoteMark{.begin = begin, .end = begin + text.size(), .shown = with_plain_spaces(text)};
}

}  // namespace

std::optional<NoteMark> find_note_mark(std::string_view line) {
  if (auto foreign = find_foreign_mark(line)) return foreign;
  Reader reader(line);
  reader.skip(" \t");
  NoteMark mark{.begin = reader.at()};
  reader.skip_blanks();
  const bool is_contained = reader.skip_containers();
  const bool is_quoted = line.substr(0, reader.at()).find('>') != std::string_view::npos;
  if (is_contained) mark.begin = reader.at();
  mark.is_heading = reader.skip("#");
  reader.skip_blanks();
  int emphasis = reader.skip_emphasis(1);
  const bool is_callout = is_quoted && emphasis > 0;  // "> **Note:** bring your own cup": for everybody

  const std::size_t words = reader.at();
  const bool says_whose = reader.take_any(whose);
  while (says_whose && (reader.skip_blanks() || reader.skip("-"))) {
  }
  const bool says_note = reader.take("notes") || reader.take("note");
  if (!says_note) reader.go_to(words);
  if ((!says_note && !reader.take_any(roles)) || goes_on(reader.rest())) return std::nullopt;
  mark.shown = with_plain_spaces(line.substr(words, reader.at() - words));

  emphasis += reader.skip_emphasis(-1);
  if (reader.skip_blanks()) mark.shown += ' ';
  const std::size_t colon = reader.at();
  const bool has_colon = reader.take_any(colons);
  mark.shown += line.substr(colon, reader.at() - colon);
  const bool has_dash = !has_colon && reader.take_any(dashes);
  emphasis += reader.skip_emphasis(-1);
  mark.end = reader.at();
  if (mark.shown.back() == ' ') mark.shown.pop_back();
  if (has_dash && !reader.rest().empty() && !reader.skip_blanks()) return std::nullopt;  // "note-taking"
  reader.skip_blanks();

  const bool is_alone = reader.rest().empty();
  if (!has_colon && (is_contained || !says_note || (!is_alone && !has_dash))) return std::nullopt;
  if (is_callout || (!says_note && (mark.is_heading || is_alone || is_name(reader.rest()))))
    return std::nullopt;
  const std::string itself = lower_case(line.substr(mark.begin, mark.end - mark.begin));
  const bool is_usual = itself == "note:" || itself == "notes:";
  const bool is_meant = says_whose ? is_alone || has_colon : is_alone && has_colon && !mark.is_heading;
  mark.is_certain = is_meant && says_note && emphasis == 0 && !is_contained && !is_usual;
  return mark;
}

std::optional<ShownNote> find_shown_note(const Source& source, const deck::Deck& deck,
                                         std::size_t slide_index) {
  const std::string_view slide = source.slide_text(slide_index).substr(0, searched_bytes);
  const auto begin = static_cast<std::size_t>(slide.data() - source.text().data());
  std::optional<std::string> shown;  // few slides need what follows
  std::optional<std::vector<Range>> fences;
  for (std::size_t at = 0; at < slide.size();) {
    const std::string_view line = slide.substr(at, slide.find('\n', at) - at);
    const auto mark = find_note_mark(line);
    if (mark && !shown) shown = with_plain_spaces(deck::plain_text(deck.slides[slide_index].content));
    if (mark && !fences) fences = deck::closed_fences(slide, 0);
    const bool is_title = mark && mark->is_heading && deck.slides[slide_index].title == mark->shown;
    const auto ends_slide = [&] {
      return slide.find_first_not_of(" \t\n", at + line.size()) == std::string_view::npos;
    };
    if (mark && mark->shown == lonely_mark && ends_slide()) return std::nullopt;
    if (mark && !is_title && shown->find(mark->shown) != std::string::npos &&
        !deck::range_around(*fences, at))
      return ShownNote{begin + at, *mark};
    at += line.size() + 1;
  }
  return std::nullopt;
}

}  // namespace lectern::check
