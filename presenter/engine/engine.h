// The show itself: holds the state, puts every command through reduce(), and tells all who watch.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <vector>

#include "common/base/time.h"
#include "common/deck/deck.h"
#include "common/session/admission.h"
#include "common/session/pairing.h"
#include "common/session/recorded.h"
#include "common/session/roster.h"
#include "common/session/sender.h"
#include "common/session/state.h"
#include "presenter/engine/doorkeeper.h"
#include "presenter/engine/pointing.h"

namespace lectern::engine {

/// Lives on the engine thread; every call is made there.
class Engine {
 public:
  using DeckPtr = std::shared_ptr<const deck::Deck>;
  using StatePtr = std::shared_ptr<const session::State>;
  using StateWatcher = std::function<void(const StatePtr&)>;
  using PresentedWatcher = std::function<void(Revision)>;
  using PointerWatcher = std::function<void(const session::Pointer&)>;
  using RosterWatcher = std::function<void(const session::Roster&)>;
  using RecordedWatcher = std::function<void(const session::Recorded&)>;
  using PairingWatcher = std::function<void(const session::Pairing&)>;
  using Now = std::function<Instant()>;

  /// Of at least one deck and at most session::max_decks, of which the first is shown.
  Engine(std::vector<DeckPtr>, Epoch, const Clock&, session::Opening = session::Opening::first_slide);

  /// Of decks that `first` is of: session::first_state() or session::resumed().
  Engine(std::vector<DeckPtr>, session::State first, Now);

  /// Tells `state` of the newest state, at once and at every change, and `presented` of every newer revision
  /// presented. No watcher is special; they only pass on what they are told, and outlive the engine's last
  /// call.
  void watch(StateWatcher state, PresentedWatcher presented);

  /// Tells of every pointer from now on, and when there is none any more.
  void watch_pointer(PointerWatcher);

  /// Tells of everybody who comes or goes, from now on.
  void watch_roster(RosterWatcher);
  /// Tells of every change of what is recorded, from now on.
  void watch_recorded(RecordedWatcher);
  /// Tells of every change of which devices may come in, from now on.
  void watch_pairing(PairingWatcher);

  /// Tells who can move the stage to another display that a client asks for it; once an asking.
  void on_move_asked(std::function<void()> move) { move_stage_ = std::move(move); }

  /// Who lets devices in; outlives the engine's last call. Without one there are none.
  void employ(Doorkeeper& doorkeeper) { doorkeeper_ = &doorkeeper; }

  /// A client is connected, and has said who it is; it is no longer.
  void joined(const session::Sender&);
  void left(const ClientId&);

  /// A command of a connected client.
  session::Answer decide(const session::Sender&, session::Request);

  /// A command of the operator at the display machine, who was looking at revision `seen`; no lock keeps them
  /// from it. A step made before
  /// the last one's state was seen goes on from where that one left the show. Refused ones vanish: the
  /// display shows what is.
  void decide(session::Command, Revision seen);

  /// A newer text of the deck with this number (from 1). Of the deck that is shown it waits, as the state
  /// says, until somebody takes it; the same text as is shown: none does any more. Another deck will be
  /// opened with it.
  void offer(std::uint32_t number, DeckPtr edited);

  /// A command of the presenter's own; nobody hears of a refusal.
  void decide(const session::Command& command) { take(command, session::show_itself()); }

  /// Somebody points, in sight of revision `seen`. Who may not move the show may not point: nothing happens.
  void point(const session::Pointer&, Revision seen, const session::Sender&);

  /// Takes the pointer away if its time is over.
  void look_at_pointer();

  /// The display has shown a first frame of `revision`; an older one than known is ignored.
  void presented(Revision);

  /// What the journal has on the disk now.
  void recorded(session::Recorded);

  /// Which devices may come in now.
  void pairing(session::Pairing);

  const StatePtr& state() const { return state_; }
  Revision presented_revision() const { return presented_; }
  const session::Recorded& recorded() const { return recorded_; }
  const session::Pointer& pointer() const { return pointing_.newest(); }
  const session::Roster& roster() const { return roster_; }
  const session::Pairing& pairing() const { return pairing_; }
  std::optional<Instant> pointer_until() const { return pointing_.until(); }
  const deck::Deck& deck() const { return *deck_; }

  /// Any deck of the session, as it is shown, by a frozen stage too, or would be opened now. nullptr: there
  /// is none of that hash.
  const deck::Deck* find(const DeckHash&) const;

  Instant now() const { return now_(); }

 private:
  session::Decks decks() const;
  bool take(const session::Command&, const session::Sender&);
  void publish(session::State);
  void carry_out(const session::Request&);
  void tell_pointer() const;
  void tell_roster() const;

  std::vector<DeckPtr> newest_;  ///< by number, as they would be opened now
  DeckPtr deck_;                 ///< that is shown
  DeckPtr kept_;                 ///< by a frozen stage; null: it shows deck_
  Now now_;
  StatePtr state_;
  Revision presented_ = 0;  ///< 0: nothing yet
  session::Recorded recorded_;
  Pointing pointing_;
  StatePtr operator_step_;  ///< the state after the operator's last step; null where it was refused
  session::Admission admission_;
  session::Roster roster_;
  session::Pairing pairing_;
  std::function<void()> move_stage_;
  Doorkeeper* doorkeeper_ = nullptr;
  std::vector<StateWatcher> state_watchers_;
  std::vector<PresentedWatcher> presented_watchers_;
  std::vector<PointerWatcher> pointer_watchers_;
  std::vector<RosterWatcher> roster_watchers_;
  std::vector<RecordedWatcher> recorded_watchers_;
  std::vector<PairingWatcher> pairing_watchers_;
};

}  // namespace lectern::engine
