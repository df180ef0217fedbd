// Any bytes at all as a deck, and what its slides say as HTML: nothing but elements and attributes that can
// do no harm, each closed in its place, and links to places.
#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

#include "common/deck/deck.h"
#include "presenter/html/slide_html.h"

namespace {

using namespace std::string_view_literals;

constexpr std::array elements = {"a"sv,     "b"sv,  "bdi"sv,    "blockquote"sv, "br"sv,   "code"sv, "del"sv,
                                 "div"sv,   "em"sv, "figure"sv, "h2"sv,         "h3"sv,   "h4"sv,   "h5"sv,
                                 "h6"sv,    "hr"sv, "kbd"sv,    "li"sv,         "mark"sv, "ol"sv,   "p"sv,
                                 "pre"sv,   "s"sv,  "span"sv,   "strong"sv,     "sub"sv,  "sup"sv,  "table"sv,
                                 "tbody"sv, "td"sv, "th"sv,     "thead"sv,      "tr"sv,   "u"sv,    "ul"sv};
constexpr std::array empty_elements = {"br"sv, "hr"sv};
constexpr std::array attributes = {"alt"sv,   "class"sv,      "colspan"sv,     "dir"sv,     "height"sv,
                                   "href"sv,  "lang"sv,       "rel"sv,         "role"sv,    "rowspan"sv,
                                   "scope"sv, "start"sv,      "tabindex"sv,    "title"sv,   "width"sv,
                                   "value"sv, "aria-label"sv, "aria-hidden"sv, "headers"sv, "id"sv};

void require(bool promise) {
  if (!promise) std::abort();
}

bool leads_to_a_place(std::string_view href) {
  return href.starts_with("http://") || href.starts_with("https://") || href.starts_with("mailto:") ||
         href.starts_with("#slide-");
}

/// Takes ` name="value"…` up to the end of the tag.
void require_harmless(std::string_view rest) {
  while (!rest.empty()) {
    require(rest.front() == ' ');
    const std::size_t equals = std::min(rest.find('='), rest.size());
    require(std::ranges::count(attributes, rest.substr(1, equals - 1)) == 1);
    require(rest.substr(equals).starts_with("=\""));
    const std::size_t end = rest.find('"', equals + 2);
    require(end != std::string_view::npos);
    const std::string_view value = rest.substr(equals + 2, end - equals - 2);
    require(value.find_first_of("<>") == std::string_view::npos);
    if (rest.substr(1, equals - 1) == "href") require(leads_to_a_place(value));
    rest.remove_prefix(end + 1);
  }
}

void require_harmless_page(std::string_view html) {
  std::vector<std::string> open;
  for (std::size_t at = 0; (at = html.find('<', at)) != std::string_view::npos;) {
    const std::size_t end = html.find('>', at);
    require(end != std::string_view::npos);
    std::string_view tag = html.substr(at + 1, end - at - 1);
    at = end + 1;
    if (tag.starts_with('/')) {
      require(!open.empty() && open.back() == tag.substr(1));
      open.pop_back();
      continue;
    }
    const std::string_view name = tag.substr(0, tag.find(' '));
    require(std::ranges::count(elements, name) == 1);
    require_harmless(tag.substr(name.size()));
    if (std::ranges::count(empty_elements, name) == 0) open.emplace_back(name);
  }
  require(open.empty());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto read = lectern::deck::read_deck({reinterpret_cast<const char*>(data), size});
  if (!read) return 0;
  const std::size_t slide_count = std::min<std::size_t>(read->deck.slides.size(), 20);
  for (std::size_t i = 0; i < slide_count; ++i) {
    const int last = read->deck.slides[i].step_count;
    for (const int step : {0, last / 2, last}) {
      const std::string html = lectern::html::slide_html(read->deck, i, step);
      require(html.size() <= lectern::html::max_html_bytes + 4096);
      require_harmless_page(html);
    }
  }
  return 0;
}
