// Links from one slide to another.
#include <map>
#include <set>
#include <string>

#include "common/deck/each_inline.h"
#include "common/text/text.h"
#include "presenter/check/rules.h"

namespace lectern::check {
namespace {

bool leads_somewhere(const DeckView& view, std::string_view href) {
  if (deck::linked_slide(view.deck, href)) return true;
  const std::string_view target = href.substr(href.starts_with("#/") ? 2 : 1);
  return view.link_targets.contains(file_name_of(target.substr(0, target.find('/'))));
}

}  // namespace

void link_dead(const SlideView& view, Findings& findings) {
  std::set<std::string_view> seen;
  deck::for_each_part<deck::TextRun>(view.slide().content, [&](const deck::TextRun& run) {
    if (!run.href.starts_with('#') || !seen.insert(run.href).second) return;
    if (leads_somewhere(view.in, run.href)) return;
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
