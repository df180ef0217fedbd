#include <algorithm>

#include "common/protocol/convert.h"

namespace lectern::protocol {

Outline outline_of(const deck::Deck& deck) {
  Outline outline{deck.hash, deck.settings.title, {}};
  outline.slides.reserve(deck.slides.size());
  for (const deck::Slide& slide : deck.slides)
    outline.slides.push_back({slide.address, slide.title, slide.step_count, !slide.notes.empty()});
  return outline;
}

v1::Outline to_proto(const Outline& outline) {
  v1::Outline out;
  out.set_deck(outline.deck);
  out.set_title(outline.title);
  for (const SlideEntry& slide : outline.slides) {
    v1::SlideEntry& entry = *out.add_slides();
    entry.set_h(static_cast<std::uint32_t>(slide.address.h));
    entry.set_v(static_cast<std::uint32_t>(slide.address.v));
    entry.set_title(slide.title);
    entry.set_step_count(static_cast<std::uint32_t>(slide.step_count));
    entry.set_has_notes(slide.has_notes);
  }
  return out;
}

std::optional<Outline> from_proto(const v1::Outline& in) {
  if (in.slides_size() < 1 || static_cast<std::size_t>(in.slides_size()) > deck::max_slides)
    return std::nullopt;
  Outline outline{in.deck(), in.title(), {}};
  outline.slides.reserve(static_cast<std::size_t>(in.slides_size()));
  for (const v1::SlideEntry& entry : in.slides()) {
    if (entry.h() < 1 || std::max({entry.h(), entry.v(), entry.step_count()}) > 100'000) return std::nullopt;
    outline.slides.push_back({{static_cast<int>(entry.h()), static_cast<int>(entry.v())},
                              entry.title(),
                              static_cast<int>(entry.step_count()),
                              entry.has_notes()});
  }
  return outline;
}

}  // namespace lectern::protocol
