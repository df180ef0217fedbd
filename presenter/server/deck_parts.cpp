#include "presenter/server/deck_parts.h"

#include <algorithm>
#include <utility>

#include "presenter/html/slide_html.h"

namespace lectern::server {
namespace {

/// Of slides that were asked for last; what is asked for most is what is up.
constexpr std::size_t kept_slides = 64;

Payload unavailable(const DeckHash& deck, std::uint32_t number, std::string why) {
  return payload_of(protocol::Unavailable{deck, number, std::move(why)});
}

/// 0: of the whole deck.
std::uint32_t number_of(const protocol::DeckPart& part) {
  if (const auto* const notes = std::get_if<protocol::NotesOf>(&part)) return notes->number;
  if (const auto* const slide = std::get_if<protocol::SlideAt>(&part)) return slide->number;
  return 0;
}

}  // namespace

DeckParts::DeckParts(engine::Engine& engine, Pictures* pictures, bool goes_on)
    : engine_(engine), pictures_(pictures) {
  const session::State& first = *engine.state();
  if (const deck::Deck* const shown = goes_on ? engine.find(session::on_stage(first).deck) : nullptr)
    seen_.look_back(first, *shown);
  engine.watch(
      [this](const engine::Engine::StatePtr& state) {
        state_ = state;
        if (const deck::Deck* const shown = engine_.find(session::on_stage(*state).deck))
          seen_.look(*state, *shown);
        outlines_.clear();
      },
      [](Revision) {});
}

Payload DeckParts::look_up(const protocol::DeckRequest& request, session::Role role) {
  const std::uint32_t number = number_of(request.part);
  const deck::Deck* const deck = engine_.find(request.deck);
  if (!deck) return unavailable(request.deck, number, "another deck is being shown now");
  const bool is_of_slide = !std::holds_alternative<protocol::WholeOutline>(request.part);
  if (is_of_slide && (number < 1 || number > deck->slides.size()))
    return unavailable(request.deck, number, "the deck has no such slide");
  return std::visit([&](const auto& what) { return part(*deck, what, role); }, request.part);
}

Payload DeckParts::part(const deck::Deck& deck, const protocol::NotesOf& notes, session::Role role) {
  if (session::may_read_notes(role)) return payload_of(protocol::notes_of(deck, notes.number));
  return unavailable(deck.hash, notes.number, "notes are for the speaker and whom they let read them");
}

Payload DeckParts::part(const deck::Deck& deck, const protocol::WholeOutline&, session::Role role) {
  const bool is_follower = role == session::Role::follower;
  Payload& payload = outlines_[{deck.hash, is_follower}];
  if (payload) return payload;
  protocol::Outline outline = protocol::outline_of(deck);
  for (std::size_t i = 0; is_follower && i < deck.slides.size(); ++i) {
    if (seen_.steps_of(deck.slides[i]) || most_steps(deck.slides[i], role)) continue;
    outline.slides[i].title.clear();
    outline.slides[i].is_unseen = true;
  }
  return payload = payload_of(outline);
}

Payload DeckParts::part(const deck::Deck& deck, const protocol::SlideAt& at, session::Role role) {
  const deck::Slide& slide = deck.slides[at.number - 1];
  const auto most = most_steps(slide, role);
  if (!most)
    return unavailable(deck.hash, at.number,
                       state_->following.is_open ? "the audience has not seen that slide yet"
                                                 : "the operator has not opened the audience's page");
  const int step =
      static_cast<int>(std::min<std::uint32_t>(at.step.value_or(~0u), static_cast<std::uint32_t>(*most)));
  const View view(deck.hash, at.number, step,
                  pictures_ ? pictures_->name_of(deck, at.number, step) : std::string());
  if (const auto found = slides_.find(view); found != slides_.end()) return found->second;
  if (slides_.size() >= kept_slides) slides_.clear();
  return slides_[view] =
             payload_of(protocol::Slide{deck.hash, at.number, static_cast<std::uint32_t>(step), slide.title,
                                        html::slide_html(deck, at.number - 1, step), std::get<3>(view)});
}

std::optional<int> DeckParts::most_steps(const deck::Slide& slide, session::Role role) const {
  if (role == session::Role::follower) return session::steps_for_followers(*state_, seen_, slide);
  return slide.step_count;
}

}  // namespace lectern::server
