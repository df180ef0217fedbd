// Markdown that does not do what was meant, and is read by everybody instead.
#include <algorithm>
#include <array>
#include <cctype>

#include "common/text/text.h"
#include "presenter/check/rules.h"

namespace lectern::check {
namespace {

constexpr char code_mark = '\x01';  // stands for code, in which everything is meant as it is

bool is_letter(char c) {
  return std::isalpha(static_cast<unsigned char>(c)) != 0 || (c & 0x80) != 0;
}

bool is_word_part(char c) {
  return std::isalnum(static_cast<unsigned char>(c)) != 0;
}

/// The text of one heading or paragraph, with its pictures and breaks as spaces.
std::string text_of(const deck::Inlines& inlines) {
  std::string text;
  for (const deck::Inline& part : inlines) {
    const auto* run = std::get_if<deck::TextRun>(&part);
    text += !run ? " " : run->code ? std::string(1, code_mark) : run->text;
  }
  return text;
}

void collect_texts(const deck::Blocks& blocks, std::vector<std::string>& texts) {
  for (const deck::Block& block : blocks) {
    if (const auto* list = std::get_if<deck::List>(&block.content)) {
      for (const deck::ListItem& item : list->items) collect_texts(item.blocks, texts);
    } else if (const auto* quote = std::get_if<deck::Quote>(&block.content)) {
      collect_texts(quote->blocks, texts);
    } else if (const auto* paragraph = std::get_if<deck::Paragraph>(&block.content)) {
      texts.push_back(text_of(paragraph->content));
    } else if (const auto* plain = std::get_if<deck::Plain>(&block.content)) {
      texts.push_back(text_of(plain->content));
    }
  }
}

/// "#Our plan", "##our plan"; nothing for a hashtag, which has one sign and stands among other text.
std::string_view heading_without_space(std::string_view text, bool can_be_title) {
  const std::size_t signs = std::min(text.find_first_not_of('#'), text.size());
  if (signs == 0 || signs > 6 || signs == text.size()) return {};
  const bool is_capital = text[signs] >= 'A' && text[signs] <= 'Z';
  const bool is_meant = signs == 1 ? can_be_title && is_capital : is_letter(text[signs]);
  return is_meant ? text.substr(0, text.find(' ')) : std::string_view();
}

/// Two lines of a table that is none. `source` is of the slide: "|x| |y|" in one line of it is something
/// else.
bool has_table_lines(std::string_view text, std::string_view source) {
  return text.ends_with('|') && text.find("| |") != std::string_view::npos &&
         source.find("|\n|") != std::string_view::npos;
}

/// "[text][nope]", "[text](two words.pdf)"; not "list[i][j]", "[1][2]".
std::string_view link_without_target(std::string_view text) {
  std::size_t opening = std::string_view::npos;
  for (std::size_t at = 0; at + 1 < text.size(); ++at) {
    if (text[at] == '[') opening = at;
    if (text[at] != ']' || opening == std::string_view::npos) continue;
    const std::string_view words = text.substr(opening + 1, at - opening - 1);
    const bool is_after_word = opening > 0 && (is_word_part(text[opening - 1]) || text[opening - 1] == ']');
    const char closing = text[at + 1] == '[' ? ']' : text[at + 1] == '(' ? ')' : '\0';
    opening = std::string_view::npos;
    if (!closing || is_after_word || std::ranges::count_if(words, is_letter) < 2) continue;
    const std::size_t end = text.find(closing, at + 2);
    if (end == std::string_view::npos || end == at + 2) return {};
    if (is_letter(text[at + 2])) return {words.data() - 1, words.size() + 2 + end - at};
  }
  return {};
}

/// "**word" that is never closed; not "3 ** 4", "2**3", "cost**" or the footnote "**without tax" to it.
std::string_view unclosed_strong(std::string_view text) {
  for (std::size_t at = text.find("**"); at != std::string_view::npos; at = text.find("**", at + 2)) {
    const bool begins_word = at == 0 || text[at - 1] == ' ' || text[at - 1] == '(';
    const bool has_word = at + 2 < text.size() && is_letter(text[at + 2]);
    if (begins_word && has_word) return text.substr(at, text.find(' ', at) - at);
    if (!begins_word) return {};
  }
  return {};
}

/// "• one": a sign that other programs type for a list.
std::string_view typed_bullet(std::string_view text) {
  for (const std::string_view bullet : {"\u2022", "\u2023", "\u25E6", "\u25AA"}) {
    const std::string_view rest = text.substr(std::min(bullet.size(), text.size()));
    if (text.starts_with(bullet) &&
        (rest.starts_with(' ') || rest.starts_with("\u00A0") || rest.starts_with('\t')))
      return text.substr(0, bullet.size());
  }
  return {};
}

}  // namespace

void markdown_shown(const SlideView& view, Findings& findings) {
  const deck::Blocks& content = view.slide().content;
  std::vector<std::string> texts;
  collect_texts(content, texts);
  const bool has_heading = std::ranges::any_of(
      content, [](const deck::Block& block) { return std::holds_alternative<deck::Heading>(block.content); });
  const bool begins_with_text =
      !content.empty() && std::holds_alternative<deck::Paragraph>(content.front().content);
  const std::string_view source = view.in.source.slide_text(view.index);

  std::array<bool, 5> said{};  // one of each kind is enough on a slide
  const auto report = [&](std::size_t kind, std::string_view shown, const char* remedy) {
    // What is written in another way, such as with a backslash, was meant to be read.
    if (shown.empty() || said[kind] || source.find(shown) == std::string_view::npos) return;
    if (source.find("\\" + std::string(shown)) != std::string_view::npos) return;
    said[kind] = true;
    findings.push_back(view.finding(deck::Code::markdown_shown, shown,
                                    in_quotes(shown) + " is shown as it stands.", remedy));
  };
  bool closes_strong = false;
  for (std::size_t i = 0; i < texts.size(); ++i) {
    const std::string_view text = trimmed(texts[i]);
    report(0, heading_without_space(text, i == 0 && begins_with_text && !has_heading),
           "For a heading write a space after the signs: # Heading.");
    report(1, has_table_lines(text, source) ? "|" : "",
           "For a table leave a line free before it, and write | --- | --- | under its first line.");
    report(2, link_without_target(text),
           "For a link write [words](address), with %20 for each space in the address.");
    if (!closes_strong)
      report(3, unclosed_strong(text),
             "For bold text write two stars after it as well, in the same paragraph.");
    report(4, typed_bullet(text), "For a list begin each line with a dash and a space.");
    closes_strong = closes_strong || text.find("**") != std::string_view::npos;
  }
}

}  // namespace lectern::check
