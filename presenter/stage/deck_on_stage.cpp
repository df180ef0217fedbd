#include "presenter/stage/deck_on_stage.h"

#include <algorithm>
#include <utility>

#include "common/deck/each_inline.h"
#include "common/deck/questions.h"
#include "presenter/stage/holding_slides.h"
#include "presenter/stage/layers.h"

namespace lectern::stage {
namespace {

using session::Holding;

std::optional<View> holding_view(const deck::Deck& deck, Holding holding) {
  return view_of(deck, {{}, 0, holding});
}

std::optional<View> next(const deck::Deck& deck, const View& view) {
  if (view.step < deck.slides[view.slide].step_count) return View(view.slide, view.step + 1);
  if (view.slide + 1 < deck.slides.size() && !is_holding(deck, view.slide + 1)) return View(view.slide + 1);
  return holding_view(deck, Holding::after);
}

/// Going back, a slide comes with all its steps revealed.
std::optional<View> previous(const deck::Deck& deck, const View& view) {
  if (view.step > 0) return View(view.slide, view.step - 1);
  if (view.slide > 0) return View(view.slide - 1, deck.slides[view.slide - 1].step_count);
  return std::nullopt;
}

std::optional<std::size_t> last_question_slide(const deck::Deck& deck) {
  for (std::size_t i = deck.slides.size(); i-- > 0;)
    if (!is_holding(deck, i) && !deck::invitation_to_ask(deck.slides[i]).empty()) return i;
  return std::nullopt;
}

TimerIs timer_of(const session::State& state) {
  return state.qa.phase == session::QaTimer::Phase::off ? TimerIs::off : TimerIs::on;
}

bool has_pictures(const deck::Slide& slide) {
  bool has_any = !slide.background.images.empty();
  deck::for_each_part<deck::InlineImage>(slide.content, [&](const auto&) { has_any = true; });
  return has_any;
}

}  // namespace

std::vector<FrameKey> wishes(const deck::Deck& deck, const View& view, PixelSize display, TimerIs timer,
                             std::optional<std::size_t> questions, std::optional<Holding> holding) {
  std::vector<FrameKey> keys;
  const auto add = [&](const std::optional<View>& wish) {
    if (!wish) return;
    const FrameKey key = whole_of(deck, *wish, display);
    if (std::ranges::find(keys, key) == keys.end()) keys.push_back(key);
  };
  const auto following = next(deck, view), preceding = previous(deck, view);
  if (holding) add(holding_view(deck, *holding));
  add(view);
  add(following);
  add(preceding);
  const auto digits_at = timer == TimerIs::on ? keys.begin() + 1 : keys.end();
  keys.insert(digits_at, {FrameKey::Subject::timer_digits, 0, display});
  add(holding_view(deck, Holding::pause));
  if (following && !is_holding(deck, following->slide)) add(next(deck, *following));
  for (const auto& neighbour : {following, preceding})
    if (neighbour && !is_holding(deck, neighbour->slide))
      wish_for_turn(keys, deck, view, *neighbour, display);
  if (questions) add(View(*questions));
  return keys;
}

std::vector<FrameKey> wishes(const deck::Deck& deck, const session::State& state, PixelSize display,
                             std::optional<std::size_t> questions) {
  const session::Position up = session::on_stage(state).position;
  const session::Position at = state.deck == deck.hash ? state.position : up;
  auto keys = wishes(deck, view_of(deck, session::uncovered(at)).value_or(View()), display, timer_of(state),
                     questions, at.holding);
  const FrameKey first = whole_of(deck, view_of(deck, up).value_or(View()), display);
  std::erase(keys, first);
  keys.insert(keys.begin(), first);
  return keys;
}

DeckOnStage::DeckOnStage(Material material, std::shared_ptr<const deck::Deck> deck,
                         std::unique_ptr<FrameStore> frames, std::shared_ptr<images::Previews> previews,
                         std::uint32_t ground)
    : material_(std::move(material)),
      deck_(std::move(deck)),
      questions_(last_question_slide(*deck_)),
      frames_(std::move(frames)),
      previews_(std::move(previews)),
      director_(deck_),
      compositor_(deck_, *frames_, ground) {}

void DeckOnStage::prepare(PixelSize display, Share share) {
  const auto* state = director_.state();
  const View wanted = director_.wanted().value_or(View());
  auto keys = state ? wishes(*deck_, *state, display, questions_)
                    : wishes(*deck_, wanted, display, TimerIs::off, questions_);
  if (share == Share::nothing) keys.resize(state && timer_of(*state) == TimerIs::on ? 2 : 1);
  // The first slide of all comes whole; from then on nobody waits for a photograph.
  const bool wants_draft = director_.shows_something() && !is_holding(*deck_, wanted.slide) &&
                           has_pictures(deck_->slides[wanted.slide]) &&
                           !frames_->find(frame_of(wanted, display));
  if (wants_draft) keys.insert(keys.begin() + 1, draft_of(wanted, display));
  const bool is_before = state && session::on_stage(*state).position.holding == Holding::before;
  if (director_.invites() && is_before)
    keys.insert(keys.begin() + 1,
                {background_of(*deck_, wanted.slide, display), content_of(wanted, display)});
  if (keys == wished_ && share == share_) return;
  frames_->want(keys, share);
  wished_ = std::move(keys);
  share_ = share;
}

bool DeckOnStage::is_ready(PixelSize display) const {
  const auto* state = director_.state();
  return state && (state->black || is_painted(*director_.wanted(), Director::Form::whole, display));
}

std::optional<Shot> DeckOnStage::draw_if_due(Instant now, Canvas canvas) {
  if (compositor_.is_outdated()) director_.redraw();
  auto shot = director_.direct(
      now, [&](const View& view, Director::Form form) { return is_painted(view, form, canvas.size); });
  if (!shot) return std::nullopt;
  compositor_.draw(shot->scene, canvas);
  // Not before the first slide is up, which has the machine to itself.
  if (shot->presents) previews_->begin();
  return shot;
}

bool DeckOnStage::is_painted(const View& view, Director::Form form, PixelSize display) const {
  const auto is_there = [&](const FrameKey& key) { return frames_->find(key) != nullptr; };
  switch (form) {
    case Director::Form::whole:
      break;
    case Director::Form::layers:
      return is_there(background_of(*deck_, view.slide, display)) && is_there(content_of(view, display));
    case Director::Form::arrival:
      return is_there(resting_of(*deck_, view, display)) &&
             std::ranges::all_of(arriving_of(*deck_, view, display), is_there);
  }
  return is_there(whole_of(*deck_, view, display)) || is_there(draft_of(view, display));
}

}  // namespace lectern::stage
