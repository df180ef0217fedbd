#include "presenter/stage/stage_loop.h"

#include <malloc.h>

#include <algorithm>
#include <utility>

#include "common/base/log.h"

namespace lectern::stage {

StageLoop::StageLoop(std::unique_ptr<DeckOnStage> first, MakeDeckOnStage make,
                     std::unique_ptr<Display> display, const Clock& clock, Listener listener,
                     MakeSidePanel make_side_panel)
    : clock_(clock),
      listener_(std::move(listener)),
      make_(std::move(make)),
      make_side_panel_(std::move(make_side_panel)),
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

void StageLoop::invite(const std::string& invitation) {
  {
    const std::lock_guard lock(mutex_);
    newest_invitation_ = invitation;
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
    take_invitation();
    if (is_move_asked_.exchange(false)) change_displays();
    tell_size();
    if (can_change_decks()) change_decks();
    // Two decks share the memory of one.
    if (coming_) coming_->prepare(display_->size(), Share::half);
    shown_->prepare(display_->size(), coming_ ? Share::nothing : Share::all);
    draw_if_due();
    pass_pointer();
    draw_side();
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
  if (told_ && told_->deck != state->deck) close_side();  // it shows the other one's slides
  told_ = std::move(state);
  shown_->director().show(told_);
  bring_next_deck();
  if (side_) side_->see(*told_);
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

void StageLoop::take_invitation() {
  std::optional<std::string> invitation;
  {
    const std::lock_guard lock(mutex_);
    invitation = std::exchange(newest_invitation_, std::nullopt);
  }
  if (invitation) invitation_ = *std::move(invitation);
  for (DeckOnStage* const deck : {shown_.get(), coming_.get()})
    if (deck) deck->director().invite(invitation_);
}

/// The operator's own pointer is seen once it is told, like anybody else's.
void StageLoop::pass_pointer() {
  if (const auto pointer = held_.take(clock_.now())) listener_.point(*pointer, told_->revision);
}

/// The deck that is to be up; once it is, that with which the show goes on behind a frozen stage, painted as
/// if it thawed now.
void StageLoop::bring_next_deck() {
  const DeckHash on_stage = session::on_stage(*told_).deck;
  const bool is_up = shown_->deck().hash == on_stage;
  const DeckHash& next = is_up ? told_->deck : on_stage;
  if (next == shown_->deck().hash) return retire(std::exchange(coming_, nullptr));
  if (!coming_ || coming_->deck().hash != next) open_deck(next);
  if (coming_)
    coming_->director().show(is_up ? std::make_shared<session::State>(session::thawed(*told_)) : told_);
}

void StageLoop::open_deck(const DeckHash& hash) {
  auto deck = make_(hash);
  if (deck) deck->frames().on_finished([this] { display_->wake(); });
  retire(std::exchange(coming_, std::move(deck)));
}

/// The deck that is up stays up until the other one has painted what it is to show.
bool StageLoop::can_change_decks() const {
  return coming_ && coming_->deck().hash == session::on_stage(*told_).deck &&
         coming_->is_ready(display_->size());
}

void StageLoop::change_decks() {
  retire(std::exchange(shown_, std::exchange(coming_, nullptr)));
  bring_next_deck();
}

/// Its workers may have a photograph in hand, for which the show does not wait; nor for what went before. The
/// allocator would keep what their fonts and small pictures took.
template <class T>
void StageLoop::retire(std::unique_ptr<T> it) {
  if (!it) return;
  retiring_ = std::jthread([it = std::move(it), before = std::move(retiring_)]() mutable {
    it.reset();
    malloc_trim(0);
  });
}

void StageLoop::tell_size() {
  const PixelSize size = display_->size();
  if (std::exchange(told_size_, size) != size && listener_.resized) listener_.resized(size);
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
  if (const auto number = typed_number_.press(press, clock_.now())) return go_to_number(*number);
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
      return change_displays();
    case Action::open_side_panel:
      return open_side();
    case Action::leave:
      return leave();
  }
}

/// The operator's own window may be where the show goes.
void StageLoop::change_displays() {
  close_side();
  display_->move_to_next_display();
}

/// Not the one that a frozen stage keeps. nullptr: it is still to come.
const DeckOnStage* StageLoop::deck_of_the_show() const {
  for (const auto* deck : {shown_.get(), coming_.get()})
    if (deck && deck->deck().hash == told_->deck) return deck;
  return nullptr;
}

/// Who types blindly sees nothing of a number that the deck has not; what is black stays black.
void StageLoop::go_to_number(std::size_t number) {
  const DeckOnStage* deck = deck_of_the_show();
  if (!deck || told_->black) return;
  const auto& slides = deck->material().deck->slides;
  if (number <= slides.size()) listener_.command(session::GoTo{slides[number - 1].address}, told_->revision);
}

void StageLoop::open_side() {
  const DeckOnStage* deck = deck_of_the_show();
  if (side_ || !deck || !make_side_panel_ || !(pane_ = display_->open_pane())) return;
  side_ = make_side_panel_(deck->material(), display_->size(), [this] { display_->wake(); });
  side_->see(*told_);
}

void StageLoop::close_side() {
  if (!side_) return;
  retire(std::exchange(side_, nullptr));
  side_picture_.reset();
  pane_.reset();
  display_->take_focus();
}

void StageLoop::draw_side() {
  if (!side_) return;
  auto picture = side_->newest_picture(pane_->size());
  if (!picture) return;
  pane_->show(*picture);
  side_picture_ = std::move(picture);
}

void StageLoop::handle(const PaneInput& input) {
  if (!side_) return;
  if (std::holds_alternative<CloseAsked>(input.what)) return close_side();
  if (std::holds_alternative<PixelsLost>(input.what)) {
    if (side_picture_) pane_->show(*side_picture_);
    return;
  }
  if (const auto end = side_->handle(std::get<PanelInput>(input.what))) end_side(*end);
}

void StageLoop::end_side(const PanelEnd& end) {
  close_side();
  if (end.go_to) listener_.command(session::GoTo{*end.go_to}, told_->revision);
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
