#include "common/session/reduce.h"

#include <utility>

#include "common/deck/changes.h"
#include "common/session/follow.h"
#include "common/session/permission.h"

namespace lectern::session {
namespace {

/// One forward or backward move in the flat order, which is reveal.js's: down a stack, then right. Steps come
/// before slides; going back arrives on a slide with all of its steps revealed. After the last slide the
/// holding slide comes up; from there, from a pause and from before the start a move leads to the slide
/// behind.
Position moved(const deck::Deck& deck, std::size_t index, const Position& from, Direction direction) {
  const auto at = [&](std::size_t i, int s) { return Position{deck.slides[i].address, s}; };
  if (from.holding) {
    const bool is_at_the_end =
        from.holding == (direction == Direction::next ? Holding::after : Holding::before);
    return is_at_the_end ? from : uncovered(from);
  }
  if (direction == Direction::next) {
    if (from.step < deck.slides[index].step_count) return at(index, from.step + 1);
    if (index + 1 < deck.slides.size()) return at(index + 1, 0);
    return {from.slide, from.step, Holding::after};
  }
  if (from.step > 0) return at(index, from.step - 1);
  return index > 0 ? at(index - 1, deck.slides[index - 1].step_count) : from;
}

/// Applies one command to a copy of the state. Each overload says what it refuses, or what it leaves changed.
struct Apply {
  const Decks& decks;
  Instant now;
  const Sender& sender;
  State state;

  Decision operator()(const Step& step) {
    if (step.deck != state.deck) return Refusal::other_deck;
    if (step.from != state.position) return Refusal::moved_on;
    // A press in front of a black display brings the slide back; it does not move what nobody sees.
    if (std::exchange(state.black, false)) return state;
    const auto index = deck::find_slide(decks.shown, state.position.slide);
    if (!index) return Refusal::no_such_slide;
    state.position = moved(decks.shown, *index, state.position, step.direction);
    return state;
  }

  Decision operator()(const GoTo& jump) {
    const auto index = deck::find_slide(decks.shown, jump.slide);
    if (!index) return Refusal::no_such_slide;
    return show(start_of(*index));
  }

  Decision operator()(const GoToEnd& jump) {
    return show(start_of(jump.end == End::first ? 0 : decks.shown.slides.size() - 1));
  }

  Decision operator()(const GoBack&) { return state.back ? show(*state.back) : state; }

  Decision operator()(const SetBlack& command) {
    state.black = command.black;
    return state;
  }

  Decision operator()(const SetFrozen& command) {
    if (!command.frozen)
      state.frozen.reset();
    else if (!state.frozen)
      state.frozen = Frozen{state.revision + 1, state.deck, state.position};
    return state;
  }

  Decision operator()(const SetHolding& command) {
    if (!command.holding) {
      state.position = uncovered(state.position);
    } else {
      if (!state.position.holding) state.position.holding = Holding::pause;
      state.black = false;
    }
    return state;
  }

  Decision operator()(const StartTimer& start) {
    if (start.limit <= Duration::zero() || start.limit > max_timer_limit) return Refusal::limit_out_of_range;
    state.qa = {QaTimer::Phase::running, start.limit, Duration::zero(), now};
    return state;
  }

  Decision operator()(const PauseTimer&) {
    if (state.qa.phase == QaTimer::Phase::off) return Refusal::timer_off;
    if (state.qa.phase == QaTimer::Phase::running)
      state.qa = {QaTimer::Phase::paused, state.qa.limit, elapsed(state.qa, now), Instant{}};
    return state;
  }

  Decision operator()(const ResumeTimer&) {
    if (state.qa.phase == QaTimer::Phase::off) return Refusal::timer_off;
    if (state.qa.phase == QaTimer::Phase::paused) {
      state.qa.phase = QaTimer::Phase::running;
      state.qa.since = now;
    }
    return state;
  }

  Decision operator()(const ResetTimer&) {
    state.qa = {};
    return state;
  }

  Decision operator()(const AddTime& add) {
    if (state.qa.phase == QaTimer::Phase::off) return Refusal::timer_off;
    if (add.delta > max_timer_limit || add.delta < -max_timer_limit) return Refusal::limit_out_of_range;
    const Duration limit = state.qa.limit + add.delta;
    if (limit <= Duration::zero() || limit > max_timer_limit) return Refusal::limit_out_of_range;
    state.qa.limit = limit;
    return state;
  }

  Decision operator()(const TakeEdit& take) {
    const bool is_there = state.edit && state.edit->deck == take.deck && newest().hash == take.deck;
    if (!is_there) return Refusal::no_such_edit;
    const Follow follow(decks.shown, newest());
    state.deck = take.deck;
    state.position = follow(state.position);
    state.back = follow(state.back);
    state.decks[state.deck_number - 1].title = deck::listed_title(newest());
    state.edit.reset();
    return state;
  }

