// What reduce() decides and nothing else: a small value, published whole.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "common/base/ids.h"
#include "common/deck/deck.h"
#include "common/session/timer.h"

namespace lectern::session {

/// When the holding slide is up.
enum class Holding {
  before,  ///< the show: behind it is the first slide, with no step revealed
  pause,
  after,  ///< the show
};

/// A place in the show: a slide, how many of its steps are revealed (0 to the slide's step_count), and
/// whether the holding slide is up in front of it.
struct Position {
  deck::Address slide;
  int step = 0;
  std::optional<Holding> holding{};
  friend auto operator<=>(const Position&, const Position&) = default;
};

/// The same without the holding slide.
Position uncovered(Position);

/// A newer text of the deck, which waits to be shown.
struct Edit {
  DeckHash deck;
  std::string summary;  ///< for the operator, such as "slides 4 and 7 changed"
  friend bool operator==(const Edit&, const Edit&) = default;
};

/// What a frozen stage keeps showing while the show goes on.
struct Frozen {
  Revision since = 0;  ///< the newest that is presented as long as it lasts
  DeckHash deck;
  Position position;
  friend bool operator==(const Frozen&, const Frozen&) = default;
};

/// One of the decks of a session.
struct DeckEntry {
  std::string title;             ///< for people
  Position position;             ///< where it goes on when it is opened; the one that is shown is at
                                 ///< State::position
  std::optional<Position> back;  ///< likewise

  friend bool operator==(const DeckEntry&, const DeckEntry&) = default;
};

/// Who holds control: whoever took over or was handed it, else whoever moved the show last.
struct Driver {
  ClientId client;          ///< empty: the operator at the display
  std::string name;         ///< for people
  bool is_locked = false;   ///< nobody else moves the show but the operator
  bool is_chosen = false;   ///< took over, was handed it or locked: a move of somebody else changes nothing
  DeviceNumber device = 0;  ///< by which they drive, whatever connection of it moves the show; 0: none
  friend bool operator==(const Driver&, const Driver&) = default;
};

/// Whether the audience may read along, each on their own device: never what was not on the stage.
struct Following {
  bool is_open = false;
  bool is_whole_after_end = false;  ///< once the show is over, all of the deck
  friend bool operator==(const Following&, const Following&) = default;
};

inline constexpr std::size_t max_decks = 64;  ///< of one session

struct State {
  Revision revision = 0;
  Epoch epoch = 0;
  DeckHash deck;
  Position position;
  bool black = false;
  QaTimer qa;
  std::optional<Edit> edit;
  std::optional<Frozen> frozen;
  std::optional<Position> back;   ///< where the show was before the last jump
  std::uint32_t deck_number = 1;  ///< of the deck that is shown: its place in `decks`, from 1
  std::vector<DeckEntry> decks{};
  std::optional<Driver> driver{};  ///< nullopt: nobody has moved the show yet
  Following following{};

  friend bool operator==(const State&, const State&) = default;
};

/// The deck and the position that the audience is to see, and the revision that is presented by it.
Frozen on_stage(const State&);

/// The same without what a frozen stage keeps.
State thawed(State);

enum class Opening { first_slide, holding_slide };

/// The state that a session opens with: revision 1, the first of its decks, whose first slide is up or the
/// holding slide in front of it; the other decks open likewise.
State first_state(const std::vector<const deck::Deck*>&, Epoch, Opening = Opening::first_slide);
State first_state(const deck::Deck&, Epoch, Opening = Opening::first_slide);

}  // namespace lectern::session
