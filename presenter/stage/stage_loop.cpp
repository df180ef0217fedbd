#include "presenter/stage/stage_loop.h"

#include <algorithm>
#include <utility>

#include "common/base/log.h"
#include "common/deck/each_inline.h"
#include "presenter/stage/layers.h"

namespace lectern::stage {

namespace {

std::optional<View> next(const deck::Deck& deck, const View& view) {
  if (view.step < deck.slides[view.slide].step_count) return View(view.slide, view.step + 1);
  if (view.slide + 1 < deck.slides.size()) return View(view.slide + 1);
  return std::nullopt;
}

/// Going back, a slide comes with all its steps revealed.
std::optional<View> previous(const deck::Deck& deck, const View& view) {
  if (view.step > 0) return View(view.slide, view.step - 1);
  if (view.slide > 0) return View(view.slide - 1, deck.slides[view.slide - 1].step_count);
  return std::nullopt;
}

bool has_pictures(const deck::Slide& slide) {
  bool has_any = !slide.background.images.empty();
  deck::for_each_part<deck::InlineImage>(slide.content, [&](const auto&) { has_any = true; });
  return has_any;
}

}  // namespace

std::vector<FrameKey> wishes(const deck::Deck& deck, const View& view, PixelSize display, TimerIs timer) {
  std::vector<FrameKey> keys;
  const auto add = [&](const std::optional<View>& wish) {
    if (wish) keys.push_back(frame_of(*wish, display));
  };
  const auto following = next(deck, view), preceding = previous(deck, view);
  add(view);
  add(following);
  add(preceding);
  const auto digits_at = timer == TimerIs::on ? keys.begin() + 1 : keys.end();
  keys.insert(digits_at, {FrameKey::Subject::timer_digits, 0, display});
  if (following) add(next(deck, *following));
  for (const auto& neighbour : {following, preceding})
    if (neighbour) wish_for_turn(keys, deck, view, *neighbour, display);
  return keys;
}

StageLoop::StageLoop(std::shared_ptr<const deck::Deck> deck, std::unique_ptr<FrameStore> frames,
                     std::unique_ptr<Display> display, std::uint32_t ground, const Clock& clock,
                     Listener listener)
    : deck_(std::move(deck)),
      clock_(clock),
      listener_(std::move(listener)),
      display_(std::move(display)),
      frames_(std::move(frames)),
      director_(deck_),
      compositor_(deck_, *frames_, ground) {
  frames_->on_finished([this] { display_->wake(); });
}

void StageLoop::show(std::shared_ptr<const session::State> state) {
  {
    const std::lock_guard lock(mutex_);
    newest_ = std::move(state);
  }
  display_->wake();
}

void StageLoop::stop() {
  is_stopped_ = true;
  display_->wake();
}

void StageLoop::run() {
  while (!is_stopped_) {
    take_state();
    ask_for_frames();
    draw_if_due();
    update_title();
    for (const Input& input : display_->wait(time_to_sleep()))
      std::visit([this](const auto& it) { handle(it); }, input);
  }
}

void StageLoop::take_state() {
  std::shared_ptr<const session::State> state;
  {
    const std::lock_guard lock(mutex_);
    state = std::exchange(newest_, nullptr);
  }
  if (state) director_.show(std::move(state));
}

void StageLoop::ask_for_frames() {
  const auto* state = director_.state();
  const bool timer_on = state && state->qa.phase != session::QaTimer::Phase::off;
  const View wanted = director_.wanted().value_or(View());
  const PixelSize display = display_->size();
  auto keys = wishes(*deck_, wanted, display, timer_on ? TimerIs::on : TimerIs::off);
  // The first slide of all comes whole; from then on nobody waits for a photograph.
  const bool wants_draft = director_.shows_something() && has_pictures(deck_->slides[wanted.slide]) &&
                           !frames_->find(frame_of(wanted, display));
  if (wants_draft) keys.insert(keys.begin() + 1, draft_of(wanted, display));
  if (keys == wished_) return;
  frames_->want(keys);
  wished_ = std::move(keys);
}

void StageLoop::draw_if_due() {
  if (compositor_.is_outdated()) director_.redraw();
  const auto canvas = display_->canvas();
  if (!canvas) return;
  director_.pace(display_->refresh_interval());
  const auto shot = director_.direct(clock_.now(), [&](const View& view, Director::Form form) {
    return is_painted(view, form, canvas->size);
  });
  if (!shot) return;
  compositor_.draw(shot->scene, *canvas);
  display_->submit();
  if (shot->presents) listener_.presented(*shot->presents);
}

bool StageLoop::is_painted(const View& view, Director::Form form, PixelSize display) const {
  if (form == Director::Form::whole)
    return frames_->find(frame_of(view, display)) || frames_->find(draft_of(view, display));
  return frames_->find(background_of(*deck_, view.slide, display)) &&
         frames_->find(content_of(view, display));
}

std::optional<Duration> StageLoop::time_to_sleep() const {
  const Instant now = clock_.now();
  auto until = director_.next_look(now);
  if (const auto title = leave_guard_.open_until(now)) until = until ? std::min(*until, *title) : *title;
  if (!until) return std::nullopt;
  return std::max(*until - now, Duration::zero());
}

void StageLoop::handle(const KeyPress& press) {
  const auto* state = director_.state();
  if (!state) return;
  const auto wanted = intent(press, *state);
  if (!wanted) return;
  if (const auto* command = std::get_if<session::Command>(&*wanted))
    return listener_.command(*command, state->revision);
  switch (std::get<Action>(*wanted)) {
    case Action::toggle_fullscreen:
      return display_->toggle_fullscreen();
    case Action::leave:
      return leave();
  }
}

void StageLoop::leave() {
  if (leave_guard_.press(clock_.now())) return listener_.closed();
  log_warning("press Ctrl+Q again within " +
              std::to_string(std::chrono::duration_cast<std::chrono::seconds>(leave_window).count()) +
              " seconds to leave the show");
}

void StageLoop::update_title() {
  std::string title = leave_guard_.open_until(clock_.now()) ? "Press Ctrl+Q again to leave the show"
                                                            : deck_->settings.title + " – Lectern";
  if (title == title_) return;
  display_->set_title(title);
  title_ = std::move(title);
}

}  // namespace lectern::stage
