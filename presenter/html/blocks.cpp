#include <algorithm>
#include <array>

#include "presenter/html/text_direction.h"
#include "presenter/html/writing.h"

namespace lectern::html {
namespace {

constexpr std::string_view right_to_left = " dir=\"rtl\"", left_to_right = " dir=\"ltr\"";

/// Each paragraph, list or table runs as its own letters do; what is in it follows.
bool runs_by_its_letters(const deck::Block& block) {
  return !std::holds_alternative<deck::Quote>(block.content) &&
         !std::holds_alternative<deck::CodeBlock>(block.content) &&
         !std::holds_alternative<deck::Rule>(block.content);
}

/// Of what is in this block.
void turn(const deck::Block& block, Place& place) {
  place.direction = {};
  if (block.direction != deck::TextDirection::unsaid) {
    place.has_direction = true;
    place.direction = block.direction == deck::TextDirection::right_to_left ? right_to_left : left_to_right;
  } else if (!place.has_direction && runs_by_its_letters(block)) {
    place.has_direction = true;
    const std::string text = deck::plain_text(deck::Blocks{block}, deck::Alternatives::include);
    if (direction_of(text) == deck::TextDirection::right_to_left) place.direction = right_to_left;
  }
}

}  // namespace

void Writing::write(const deck::Blocks& blocks, Place place) {
  for (const deck::Block& block : blocks) {
    if (out_.is_full()) return;
    write(block, place);
    place.is_bare = false;
  }
}

void Writing::write(const deck::Block& block, Place place) {
  if (!shown_.is_there(block.fragment)) return;
  place.is_struck |= shown_.is_struck(block.fragment);
  turn(block, place);
  std::visit([&](const auto& content) { write(content, place); }, block.content);
}

void Writing::write(const deck::Heading& heading, const Place& place) {
  if (shown_.has_words(heading.content)) {
    write_lines(heading_name(heading.level), heading.content, place);
  } else {
    write_lines("p", heading.content, place);
  }
}

/// One below the nearest heading that is above it, whatever levels the author left out.
std::string_view Writing::heading_name(int level) {
  static constexpr std::array<std::string_view, 6> names = {"h1", "h2", "h3", "h4", "h5", "h6"};
  while (!headings_.empty() && headings_.back() >= level) headings_.pop_back();
  headings_.push_back(level);
  const std::size_t depth = static_cast<std::size_t>(top_level_) - 1 + headings_.size() - 1;
  return names[std::min(depth, names.size() - 1)];
}

void Writing::write(const deck::Paragraph& paragraph, const Place& place) {
  write_lines("p", paragraph.content, place);
}

void Writing::write(const deck::Plain& plain, const Place& place) {
  if (place.is_bare && place.direction.empty()) return write(plain.content, place);
  write_lines("p", plain.content, place);
}

void Writing::write(const deck::CodeBlock& code, const Place&) {
  out_.raw("<pre dir=\"ltr\"><code>");
  out_.text(code.text);
  out_.raw("</code></pre>\n");
}

void Writing::write(const deck::List& list, const Place& place) {
  const std::size_t before = out_.size();
  out_.raw(list.ordered ? "<ol" : "<ul");
  if (list.ordered && list.start != 1) out_.attribute("start", std::to_string(list.start));
  out_.raw(place.direction);
  out_.raw(">\n");
  const std::size_t begin = out_.size();
  write_items(list, place);
  if (out_.size() == begin) return out_.cut(before);
  out_.raw(list.ordered ? "</ol>\n" : "</ul>\n");
}

void Writing::write_items(const deck::List& list, const Place& place) {
  long number = list.start, expected = list.start;
  for (const deck::ListItem& item : list.items) {
    if (out_.is_full()) return;
    if (shown_.is_there(item.fragment)) {
      const bool is_out_of_line = list.ordered && number != expected;
      write_item(item, is_out_of_line ? std::optional(number) : std::nullopt, place);
      expected = number + 1;
    }
    ++number;
  }
}

void Writing::write_item(const deck::ListItem& item, std::optional<long> number, const Place& place) {
  out_.raw("<li");
  if (number) out_.attribute("value", std::to_string(*number));
  if (item.task != deck::Task::none) out_.attribute("class", "task");
  out_.raw(">");
  if (item.task == deck::Task::open) write_own("span", " role=\"img\" aria-label=\"To do:\"", "☐");
  if (item.task == deck::Task::done) write_own("span", " role=\"img\" aria-label=\"Done:\"", "☑");
  if (item.task != deck::Task::none) out_.raw(" ");
  Place inside = place;
  inside.is_struck |= shown_.is_struck(item.fragment);
  inside.is_bare = true;
  write(item.blocks, inside);
  out_.raw("</li>\n");
}

void Writing::write(const deck::Quote& quote, const Place& place) {
  const std::size_t before = out_.size();
  write_start("blockquote", place);
  out_.raw("\n");
  const std::size_t begin = out_.size();
  Place inside = place;
  inside.is_bare = false;
  write(quote.blocks, inside);
  if (out_.size() == begin) return out_.cut(before);
  out_.raw("</blockquote>\n");
}

void Writing::write(const deck::Rule&, const Place&) {
  out_.raw("<hr>\n");
}

void Writing::write_start(std::string_view name, const Place& place) {
  out_.raw("<");
  out_.raw(name);
  out_.raw(place.direction);
  out_.raw(">");
}

void Writing::write_lines(std::string_view name, const deck::Inlines& lines, const Place& place) {
  const std::size_t before = out_.size();
  write_start(name, place);
  const std::size_t begin = out_.size();
  write(lines, place);
  if (out_.size() == begin) return out_.cut(before);
  out_.raw("</");
  out_.raw(name);
  out_.raw(">\n");
}

}  // namespace lectern::html
