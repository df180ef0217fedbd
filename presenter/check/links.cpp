// Links from one slide to another.
#include <charconv>
#include <map>
#include <set>
#include <string>

#include "common/deck/each_inline.h"
#include "common/text/text.h"
#include "presenter/check/rules.h"

namespace lectern::check {
namespace {

/// The number that a part of a link is; nullopt: it is none.
std::optional<int> number(std::string_view part) {
  int value = 0;
  const auto [end, error] = std::from_chars(part.data(), part.data() + part.size(), value);
  if (error != std::errc{} || end != part.data() + part.size() || value < 0) return std::nullopt;
  return value;
}

/// reveal.js counts the slides of a link from 0, "#/2/1" is address 3.2; a part left out is 0.
bool is_there(const deck::Deck& deck, std::string_view h_text, std::string_view v_text) {
  const auto h = number(h_text), v = v_text.empty() ? 0 : number(v_text);
  if (!h || !v) return false;
  for (const deck::Slide& slide : deck.slides)
    if (slide.address.h == *h + 1 && std::max(slide.address.v, 1) == *v + 1) return true;
  return false;
}

bool leads_somewhere(const DeckView& view, std::string_view target) {
  if (target.empty()) return true;  // the first slide
  const std::string_view first = target.substr(0, target.find('/'));
  std::string_view rest = target.substr(std::min(first.size() + 1, target.size()));
  if (number(first)) return is_there(view.deck, first, rest.substr(0, rest.find('/')));
  return view.link_targets.contains(file_name_of(first));
}

}  // namespace

void link_dead(const SlideView& view, Findings& findings) {
  std::set<std::string_view> seen;
  deck::for_each_part<deck::TextRun>(view.slide().content, [&](const deck::TextRun& run) {
    if (!run.href.starts_with('#') || !seen.insert(run.href).second) return;
    const std::string_view href = run.href;
    if (leads_somewhere(view.in, href.substr(href.starts_with("#/") ? 2 : 1))) return;
    findings.push_back(view.finding(
        deck::Code::link_dead, run.href, "There is nothing that " + in_quotes(run.href) + " leads to.",
        "Name a slide's id, or its place counted from 0, such as #/2/1 for 3.2."));
  });
}

void id_duplicate(const DeckView& view, Findings& findings) {
  std::map<std::string_view, deck::Address> first;
  for (std::size_t i = 0; i < view.deck.slides.size(); ++i) {
    const deck::Slide& slide = view.deck.slides[i];
    if (slide.id.empty()) continue;
    const auto [known, is_new] = first.try_emplace(slide.id, slide.address);
    if (is_new) continue;
    findings.push_back(SlideView::finding(
        deck::Code::id_duplicate, view.source.find(i, slide.id),
        "The id " + in_quotes(slide.id) + " belongs to slide " + to_string(known->second) + " already.",
        "Give each slide an id of its own."));
  }
}

}  // namespace lectern::check
