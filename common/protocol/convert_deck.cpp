#include <algorithm>

#include "common/protocol/convert.h"
#include "common/protocol/limits.h"

namespace lectern::protocol {
namespace {

/// As much of `notes` as there are bytes left: cut at a character's start, and saying so.
std::string taken_off(std::size_t& bytes_left, const std::string& notes) {
  static constexpr std::string_view cut_here = "\n\n(These notes are too long to be sent whole.)";
  if (notes.size() <= bytes_left) {
    bytes_left -= notes.size();
    return notes;
  }
  std::size_t end = bytes_left - std::min(bytes_left, cut_here.size());
  while (end > 0 && (static_cast<unsigned char>(notes[end]) & 0xC0u) == 0x80u) --end;
  bytes_left = 0;
  return notes.substr(0, end) + std::string(cut_here);
}

}  // namespace

Outline outline_of(const deck::Deck& deck) {
  Outline outline{deck.hash, deck.settings.title, {}};
  outline.slides.reserve(deck.slides.size());
  for (const deck::Slide& slide : deck.slides)
    outline.slides.push_back({slide.address, slide.title, slide.step_count,
                              !slide.notes.empty() || !slide.step_notes.empty(), slide.is_counted});
  return outline;
}

Notes notes_of(const deck::Deck& deck, std::uint32_t number) {
  const deck::Slide& slide = deck.slides[number - 1];
  std::size_t bytes_left = max_notes_bytes;
  Notes notes{deck.hash, number, taken_off(bytes_left, slide.notes), {}};
  for (const deck::StepNotes& step : slide.step_notes)
    if (bytes_left > 0) notes.steps.push_back({step.step, taken_off(bytes_left, step.notes)});
  return notes;
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
    entry.set_uncounted(!slide.is_counted);
    entry.set_unseen(slide.is_unseen);
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
                              entry.has_notes(),
                              !entry.uncounted(),
                              entry.unseen()});
  }
  return outline;
}

v1::Notes to_proto(const Notes& notes) {
  v1::Notes out;
  out.set_deck(notes.deck);
  out.set_number(notes.number);
  out.set_markdown(notes.markdown);
  for (const StepNotes& step : notes.steps) {
    v1::StepNotes& entry = *out.add_steps();
    entry.set_step(static_cast<std::uint32_t>(step.step));
    entry.set_markdown(step.markdown);
  }
  return out;
}

std::optional<Notes> from_proto(const v1::Notes& in) {
  Notes notes{in.deck(), in.number(), in.markdown(), {}};
  for (const v1::StepNotes& step : in.steps()) {
    if (step.step() < 1 || step.step() > 100'000) return std::nullopt;
    notes.steps.push_back({static_cast<int>(step.step()), step.markdown()});
  }
  return notes;
}

v1::Slide to_proto(const Slide& slide) {
  v1::Slide out;
  out.set_deck(slide.deck);
  out.set_number(slide.number);
  out.set_step(slide.step);
  out.set_title(slide.title);
  out.set_html(slide.html);
  out.set_picture(slide.picture);
  return out;
}

std::optional<Slide> from_proto(const v1::Slide& in) {
  return Slide{in.deck(), in.number(), in.step(), in.title(), in.html(), in.picture()};
}

}  // namespace lectern::protocol
