#include "presenter/stage/holding_slides.h"

#include <algorithm>
#include <utility>

namespace lectern::stage {
namespace {

using session::Holding;

constexpr double logo_height = 150;  // CSS pixels of the design area
constexpr double small_text = 0.8;

/// No slide of a deck has h = 0; v = 0 and 1 would name the same one.
deck::Address address_of(Holding holding) {
  return {0, static_cast<int>(holding) + 2};
}

const char* words(Holding holding) {
  switch (holding) {
    case Holding::before:
      return "";
    case Holding::pause:
      return "We will continue shortly";
    case Holding::after:
      return "Thank you";
  }
  return "";
}

deck::Inlines text(std::string words) {
  deck::TextRun run;
  run.text = std::move(words);
  return {run};
}

deck::Slide holding_slide(const std::string& title, const std::string& date, const std::string& logo,
                          Holding holding) {
  deck::Slide slide;
  slide.address = address_of(holding);
  slide.is_counted = false;
  if (!logo.empty()) {
    deck::InlineImage picture;
    picture.source = logo;
    picture.is_decorative = true;
    picture.height = deck::Length{logo_height};
    slide.content.push_back({deck::Paragraph{{picture}}});
  }
  if (!title.empty()) slide.content.push_back({deck::Heading{2, text(title)}});
  const std::string line = words(holding);
  if (!line.empty()) slide.content.push_back({deck::Paragraph{text(line)}});
  if (!date.empty()) slide.content.push_back({.content = deck::Paragraph{text(date)}, .size = small_text});
  return slide;
}

}  // namespace

std::shared_ptr<const deck::Deck> with_holding_slides(const deck::Deck& deck, const std::string& today,
                                                      const std::string& logo) {
  auto shown = std::make_shared<deck::Deck>(deck);
  const std::string& date = deck.settings.date.empty() ? today : deck.settings.date;
  for (const Holding holding : {Holding::before, Holding::pause, Holding::after})
    shown->slides.push_back(holding_slide(deck.settings.title, date, logo, holding));
  return shown;
}

bool is_holding(const deck::Deck& deck, std::size_t slide_index) {
  return deck.slides[slide_index].address.h == 0;
}

bool is_holding(const deck::Deck& deck, std::size_t slide_index, Holding holding) {
  return deck.slides[slide_index].address == address_of(holding);
}

FrameKey whole_of(const deck::Deck& deck, const View& view, PixelSize display) {
  if (is_holding(deck, view.slide)) return {FrameKey::Subject::holding, view.slide, display};
  return frame_of(view, display);
}

std::optional<View> view_of(const deck::Deck& deck, const session::Position& position) {
  const auto slide =
      deck::find_slide(deck, position.holding ? address_of(*position.holding) : position.slide);
  if (!slide) return std::nullopt;
  if (position.holding) return View(*slide);
  return View(*slide, std::clamp(position.step, 0, deck.slides[*slide].step_count));
}

}  // namespace lectern::stage
