// A scene onto a canvas, from frames that workers have painted.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "presenter/stage/blend.h"
#include "presenter/stage/director.h"
#include "presenter/stage/frame_store.h"

namespace lectern::stage {

/// Main thread. Keeps what is up, so that a display that changes its size shows the old frame, stretched,
/// until the new one is painted.
class Compositor {
 public:
  Compositor(std::shared_ptr<const deck::Deck> deck, FrameStore& frames, std::uint32_t background)
      : deck_(std::move(deck)), frames_(frames), background_(background) {}

  void draw(const Scene&, Canvas);

  /// Whether something that the last draw had to do without has been painted since.
  bool is_outdated() const;

 private:
  Frame find(const FrameKey&);
  Frame layer(const FrameKey&);
  Frame slide_frame(const std::optional<View>&, const Scene&, PixelSize);
  Frame holding_frame(const View&, const std::string& invitation, PixelSize);
  std::optional<Pixmap> inviting(const View&, const Pixmap& cut, const std::string& invitation, PixelSize);
  Frame frame_that_was_up(const View&, PixelSize) const;
  void draw_slides(const Scene&, Canvas);
  bool draw_layers(const Scene&, Canvas);
  void draw_backgrounds(Canvas, const Pixmap& leaving, const Pixmap& entering, const Places&) const;
  bool draw_arrival(const Scene&, Canvas);
  void draw_timer(const TimerFace&, Canvas, int light);

  const std::shared_ptr<const deck::Deck> deck_;
  FrameStore& frames_;
  const std::uint32_t background_;
  std::map<View, Frame> up_;      ///< what the last draw used
  std::vector<FrameKey> missed_;  ///< by the last draw
  struct {
    Frame cut;
    std::string invitation;
    Frame whole;
  } holding_;                      ///< a holding slide, whole as long as it is up
  std::optional<TimerFace> face_;  ///< that plate_ shows
  Frame digits_;                   ///< that plate_ is made of
  Pixmap plate_;
  Pixmap half_;                                ///< of a large display, during a turn
  std::optional<std::pair<View, View>> turn_;  ///< leaving and entering, while layers are drawn
  std::map<FrameKey, Frame> layers_;           ///< of that, wanted by anybody else or not
  Pixmap enlarged_;                            ///< what a zoom shows
};

}  // namespace lectern::stage
