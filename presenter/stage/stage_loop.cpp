#include "presenter/stage/stage_loop.h"

#include <algorithm>
#include <utility>

#include "common/base/log.h"

namespace lectern::stage {

StageLoop::StageLoop(std::unique_ptr<DeckOnStage> first, MakeDeckOnStage make,
                     std::unique_ptr<Display> display, const Clock& clock, Listener listener)
    : clock_(clock),
      listener_(std::move(listener)),
      make_(std::move(make)),
      display_(std::move(display)),
      shown_(std::move(first)) {
  shown_->frames().on_finished([this] { display_->wake(); });
}

void StageLoop::show(std::shared_ptr<const session::State> state) {
  {
    const std::lock_guard lock(mutex_);
    newest_ = std::move(state);
  }
  display_->wake();
}

void StageLoop::point(const session::Pointer& pointer) {
  {
    const std::lock_guard lock(mutex_);
    newest_pointer_ = pointer;
  }
  display_->wake();
}

void StageLoop::move_to_next_display() {
  is_move_asked_ = true;
  display_->wake();
}

void StageLoop::stop() {
  is_stopped_ = true;
  display_->wake();
}

void StageLoop::run() {
  while (!is_stopped_) {
    take_state();
    take_pointer();
    if (is_move_asked_.exchange(false)) display_->move_to_next_display();
    if (coming_) coming_->prepare(display_->size());
    shown_->prepare(display_->size());
    if (coming_ && coming_->is_ready(display_->size())) change_decks();
    draw_if_due();
    pass_pointer();
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
  if (!state) return;
  const DeckHash wanted = session::on_stage(*state).deck;
  if (wanted == shown_->deck().hash)
    retire(std::exchange(coming_, nullptr));
  else if (!coming_ || coming_->deck().hash != wanted)
    open_deck(wanted);
  // Each takes the states of its deck.
  shown_->director().show(state);
  if (coming_) coming_->director().show(state);
  told_ = std::move(state);
}

void StageLoop::take_pointer() {
  std::optional<session::Pointer> pointer;
  {
    const std::lock_guard lock(mutex_);
    pointer = std::exchange(newest_pointer_, std::nullopt);
  }
  if (!pointer) return;
  pointer_ = *pointer;
  tool_.told(*pointer);
  display_->follow_mouse(tool_.is_held());
}

/// The operator's own pointer is seen once it is told, like anybody else's.
void StageLoop::pass_pointer() {
  if (const auto pointer = held_.take(clock_.now())) listener_.point(*pointer, told_->revision);
}

/// The deck that is up stays up until the other one has painted what it is to show.
void StageLoop::open_deck(const DeckHash& hash) {
  auto deck = make_(hash);
  if (!deck) return;
  deck->frames().on_finished([this] { display_->wake(); });
  retire(std::exchange(coming_, std::move(deck)));
}

void StageLoop::change_decks() {
  retire(std::exchange(shown_, std::exchange(coming_, nullptr)));
}

/// Its workers may have a photograph in hand, for which the show does not wait; nor for decks that went
/// before.
void StageLoop::retire(std::unique_ptr<DeckOnStage> deck) {
  if (!deck) return;
  retiring_ =
      std::jthread([deck = std::move(deck), before = std::move(retiring_)]() mutable { deck.reset(); });
}

void StageLoop::draw_if_due() {
  const auto canvas = display_->canvas();
  if (!canvas) return;
  shown_->director().point(pointer_);
  shown_->director().pace(display_->refresh_interval());
  const auto shot = shown_->draw_if_due(clock_.now(), *canvas);
  if (!shot) return;
  display_->submit();
  if (shot->presents) listener_.presented(*shot->presents);
}

std::optional<Duration> StageLoop::time_to_sleep() const {
  const Instant now = clock_.now();
  auto until = shown_->director().next_look(now);
  for (const auto& other : {leave_guard_.open_until(now), held_.due()})
    if (other) until = until ? std::min(*until, *other) : *other;
  if (!until) return std::nullopt;
  return std::max(*until - now, Duration::zero());
}

void StageLoop::handle(const KeyPress& press) {
  if (!told_) return;
  const auto wanted = intent(press, *told_);
  if (!wanted) return;
  if (const auto* command = std::get_if<session::Command>(&*wanted))
    return listener_.command(*command, told_->revision);
  if (const auto* toggle = std::get_if<TogglePointer>(&*wanted)) {
    hold(tool_.toggle(toggle->kind, display_->mouse()));
    return display_->follow_mouse(tool_.is_held());
  }
  switch (std::get<Action>(*wanted)) {
    case Action::toggle_fullscreen:
      return display_->toggle_fullscreen();
    case Action::move_to_next_display:
      return display_->move_to_next_display();
    case Action::leave:
      return leave();
  }
}

void StageLoop::hold(const std::optional<session::Pointer>& pointer) {
  if (pointer) held_.put(*pointer);
}

void StageLoop::leave() {
  if (leave_guard_.press(clock_.now())) return listener_.closed();
  log_warning("press Ctrl+Q again within " +
              std::to_string(std::chrono::duration_cast<std::chrono::seconds>(leave_window).count()) +
              " seconds to leave the show");
}

/// The operator's line: the audience's display is fullscreen and has no title.
void StageLoop::update_title() {
  std::string title = shown_->deck().settings.title + " – Lectern";
  if (told_ && told_->position.holding == session::Holding::pause)
    title = "Pause. Ctrl+H shows the slide again";
  if (told_ && told_->edit) title = "Edited: " + told_->edit->summary + ". Ctrl+R shows it";
  if (told_ && told_->frozen) title = "Frozen. Ctrl+F shows where the show is now";
  if (leave_guard_.open_until(clock_.now())) title = "Press Ctrl+Q again to leave the show";
  if (title == title_) return;
  display_->set_title(title);
  title_ = std::move(title);
}

}  // namespace lectern::stage
