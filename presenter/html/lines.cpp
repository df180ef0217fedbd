#include <algorithm>
#include <array>
#include <bitset>

#include "presenter/html/writing.h"

namespace lectern::html {
namespace {

constexpr std::size_t max_href_bytes = 2048;

/// From the outside in; what is open when another run begins is closed only as far as it must be.
constexpr std::array<std::string_view, 9> names = {"del", "strong", "em",  "u",   "mark",
                                                   "sub", "sup",    "kbd", "code"};
using Elements = std::bitset<names.size()>;

Elements elements_of(const deck::TextRun& run, bool is_struck) {
  const std::array<bool, names.size()> has = {run.strike || is_struck,
                                              run.strong,
                                              run.emphasis,
                                              run.underline,
                                              run.mark,
                                              run.baseline == deck::Baseline::sub,
                                              run.baseline == deck::Baseline::super,
                                              run.keyboard,
                                              run.code};
  Elements elements;
  for (std::size_t i = 0; i < names.size(); ++i) elements[i] = has[i];
  return elements;
}

/// Opens and closes elements so that those of the next run are open.
class Nesting {
 public:
  explicit Nesting(Markup& out) : out_(out) {}
  ~Nesting() { become({}); }

  void become(const Elements& wanted) {
    std::size_t first = 0;
    while (first < names.size() && open_[first] == wanted[first]) ++first;
    for (std::size_t i = names.size(); i-- > first;)
      if (open_[i]) tag("</", i);
    for (std::size_t i = first; i < names.size(); ++i)
      if (wanted[i]) tag("<", i);
    open_ = wanted;
  }

 private:
  void tag(std::string_view start, std::size_t i) {
    out_.raw(start);
    out_.raw(names[i]);
    out_.raw(">");
  }

  Markup& out_;
  Elements open_;
};

/// Where `part` leads, if it is there.
const std::string& href_of(const deck::Inline& part) {
  static const std::string nowhere;
  const auto* run = std::get_if<deck::TextRun>(&part);
  return run ? run->href : nowhere;
}

bool has_only_printable_ascii(std::string_view text) {
  return std::ranges::all_of(text, [](char c) { return c > 0x20 && c < 0x7F; });
}

bool begins_with(std::string_view text, std::string_view small_letters) {
  return text.size() > small_letters.size() &&
         std::ranges::equal(text.substr(0, small_letters.size()), small_letters, [](char a, char b) {
           return (a >= 'A' && a <= 'Z' ? static_cast<char>(a - 'A' + 'a') : a) == b;
         });
}

/// What RFC 3986 has no place for, as %XX.
std::string percent_encoded(std::string_view href) {
  std::string encoded;
  for (const char c : href) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte > 0x20 && byte < 0x7F && std::string_view("\"<>\\^`{|}").find(c) == std::string_view::npos) {
      encoded += c;
    } else {
      constexpr std::string_view digits = "0123456789ABCDEF";
      (encoded += '%') += digits[byte >> 4];
      encoded += digits[byte & 15];
    }
  }
  return encoded;
}

}  // namespace

std::string Writing::target_of(const std::string& href) const {
  if (href.empty() || href.size() > max_href_bytes) return {};
  if (const auto index = deck::linked_slide(deck_, href)) return "#slide-" + std::to_string(*index + 1);
  // Strict where browsers are lenient: nothing may stand before or inside the scheme.
  for (const std::string_view scheme : {"http://", "https://", "mailto:"})
    if (begins_with(href, scheme)) {
      const std::string rest = percent_encoded(std::string_view(href).substr(scheme.size()));
      if (has_only_printable_ascii(rest)) return std::string(scheme) + rest;
    }
  return {};
}

void Writing::write(const deck::Inlines& lines, const Place& place) {
  for (std::size_t begin = 0; begin < lines.size();) {
    if (out_.is_full()) return;
    std::size_t end = begin + 1;
    while (end < lines.size() && href_of(lines[end]) == href_of(lines[begin])) ++end;
    write_link(lines, begin, end, place);
    begin = end;
  }
}

/// Parts that lead to the same place are one link.
void Writing::write_link(const deck::Inlines& lines, std::size_t begin, std::size_t end, const Place& place) {
  const std::string target = target_of(href_of(lines[begin]));
  const auto first = lines.begin() + static_cast<std::ptrdiff_t>(begin);
  const auto last = lines.begin() + static_cast<std::ptrdiff_t>(end);
  if (target.empty() || !shown_.has_words(deck::Inlines(first, last)))
    return write_parts(lines, begin, end, place);
  out_.raw("<a");
  out_.attribute("href", target);
  if (!target.starts_with('#')) out_.attribute("rel", "noopener");
  out_.raw(">");
  write_parts(lines, begin, end, place);
  out_.raw("</a>");
}

void Writing::write_parts(const deck::Inlines& lines, std::size_t begin, std::size_t end,
                          const Place& place) {
  Nesting nesting(out_);
  for (std::size_t i = begin; i < end && !out_.is_full(); ++i) {
    if (const auto* run = std::get_if<deck::TextRun>(&lines[i])) {
      if (!shown_.is_there(run->fragment) || run->text.empty()) continue;
      nesting.become(elements_of(*run, place.is_struck || shown_.is_struck(run->fragment)));
      out_.text(run->text);
    } else if (const auto* image = std::get_if<deck::InlineImage>(&lines[i])) {
      if (!shown_.is_there(image->fragment)) continue;
      nesting.become({});
      write(*image);
    } else {
      out_.raw("<br>");
    }
  }
}

void Writing::write(const deck::InlineImage& image) {
  const std::string& words = image.alt.empty() ? image.title : image.alt;
  if (image.is_decorative) return;
  out_.raw("<span class=\"picture\">");
  if (is_blank(words)) {
    write_own("span", "", "Picture without a description");
  } else {
    write_own("span", "", "Picture:");
    out_.raw(" ");
    out_.text(words);
  }
  out_.raw("</span>");
}

void Writing::write_own(std::string_view name, std::string_view attributes, std::string_view words) {
  const std::string language = language_of(deck_);
  const bool is_foreign = !language.empty() && !begins_with(language + " ", "en");
  if (attributes.empty() && !is_foreign) return out_.raw(words);
  out_.raw("<");
  out_.raw(name);
  out_.raw(attributes);
  if (is_foreign) out_.attribute("lang", "en");
  out_.raw(">");
  out_.raw(words);
  out_.raw("</");
  out_.raw(name);
  out_.raw(">");
}

}  // namespace lectern::html
