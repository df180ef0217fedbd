#include "common/deck/questions.h"

#include <algorithm>
#include <array>
#include <cctype>

#include "common/text/text.h"

namespace lectern::deck {
namespace {

/// Letters and digits with one space on either side of each word, "&" and "+" as words of their own.
std::string as_words(std::string_view text) {
  std::string words = " ";
  for (const char c : lower_case(text)) {
    const bool is_joint = c == '&' || c == '+';
    if (std::isalnum(static_cast<unsigned char>(c))) {
      words += c;
    } else if (words.back() != ' ') {
      words += ' ';
    }
    if (is_joint) words += "and ";
  }
  return words.back() == ' ' ? words : words + ' ';
}

std::ptrdiff_t word_count(std::string_view text) {
  return std::ranges::count(as_words(text), ' ') - 1;
}

// What goes before and after "questions" where they are asked now. "Questions raised by residents" and
// "Frequently asked questions" are something to talk about.
constexpr std::array before_questions = {"any", "your", "for", "and", "you", "thanks", "more", "further"};
constexpr std::array after_questions = {"and", "from", "for", "please", "welcome", "time", "session"};

/// Whether an audience that reads this begins to ask.
bool invites_questions(std::string_view text) {
  const std::string words = as_words(text);
  const auto begins = [&](const std::string& wanted) { return words.starts_with(wanted); };
  const auto ends = [&](const std::string& wanted) { return words.ends_with(wanted); };
  if (words == " questions " || begins(" q and a ") || ends(" q and a ")) return true;
  if (begins(" any questions ") || begins(" question time ")) return true;
  if (ends(" questions ") && text.find('?') != std::string_view::npos) return true;
  return std::ranges::any_of(
             before_questions,
             [&](const char* before) { return ends(" " + std::string(before) + " questions "); }) ||
         std::ranges::any_of(after_questions, [&](const char* after) {
           return begins(" questions " + std::string(after) + " ");
         });
}

/// The last heading or paragraph of a slide if it is a short question.
std::string last_question(const Slide& slide) {
  constexpr std::ptrdiff_t most_words = 6;
  if (slide.content.empty()) return {};
  const Block& last = slide.content.back();
  std::string text;
  if (const auto* paragraph = std::get_if<Paragraph>(&last.content)) text = plain_text(paragraph->content);
  if (const auto* heading = std::get_if<Heading>(&last.content)) text = plain_text(heading->content);
  return text.ends_with('?') && word_count(text) <= most_words ? text : std::string();
}

}  // namespace

std::string invitation_to_ask(const Slide& slide) {
  for (std::string text : {slide.title, last_question(slide)})
    if (invites_questions(text)) return text;
  return {};
}

}  // namespace lectern::deck