  Decision operator()(const OpenDeck& open) {
    if (open.number < 1 || open.number > decks.newest.size()) return Refusal::no_such_deck;
    if (open.number == state.deck_number) return state;
    // The place is kept as it is in the text that will be opened next.
    const Follow follow(decks.shown, newest());
    state.decks[state.deck_number - 1] = {deck::listed_title(newest()), follow(state.position),
                                          follow(state.back)};
    state.edit.reset();
    state.black = false;
    state.deck_number = open.number;
    state.deck = newest().hash;
    state.position = state.decks[open.number - 1].position;
    state.back = state.decks[open.number - 1].back;
    return state;
  }

  Decision operator()(const MoveStage&) { return state; }

  Decision operator()(const ManagePairing& command) {
    if (command.trouble == PairingTrouble::no_such_device) return Refusal::no_such_device;
    if (command.trouble == PairingTrouble::too_many_devices) return Refusal::too_many_devices;
    const auto* const open = std::get_if<OpenPairing>(&command.what);
    if (open && open->is_on_stage && state.position.holding != Holding::before) return Refusal::has_begun;
    return state;
  }

  Decision operator()(const SetFollowing& command) {
    state.following = command.following.is_open ? command.following : Following{};
    return state;
  }

  Decision operator()(const TakeOver&) { return drive(sender); }

  Decision operator()(const HandOver& command) {
    if (!may_control(command.to.role)) return Refusal::nobody_to_drive;
    return drive(command.to);
  }

  Decision operator()(const SetLock& command) {
    const bool is_locked = state.driver && state.driver->is_locked;
    if (command.locked == is_locked) return state;
    if (!state.driver) drive(sender);
    if (!is_driver(*state.driver, sender) && sender.role != Role::operator_) return Refusal::not_driving;
    state.driver->is_locked = command.locked;
    state.driver->is_chosen = true;
    return state;
  }

 private:
  /// The deck that is shown, as it would be opened now.
  const deck::Deck& newest() const { return *decks.newest[state.deck_number - 1]; }

  State drive(const Sender& who) {
    const bool is_locked = state.driver && state.driver->is_locked;
    state.driver = Driver{who.client, who.name, is_locked, true, who.device};
    return state;
  }

  Position start_of(std::size_t index) const { return {decks.shown.slides[index].address, 0}; }

  State show(Position there) {
    const Position here = uncovered(std::exchange(state.position, there));
    if (there != here) state.back = here;
    state.black = false;
    return state;
  }
};

/// Somebody has moved the show from `before`, and drives by it where nobody was chosen to.
void see_who_drives(State& state, const State& before, const Sender& sender) {
  const bool is_moved = state.position != before.position || state.deck != before.deck;
  const bool is_chosen = state.driver && state.driver->is_chosen;
  if (is_moved && !is_chosen && !sender.name.empty())
    state.driver =
        Driver{sender.client, sender.name, state.driver && state.driver->is_locked, false, sender.device};
}

}  // namespace

Decision reduce(const State& state, const Decks& decks, const Command& command, Instant now,
                const Sender& sender) {
  if (role_for(command) >= Role::controller && is_locked_out(state, sender)) return Refusal::not_driving;
  Decision decision = std::visit(Apply{decks, now, sender, state}, command);
  if (auto* next = std::get_if<State>(&decision)) {
    see_who_drives(*next, state, sender);
    if (*next != state) ++next->revision;
  }
  return decision;
}

State offer_edit(const State& state, const Decks& decks, std::uint32_t number, const deck::Deck& edited) {
  State next = state;
  if (number == state.deck_number) {
    next.edit.reset();
    if (edited.hash != state.deck)
      next.edit = {edited.hash, describe(deck::changes_between(decks.shown, edited))};
  } else {
    const Follow follow(*decks.newest[number - 1], edited);
    DeckEntry& entry = next.decks[number - 1];
    entry = {deck::listed_title(edited), follow(entry.position), follow(entry.back)};
  }
  if (next != state) ++next.revision;
  return next;
}

std::string_view describe(Refusal refusal) {
  switch (refusal) {
    case Refusal::moved_on:
      return "the show has moved on since you pressed";
    case Refusal::other_deck:
      return "another deck is being shown now";
    case Refusal::no_such_slide:
      return "the deck has no such slide";
    case Refusal::timer_off:
      return "the timer is not on; start it first";
    case Refusal::limit_out_of_range:
      return "the time must be above zero and at most 24 hours";
    case Refusal::no_such_edit:
      return "no such edit of the deck is waiting to be shown";
    case Refusal::no_such_deck:
      return "there is no deck of that number; lectern-remote decks lists them";
    case Refusal::not_driving:
      return "somebody else drives; take over, or where the show is locked ask them or the operator";
    case Refusal::nobody_to_drive:
      return "nobody who may drive is connected by that name; lectern-remote who lists who is";
    case Refusal::no_such_device:
      return "no such device asks or is paired; lectern-remote pairing list shows them all";
    case Refusal::too_many_devices:
      return "as many devices are paired as there may be; revoke one first";
    case Refusal::has_begun:
      return "the stage shows a code only while the holding slide before the start is up; open pairing "
             "without --on-stage";
  }
  return "refused";
}

}  // namespace lectern::session
