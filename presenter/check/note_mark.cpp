#include "presenter/check/note_mark.h"

#include <algorithm>
#include <array>
#include <cctype>

#include "common/deck/fences.h"

namespace lectern::check {
namespace {

constexpr std::array<std::string_view, 10> emphasis = {"*",    "_",    "<b>",       "<strong>", "<i>",
                                                       "<em>", "</b>", "</strong>", "</i>",     "</em>"};
constexpr std::array<std::string_view, 6> whose = {"speaker's", "speaker\u2019s", "speakers",
                                                   "speaker",   "presenter's",    "presenter"};
constexpr std::array<std::string_view, 3> dashes = {"-", "\u2013", "\u2014"};

/// Reads a line from its begin, a piece at a time.
class Reader {
 public:
  explicit Reader(std::string_view line) : line_(line) {}

  std::size_t at() const { return at_; }
  std::string_view rest() const { return line_.substr(at_); }

  bool take(std::string_view piece) {
    if (lower_case(rest().substr(0, piece.size())) != piece) return false;
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
  bool skip_emphasis() {
    const std::size_t from = at_;
    while (take_any(emphasis)) {
    }
    return at_ > from;
  }

 private:
  std::string_view line_;
  std::size_t at_ = 0;
};

constexpr std::string_view spaces = " \t\r";
constexpr std::size_t searched_bytes = 256 * 1024;  // of a slide; no more of it is shown

bool goes_on(std::string_view rest) {
  return !rest.empty() && (std::isalnum(static_cast<unsigned char>(rest.front())) || rest.front() == '\'');
}

}  // namespace

std::optional<NoteMark> find_note_mark(std::string_view line) {
  Reader reader(line);
  reader.skip(spaces);
  NoteMark mark{.begin = reader.at()};
  mark.is_heading = reader.skip("#");
  reader.skip(spaces);
  bool has_emphasis = reader.skip_emphasis();

  const std::size_t words = reader.at();
  const bool says_whose = reader.take_any(whose);
  if (says_whose) reader.skip(" -");
  if (!reader.take("notes") && !reader.take("note")) return std::nullopt;
  if (goes_on(reader.rest())) return std::nullopt;
  mark.shown = line.substr(words, reader.at() - words);

  has_emphasis |= reader.skip_emphasis();
  if (reader.skip(spaces)) mark.shown += ' ';
  const bool has_colon = reader.take(":");
  const bool has_dash = !has_colon && reader.take_any(dashes);
  if (has_colon) mark.shown += ':';
  has_emphasis |= reader.skip_emphasis();
  mark.end = reader.at();
  if (has_dash && !reader.rest().empty() && !reader.skip(spaces)) return std::nullopt;  // "note-taking"
  while (mark.shown.ends_with(' ')) mark.shown.pop_back();

  const bool is_alone = trimmed(reader.rest()).empty();
  if (!is_alone && !has_colon && !has_dash) return std::nullopt;
  const bool is_usual = has_colon && !has_emphasis && !mark.is_heading && !says_whose;
  mark.is_certain = is_alone && ((has_colon && !mark.is_heading) || says_whose);
  if (is_usual && mark.shown.find(' ') == std::string::npos) mark.is_certain = false;  // "Note:" means itself
  return mark;
}

std::optional<ShownNote> find_shown_note(const Source& source, const deck::Deck& deck,
                                         std::size_t slide_index) {
  const std::string_view slide = source.slide_text(slide_index).substr(0, searched_bytes);
  const auto begin = static_cast<std::size_t>(slide.data() - source.text().data());
  const std::string shown = deck::plain_text(deck.slides[slide_index].content);
  std::optional<std::vector<Range>> fences;  // few slides need them
  for (std::size_t at = 0; at < slide.size();) {
    const std::string_view line = slide.substr(at, slide.find('\n', at) - at);
    const auto mark = find_note_mark(line);
    const bool is_title = mark && mark->is_heading && deck.slides[slide_index].title == mark->shown;
    if (mark && !is_title && shown.find(mark->shown) != std::string::npos) {
      if (!fences) fences = deck::closed_fences(slide, 0);
      if (!deck::range_around(*fences, at)) return ShownNote{begin + at, *mark};
    }
    at += line.size() + 1;
  }
  return std::nullopt;
}

}  // namespace lectern::check
