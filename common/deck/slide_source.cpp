#include "common/deck/slide_source.h"

#include <re2/re2.h>

#include <algorithm>
#include <array>
#include <limits>

#include "common/deck/fences.h"
#include "common/deck/markup/attribute_list.h"
#include "common/deck/pattern.h"

namespace lectern::deck {
namespace {

constexpr std::size_t nowhere = std::string_view::npos;
constexpr std::size_t max_ticks = 32;  // a longer run of back-ticks opens no code span
constexpr int max_searches = 200;      // for marks of notes on one slide

/// Walks once over a slide's text and sorts it into content and notes.
class Walk {
 public:
  Walk(std::string_view text, Range slide, const RE2& notes_mark, const std::vector<Range>& fences,
       Report& report)
      : text_(text.substr(0, slide.end)),
        notes_mark_(notes_mark),
        fences_(fences),
        report_(report),
        at_(slide.begin) {
    source_.begin = slide.begin;
    find_next_mark(at_);
  }

  SlideSource run() {
    while (at_ < text_.size()) step();
    append_paragraph(source_.attributes.notes, trimmed(passage_));
    return std::move(source_);
  }

 private:
  void step() {
    while (next_mark_ && next_mark_->begin < at_) find_next_mark(at_);
    const Range* fence = range_around(fences_, at_);
    if (next_mark_ && next_mark_->begin == at_ && !fence) {
      begin_notes();
    } else if (fence) {
      keep_to(std::min(fence->end, text_.size()));
    } else if (hidden_) {
      skip_to(next_border());
    } else if (text_[at_] == '`') {
      keep_code_span();
    } else if (text_[at_] == '<') {
      lift_or_keep();
    } else {
      const std::size_t border = next_border();
      keep_to(std::min(text_.substr(0, border).find_first_of("`<", at_ + 1), border));
    }
  }

  /// The next mark of notes, fence or end.
  std::size_t next_border() const {
    const auto fence = std::lower_bound(fences_.begin(), fences_.end(), at_ + 1,
                                        [](const Range& range, std::size_t at) { return range.begin < at; });
    std::size_t border = text_.size();
    if (next_mark_) border = std::min(border, next_mark_->begin);
    if (fence != fences_.end()) border = std::min(border, fence->begin);
    return border;
  }

  void keep_to(std::size_t end) {
    if (hidden_) return skip_to(end);
    (in_notes_ ? passage_ : source_.content).append(text_.substr(at_, end - at_));
    at_ = end;
  }

  /// An empty comment of the same length keeps the Markdown around it what it was: on a line of its own it
  /// ends a paragraph, inside one it is nothing.
  void skip_to(std::size_t end) {
    constexpr std::string_view opening = "<!--";
    constexpr std::string_view closing = "-->";
    const std::size_t length = end - at_;
    if (!in_notes_ && length >= opening.size() + closing.size()) {
      source_.content += opening;
      source_.content.append(length - opening.size() - closing.size(), ' ');
      source_.content += closing;
    } else if (!in_notes_) {
      source_.content.append(length, ' ');
    }
    at_ = end;
  }

  /// Each search may read to the slide's end, so there must be an end to searching. Better nothing more on
  /// the screen than a note.
  void find_next_mark(std::size_t from) {
    if (++search_count_ <= max_searches) {
      next_mark_ = find_match(notes_mark_, text_, from, text_.size());
    } else if (in_notes_) {
      next_mark_.reset();
    } else {
      next_mark_ = Range{from, from};
    }
  }

  void begin_notes() {
    if (in_notes_) append_paragraph(source_.attributes.notes, trimmed(passage_));
    passage_.clear();
    in_notes_ = true;
    hidden_ = false;
    at_ = next_mark_->end;
    find_next_mark(at_);
  }

  /// Comments in code are code. CommonMark 0.30 §6.1: closed by a run of as many back-ticks, within the
  /// paragraph.
  void keep_code_span() {
    const std::size_t after = std::min(text_.find_first_not_of('`', at_), text_.size());
    const std::size_t ticks = after - at_;
    keep_to(after);
    if (ticks > max_ticks || unclosed_until_[ticks] > at_) return;
    if (paragraph_end_ < at_) paragraph_end_ = std::min(text_.find("\n\n", at_), text_.size());
    const std::size_t paragraph_end =
        next_mark_ ? std::min(paragraph_end_, next_mark_->begin) : paragraph_end_;
    for (std::size_t run = text_.find('`', at_); run < paragraph_end;) {
      const std::size_t run_end = std::min(text_.find_first_not_of('`', run), text_.size());
      if (run_end - run == ticks) {
        keep_to(run_end);
        return;
      }
      run = text_.find('`', run_end);
    }
    unclosed_until_[ticks] = paragraph_end;
  }

