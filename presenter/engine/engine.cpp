#include "presenter/engine/engine.h"

#include <algorithm>
#include <utility>
#include <variant>

#include "common/session/permission.h"

namespace lectern::engine {
namespace {

/// nullptr: it asks for something else.
template <class Kind, class Asked>
auto* asked_for(Asked& request) {
  auto* const command = std::get_if<session::Command>(&request.command);
  return command ? std::get_if<Kind>(command) : nullptr;
}

/// A client names whom to hand over to by their client id alone.
void name_new_driver(session::Request& request, const session::Roster& roster) {
  auto* const hand_over = asked_for<session::HandOver>(request);
  const session::Sender* const named = hand_over ? session::find(roster, hand_over->to.client) : nullptr;
  if (named) hand_over->to = *named;
}

std::vector<const deck::Deck*> plain(const std::vector<Engine::DeckPtr>& decks) {
  std::vector<const deck::Deck*> pointers;
  for (const auto& deck : decks) pointers.push_back(deck.get());
  return pointers;
}

}  // namespace

Engine::Engine(std::vector<DeckPtr> decks, Epoch epoch, const Clock& clock, session::Opening opening)
    : Engine(decks, session::first_state(plain(decks), epoch, opening), [clock] { return clock.now(); }) {}

Engine::Engine(std::vector<DeckPtr> decks, session::State first, Now now)
    : newest_(std::move(decks)),
      deck_(newest_[first.deck_number - 1]),
      now_(std::move(now)),
      state_(std::make_shared<session::State>(std::move(first))),
      pointing_(*state_) {
  const DeckHash kept = session::on_stage(*state_).deck;
  if (kept != deck_->hash)
    kept_ = *std::ranges::find(newest_, kept, [](const DeckPtr& deck) { return deck->hash; });
}

void Engine::watch(StateWatcher state, PresentedWatcher presented) {
  state(state_);
  state_watchers_.push_back(std::move(state));
  presented_watchers_.push_back(std::move(presented));
}

void Engine::watch_pointer(PointerWatcher watcher) {
  pointer_watchers_.push_back(std::move(watcher));
}

void Engine::watch_roster(RosterWatcher watcher) {
  roster_watchers_.push_back(std::move(watcher));
}

void Engine::joined(const session::Sender& who) {
  roster_.entries.push_back({who, now()});
  tell_roster();
}

void Engine::left(const ClientId& client) {
  std::erase_if(roster_.entries,
                [&](const session::RosterEntry& entry) { return entry.who.client == client; });
  tell_roster();
}

void Engine::tell_roster() const {
  for (const RosterWatcher& watcher : roster_watchers_) watcher(roster_);
}

session::Answer Engine::decide(const session::Sender& sender, session::Request request) {
  name_new_driver(request, roster_);
  if (auto* const pairing = asked_for<session::ManagePairing>(request))
    pairing->trouble = doorkeeper_ ? doorkeeper_->objection(pairing->what)
                                   : std::optional(session::PairingTrouble::no_such_device);
  session::State state = *state_;
  const bool is_new = !admission_.has_answered(sender.client, request.id);
  const session::Answer answer = admission_.decide(sender, request, state, decks(), now());
  publish(std::move(state));
  if (is_new && answer.accepted()) carry_out(request);
  return answer;
}

/// What concerns the display machine and not the show.
void Engine::carry_out(const session::Request& request) {
  if (asked_for<session::MoveStage>(request) && move_stage_) move_stage_();
  if (const auto* const pairing = asked_for<session::ManagePairing>(request))
    doorkeeper_->carry_out(pairing->what);
}

void Engine::decide(session::Command command, Revision seen) {
  auto* const step = std::get_if<session::Step>(&command);
  if (step && operator_step_ && operator_step_->revision > seen) step->from = operator_step_->position;
  const bool is_accepted = take(command, session::operator_at_display());
  if (step) operator_step_ = is_accepted ? state_ : nullptr;
}

bool Engine::take(const session::Command& command, const session::Sender& sender) {
  session::Decision decision = session::reduce(*state_, decks(), command, now(), sender);
  auto* const decided = std::get_if<session::State>(&decision);
  if (decided) publish(std::move(*decided));
  return decided != nullptr;
}

void Engine::offer(std::uint32_t number, DeckPtr edited) {
  session::State state = session::offer_edit(*state_, decks(), number, *edited);
  newest_[number - 1] = std::move(edited);
  publish(std::move(state));
}

const deck::Deck* Engine::find(const DeckHash& hash) const {
  for (const DeckPtr& deck : {deck_, kept_})
    if (deck && deck->hash == hash) return deck.get();
  const auto found = std::ranges::find(newest_, hash, [](const DeckPtr& deck) { return deck->hash; });
  return found == newest_.end() ? nullptr : found->get();
}

session::Decks Engine::decks() const {
  return {*deck_, plain(newest_)};
}

void Engine::point(const session::Pointer& pointer, Revision seen, const session::Sender& sender) {
  if (!session::may_control(sender.role) || session::is_locked_out(*state_, sender)) return;
  if (pointing_.put(pointer, seen, now())) tell_pointer();
}

void Engine::look_at_pointer() {
  if (pointing_.look(now())) tell_pointer();
}

void Engine::tell_pointer() const {
  for (const PointerWatcher& watcher : pointer_watchers_) watcher(pointing_.newest());
}

void Engine::presented(Revision revision) {
  if (revision <= presented_) return;
  presented_ = revision;
  for (const PresentedWatcher& watcher : presented_watchers_) watcher(revision);
}

void Engine::watch_recorded(RecordedWatcher watcher) {
  recorded_watchers_.push_back(std::move(watcher));
}

void Engine::recorded(session::Recorded recorded) {
  recorded_ = std::move(recorded);
  for (const RecordedWatcher& watcher : recorded_watchers_) watcher(recorded_);
}

void Engine::watch_pairing(PairingWatcher watcher) {
  pairing_watchers_.push_back(std::move(watcher));
}

void Engine::pairing(session::Pairing pairing) {
  pairing_ = std::move(pairing);
  for (const PairingWatcher& watcher : pairing_watchers_) watcher(pairing_);
}

void Engine::publish(session::State state) {
  if (state.revision == state_->revision) return;
  if (state.deck != deck_->hash) {
    auto before = std::exchange(deck_, newest_[state.deck_number - 1]);
    if (!kept_) kept_ = std::move(before);
  }
  if (session::on_stage(state).deck == deck_->hash) kept_ = nullptr;
  state_ = std::make_shared<const session::State>(std::move(state));
  if (pointing_.see(*state_)) tell_pointer();  // first: no zoom is seen on the slide that comes
  for (const StateWatcher& watcher : state_watchers_) watcher(state_);
}

}  // namespace lectern::engine
