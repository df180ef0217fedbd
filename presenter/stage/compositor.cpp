#include "presenter/stage/compositor.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "common/typeset/typesetter.h"
#include "presenter/stage/arrivals.h"
#include "presenter/stage/code_card.h"
#include "presenter/stage/draw_pointer.h"
#include "presenter/stage/holding_slides.h"
#include "presenter/stage/layers.h"
#include "presenter/stage/timer_overlay.h"

namespace lectern::stage {
namespace {

constexpr std::uint32_t black = 0xff000000u;
constexpr int timer_margin_percent = 3;  // of the display's height, from its top right corner

void draw_layer(Canvas canvas, const Pixmap& content, const Placement& place) {
  if (place.opacity == 0) return;
  const double x = canvas.size.width * (0.5 + place.right);
  const double y = canvas.size.height * 0.5 + content.size.height * place.down;
  if (place.scale != 1) return lay_over_scaled(canvas, content, x, y, place.scale, place.opacity);
  const auto corner = [](double middle, int length) {
    return static_cast<int>(std::lround(middle - length / 2.0));
  };
  lay_over(canvas, content, corner(x, content.size.width), corner(y, content.size.height), place.opacity);
}

}  // namespace

void Compositor::draw(const Scene& scene, Canvas canvas) {
  missed_.clear();
  if (scene.light == 0) return fill(canvas, black);
  draw_slides(scene, canvas);
  if (scene.pointer.kind != session::Pointer::Kind::zoom) enlarged_ = {};
  draw_pointer(canvas, scene.pointer, enlarged_);
  if (scene.timer) draw_timer(*scene.timer, canvas, scene.light);
}

bool Compositor::is_outdated() const {
  return std::ranges::any_of(missed_, [&](const FrameKey& key) { return frames_.find(key) != nullptr; });
}

Frame Compositor::find(const FrameKey& key) {
  auto frame = frames_.find(key);
  if (!frame) missed_.push_back(key);
  return frame;
}

/// Once found it is there for the turn: by the next press others may be wished for.
Frame Compositor::layer(const FrameKey& key) {
  Frame& held = layers_[key];
  if (!held) held = frames_.find(key);
  return held;
}

/// The best there is: the slide, its draft, what was up of it on a display of another size. nullptr: nothing
/// yet.
Frame Compositor::slide_frame(const std::optional<View>& view, const Scene& scene, PixelSize size) {
  if (!view) return nullptr;
  if (is_holding(*deck_, view->slide, session::Holding::before))
    return holding_frame(*view, scene.invitation, size);
  if (is_holding(*deck_, view->slide)) return holding_frame(*view, {}, size);
  if (auto frame = find(frame_of(*view, size))) return frame;
  if (auto draft = frames_.find(draft_of(*view, size))) return draft;
  return frame_that_was_up(*view, size);
}

Frame Compositor::holding_frame(const View& view, const std::string& invitation, PixelSize size) {
  const Frame cut = find(whole_of(*deck_, view, size));
  if (!cut) return frame_that_was_up(view, size);
  if (holding_.cut == cut && holding_.invitation == invitation) return holding_.whole;
  auto with_code = inviting(view, *cut, invitation, size);
  holding_ = {
      cut, with_code ? invitation : std::string(),
      std::make_shared<const Pixmap>(with_code ? *std::move(with_code) : on_ground(*cut, background_, size))};
  return holding_.whole;
}

/// nullopt: there is no code, or what it takes is not painted yet. Nothing can be cut out of a ground that is
/// no plain colour: that takes both layers.
std::optional<Pixmap> Compositor::inviting(const View& view, const Pixmap& cut, const std::string& invitation,
                                           PixelSize size) {
  const auto code = qr::encode(invitation);
  if (!code) return std::nullopt;
  Pixmap whole(size);
  const Canvas canvas = canvas_of(whole);
  if (cut.size != size) {
    fill(canvas, background_);
    draw_above_code(canvas, cut, 1, *code);
    return whole;
  }
  const Frame background = find(background_of(*deck_, view.slide, size));
  const Frame content = find(content_of(view, size));
  if (!background || !content) return std::nullopt;
  const bool is_half = background->size != size;
  is_half ? put_doubled(canvas, *background) : put(canvas, *background, full);
  draw_above_code(canvas, *content, is_half ? 2 : 1, *code);
  return whole;
}

Frame Compositor::frame_that_was_up(const View& view, PixelSize size) const {
  const auto old = up_.find(view);
  if (old == up_.end() || old->second->size == size) return old == up_.end() ? nullptr : old->second;
  return std::make_shared<const Pixmap>(stretched(*old->second, size));
}

void Compositor::draw_slides(const Scene& scene, Canvas canvas) {
  const Frame frame = slide_frame(scene.slide, scene, canvas.size);
  const Frame leaving = slide_frame(scene.leaving, scene, canvas.size);
  std::optional<std::pair<View, View>> turn;
  if (scene.layers || scene.arrives) turn.emplace(*scene.leaving, *scene.slide);
  if (turn != std::exchange(turn_, turn)) layers_.clear();
  const bool is_in_layers =
      (scene.layers && draw_layers(scene, canvas)) || (scene.arrives && draw_arrival(scene, canvas));
  if (is_in_layers)
    dim(canvas, scene.light);
  else if (frame && leaving)
    cross_fade(canvas, *leaving, *frame, scene.blend, scene.light);
  else if (frame)
    put(canvas, *frame, scene.light);
  else
    fill(canvas, background_);
  const auto holds = [&](const std::optional<View>& view) { return view && is_holding(*deck_, view->slide); };
  if (!holds(scene.slide) && !holds(scene.leaving)) holding_ = {};
  if (!scene.layers) half_ = {};
  up_.clear();
  if (frame) up_.emplace(*scene.slide, frame);
  if (leaving) up_.emplace(*scene.leaving, leaving);
}

/// Whether all that it takes was there; it is not on a display that has just changed its size.
bool Compositor::draw_layers(const Scene& scene, Canvas canvas) {
  const Frame background = layer(background_of(*deck_, scene.slide->slide, canvas.size));
  const Frame behind = layer(background_of(*deck_, scene.leaving->slide, canvas.size));
  const Frame content = layer(content_of(*scene.slide, canvas.size));
  const Frame leaving = layer(content_of(*scene.leaving, canvas.size));
  if (!background || !behind || !content || !leaving) return false;
  const PixelSize size = layer_size(canvas.size);
  const bool is_half = size != canvas.size;
  if (is_half && half_.size != size) half_ = Pixmap(size);
  const Canvas target = is_half ? canvas_of(half_) : canvas;
  draw_backgrounds(target, *behind, *background, scene.layers->backgrounds);
  draw_layer(target, *leaving, scene.layers->contents.leaving);
  draw_layer(target, *content, scene.layers->contents.entering);
  if (is_half) put_doubled(canvas, half_);
  return true;
}

/// As draw_layers().
bool Compositor::draw_arrival(const Scene& scene, Canvas canvas) {
  const bool comes = scene.leaving->step < scene.slide->step;
  const auto& [earlier, later] = std::minmax(*scene.leaving, *scene.slide);
  const int arrived = comes ? scene.blend : full - scene.blend;
  const Frame before = layer(frame_of(earlier, canvas.size));
  const Frame resting = layer(resting_of(*deck_, later, canvas.size));
  if (!before || !resting) return false;
  if (before == resting)
    put(canvas, *before, full);
  else
    cross_fade(canvas, *before, *resting, arrived, full);
  const double way = typeset::scale_on(deck_->settings, canvas.size) * (full - arrived) / full;
  const double scale = static_cast<double>(canvas.size.width) / layer_size(canvas.size).width;
  for (const FrameKey& key : arriving_of(*deck_, later, canvas.size)) {
    const Frame part = layer(key);
    if (!part) return false;
    const Origin origin = origin_of(key.effect);
    const double size = origin.scale + (1 - origin.scale) * arrived / full;
    const Middle middle = size < 1 ? middle_of_ink(*part) : Middle();
    draw_layer(canvas, *part,
               {.right = (way * origin.right + (1 - size) * scale * middle.right) / canvas.size.width,
                .down = (way * origin.down + (1 - size) * scale * middle.down) / part->size.height,
                .scale = scale * size,
                .opacity = arrived});
  }
  return true;
}

/// What rests lies under what moves; behind two that move is the theme's colour.
void Compositor::draw_backgrounds(Canvas canvas, const Pixmap& leaving, const Pixmap& entering,
                                  const Places& places) const {
  if (!places.entering.is_moved() && places.entering.opacity == full) {
    put(canvas, entering, full);
    if (places.leaving.is_moved()) draw_layer(canvas, leaving, places.leaving);
    return;
  }
  if (!places.leaving.is_moved() && !places.entering.is_moved())
    return cross_fade(canvas, leaving, entering, places.entering.opacity, full);
  if (places.leaving.is_moved()) {
    fill(canvas, background_);
    draw_layer(canvas, leaving, places.leaving);
  } else {
    put(canvas, leaving, full);
  }
  draw_layer(canvas, entering, places.entering);
}

void Compositor::draw_timer(const TimerFace& face, Canvas canvas, int light) {
  const Frame digits = find({FrameKey::Subject::timer_digits, 0, canvas.size});
  if (!digits) return;
  if (face_ != face || digits_ != digits) {
    plate_ = timer_plate(face, *digits);
    face_ = face;
    digits_ = digits;
  }
  const int margin = canvas.size.height * timer_margin_percent / 100;
  lay_over(canvas, plate_, canvas.size.width - margin - plate_.size.width, margin, light);
}

}  // namespace lectern::stage