  void lift_or_keep() {
    constexpr std::size_t max_tag_bytes = 1000;
    const std::string_view rest = text_.substr(at_, max_tag_bytes);
    if (rest.starts_with("<!--")) {
      lift_comment();
    } else if (is_tag("aside") && holds_notes(rest.substr(0, rest.find('>')))) {
      lift_element("aside", [&](std::string_view inner) {
        append_paragraph(source_.attributes.notes, trimmed(inner));
      });
    } else if (is_tag("style") || is_tag("script")) {
      const char* name = is_tag("style") ? "style" : "script";
      report_.add(Code::html_ignored, at_, std::string("<") + name + "> has no effect here.",
                  "Take it out, or leave it for other programs that read the deck.");
      lift_element(name, [](std::string_view) {});
    } else {
      keep_to(at_ + 1);
    }
  }

  static bool holds_notes(std::string_view tag) {
    const auto attributes = read_attributes(tag);
    const auto* classes = find_value(attributes, "class");
    return classes && has_word(*classes, "notes");
  }

  bool is_tag(std::string_view name) const {
    const std::string_view tag = text_.substr(at_ + 1, name.size() + 1);
    return tag.size() > name.size() && lower_case(tag.substr(0, name.size())) == name &&
           (tag.back() == '>' || is_space(tag.back()));
  }

  void lift_comment() {
    const std::size_t end = text_.find("-->", at_ + 2);  // "<!-->" is one too
    if (end == nowhere) {
      report_.add(Code::comment_unclosed, at_,
                  "This comment is never closed: it hides the rest of its slide.",
                  "Close the comment with -->.");
      hidden_ = true;
      return;
    }
    const std::size_t begin = std::min(at_ + 4, end);
    if (text_.substr(begin, end - begin).find("<!--") != nowhere)
      report_.add(Code::comment_unclosed, at_,
                  "Another comment begins in this one: it hides what lies between.",
                  "Close each comment with --> before the next.");
    const std::string_view comment = text_.substr(begin, end - begin);
    if (trimmed(comment).starts_with(".element") && comment.find("--") == nowhere &&
        comment.find('\n') == nowhere && !in_notes_)
      return keep_to(end + 3);
    read_slide_comment(comment, begin, source_.attributes, report_);
    skip_to(end + 3);
  }

  /// An element that is never closed reaches to the slide's end: better nothing on the screen than a note.
  template <class Take>
  void lift_element(std::string_view name, Take take) {
    const std::size_t open = std::min(text_.find('>', at_), text_.size() - 1);
    std::size_t close = open;
    do {
      close = text_.find("</", close + 1);
    } while (close != nowhere && lower_case(text_.substr(close + 2, name.size())) != name);
    if (close == nowhere)
      report_.add(Code::comment_unclosed, at_,
                  "<" + std::string(name) + "> is never closed: it hides the rest of its slide.",
                  "Close it with </" + std::string(name) + ">.");
    take(text_.substr(open + 1, close == nowhere ? nowhere : close - open - 1));
    const std::size_t end = close == nowhere ? nowhere : text_.find('>', close);
    skip_to(end == nowhere ? text_.size() : end + 1);
  }

  std::string_view text_;  // up to the slide's end
  const RE2& notes_mark_;
  const std::vector<Range>& fences_;
  Report& report_;
  std::size_t at_;
  SlideSource source_;
  std::string passage_;  // notes since the last mark
  std::optional<Range> next_mark_;
  int search_count_ = 0;
  std::size_t paragraph_end_ = 0;  // the first at or after the last code span
  bool in_notes_ = false;
  bool hidden_ = false;  // by a comment that is never closed
  std::array<std::size_t, max_ticks + 1>
      unclosed_until_{};  // by number of back-ticks: none closes before here
};

}  // namespace

SlideSource take_apart(std::string_view text, Range slide, const RE2& notes_mark,
                       const std::vector<Range>& fences, Report& report) {
  return Walk(text, slide, notes_mark, fences, report).run();
}

}  // namespace lectern::deck
