// All that is made of one deck to show it: painted ahead, directed, composed.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

#include "common/base/pixmap.h"
#include "common/base/time.h"
#include "common/deck/deck.h"
#include "presenter/images/previews.h"
#include "presenter/stage/compositor.h"
#include "presenter/stage/director.h"
#include "presenter/stage/frame_store.h"
#include "presenter/stage/stage.h"

namespace lectern::stage {

/// What to have painted for a showing that is at `view`, the most urgent first. `questions`: the slide that a
/// speaker jumps to at the end. `holding`: the holding slide that is up in front of it.
enum class TimerIs { off, on };
std::vector<FrameKey> wishes(const deck::Deck&, const View&, PixelSize display, TimerIs,
                             std::optional<std::size_t> questions = {},
                             std::optional<session::Holding> holding = {});

/// The same in that state: what a frozen stage keeps, then what is seen once it thaws.
std::vector<FrameKey> wishes(const deck::Deck&, const session::State&, PixelSize display,
                             std::optional<std::size_t> questions = {});

/// Main thread, but for what its workers do. The destructor waits for the frames in hand.
class DeckOnStage {
 public:
  /// `deck` is that of the material, with holding slides or without. `ground` is the pixel to show before the
  /// first slide.
  DeckOnStage(Material, std::shared_ptr<const deck::Deck> deck, std::unique_ptr<FrameStore>,
              std::shared_ptr<images::Previews>, std::uint32_t ground);

  const Material& material() const { return material_; }
  const deck::Deck& deck() const { return *deck_; }
  FrameStore& frames() { return *frames_; }
  Director& director() { return director_; }
  const Director& director() const { return director_; }

  /// Has painted what its director is going to want, in that share of its memory; nothing: only what is up.
  void prepare(PixelSize display, Share = Share::all);

  /// Whether what the newest state asks for could be drawn at once.
  bool is_ready(PixelSize display) const;

  /// Draws what is due, if anything is: the draw says which revision it is the first of.
  std::optional<Shot> draw_if_due(Instant now, Canvas);

 private:
  bool is_painted(const View&, Director::Form, PixelSize display) const;

  const Material material_;
  const std::shared_ptr<const deck::Deck> deck_;
  const std::optional<std::size_t> questions_;  ///< the last slide that invites them
  std::unique_ptr<FrameStore> frames_;
  std::shared_ptr<images::Previews> previews_;
  Director director_;
  Compositor compositor_;
  std::vector<FrameKey> wished_;
  Share share_ = Share::all;
};

/// nullptr: there is no such deck.
using MakeDeckOnStage = std::function<std::unique_ptr<DeckOnStage>(const DeckHash&)>;

}  // namespace lectern::stage
