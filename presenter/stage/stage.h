// The audience's display. Runs on the main thread, is told of states like any other subscriber, and asks for
// changes like any other remote. Nothing is drawn while nothing changes.
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "common/base/pixmap.h"
#include "common/base/result.h"
#include "common/base/time.h"
#include "common/deck/deck.h"
#include "common/session/command.h"
#include "common/session/pointer.h"
#include "common/session/state.h"
#include "common/typeset/theme.h"
#include "presenter/images/picture_path.h"
#include "presenter/stage/side_panel.h"

namespace lectern::stage {

enum class Output { fullscreen, windowed, headless };

struct Options {
  Output output = Output::fullscreen;
  std::optional<int> display;  ///< its number, from 0, the primary; nullopt: the audience's
  PixelSize size = {
      1920, 1080};  ///< of the window, or of what is composed headless; fullscreen takes the display's
  std::size_t memory_bytes = 96u << 20;  ///< about what painted slides and decoded pictures may come to
  bool grabs_clicker = true;  ///< fullscreen, Page Up and Page Down count whatever window has the focus
  std::filesystem::path display_file{};  ///< where the operator's choice of a display is kept; empty: nowhere
  std::string today{};                   ///< the date on holding slides of decks that say none; empty: none
};

/// Whom the stage tells. Called on the main thread; they only post and return.
struct Listener {
  /// A key or a clicker asks for something, in sight of the revision that the stage was told last.
  std::function<void(const session::Command&, Revision seen)> command;
  std::function<void(Revision)> presented;  ///< a first frame of this revision was submitted to the display
  std::function<void()> closed;             ///< the operator left the show (Ctrl+Q, confirmed)

  /// The operator points, in sight of that revision.
  std::function<void(const session::Pointer&, Revision seen)> point;

  /// The stage is so large from now on; at first too. May be empty.
  std::function<void(PixelSize)> resized{};
};

/// What a deck is shown with. None of it changes any more.
struct Material {
  std::shared_ptr<const deck::Deck> deck;
  images::FindPicture find_picture;
  typeset::Theme theme;
};

/// Any deck that a state may speak of; nullopt: none of that hash. Called on the main thread.
using FindMaterial = std::function<std::optional<Material>(const DeckHash&)>;

class Stage {
 public:
  virtual ~Stage() = default;

  /// The newest state to show; one that was not shown yet is forgotten. Any thread.
  virtual void show(std::shared_ptr<const session::State>) = 0;

  /// What somebody points with now. Any thread.
  virtual void point(const session::Pointer&) = 0;

  /// What the QR code on the holding slide before the start says; empty: there is none. Any thread.
  virtual void invite(const std::string& invitation) = 0;

  /// To the next of the machine's displays, where there is one. Any thread.
  virtual void move_to_next_display() = 0;

  /// Shows until stop(). Main thread.
  virtual void run() = 0;

  /// Ends run(). Any thread; safe to call more than once.
  virtual void stop() = 0;
};

/// Opens the display (nothing of it for headless) and starts the workers on the first deck; others come by
/// FindMaterial as states speak of them. What `first_state` shows is painted first; null: the first slide,
/// and nothing is shown before show()ing a state. `font_folder` as for typeset::Typesetter. Main thread.
/// Fails where there is no display, saying what to do.
///
/// `make_side_panel` makes what the operator's own window shows; without it there is none.
Result<std::unique_ptr<Stage>> open_stage(const Material& first,
                                          std::shared_ptr<const session::State> first_state, FindMaterial,
                                          const std::filesystem::path& font_folder, const Options&,
                                          const Clock&, Listener, MakeSidePanel make_side_panel = {});

}  // namespace lectern::stage
