#include "presenter/stage/stage.h"

#include <utility>

#include "presenter/images/picture_cache.h"
#include "presenter/stage/css_color.h"
#include "presenter/stage/display.h"
#include "presenter/stage/frame_store.h"
#include "presenter/stage/layers.h"
#include "presenter/stage/slide_painter.h"
#include "presenter/stage/stage_loop.h"
#include "presenter/stage/timer_overlay.h"

namespace lectern::stage {
namespace {

constexpr int worker_count = 2;
constexpr std::size_t frame_store_bytes = 96u << 20;  // 11 frames of 1920×1080

Paint paint_with(SlidePainter painter, std::shared_ptr<const deck::Deck> deck) {
  // std::function wants to be copied; the painter is not
  return [painter = std::make_shared<SlidePainter>(std::move(painter)),
          deck = std::move(deck)](const FrameKey& key) {
    switch (key.subject) {
      case FrameKey::Subject::slide:
        return painter->paint(*deck, key.slide_index, key.display, key.step);
      case FrameKey::Subject::background:
        return painter->paint_background(*deck, key.slide_index, key.display);
      case FrameKey::Subject::content:
        return cut_out(painter->paint_content(*deck, key.slide_index, key.display, key.step));
      case FrameKey::Subject::timer_digits:
        return paint_timer_digits(painter->typesetter(), key.display);
    }
    return Pixmap(key.display);
  };
}

std::unique_ptr<FrameStore> start_workers(const std::shared_ptr<const deck::Deck>& deck,
                                          const std::filesystem::path& deck_folder,
                                          const std::filesystem::path& font_folder,
                                          const typeset::Theme& theme) {
  auto pictures = std::make_shared<images::PictureCache>(picture_cache_bytes);
  const auto make_paint = [deck, deck_folder, font_folder, theme, pictures]() -> Result<Paint> {
    auto painter = SlidePainter::create(deck_folder, font_folder, theme, pictures);
    if (!painter) return painter.error();
    return paint_with(*std::move(painter), deck);
  };
  return std::make_unique<FrameStore>(make_paint, worker_count, frame_store_bytes);
}

/// The first slide's frame is asked for as soon as its size is known: it is painted while the window opens.
Result<std::unique_ptr<Display>> open_display(const Options& options, const deck::Deck& deck,
                                              FrameStore& frames) {
  const auto ask = [&](PixelSize size) { frames.want(wishes(deck, View(), size, TimerIs::off)); };
  if (options.output != Output::fullscreen) ask(options.size);
  if (options.output == Output::headless) return make_headless_display(options.size);
  auto video = Video::start();
  if (!video) return video.error();
  const auto whole_display = Video::size_of(options.display);
  if (!whole_display) return whole_display.error();
  if (options.output == Output::windowed) return open_window(*std::move(video), options, options.size);
  ask(*whole_display);
  return open_window(*std::move(video), options, *whole_display);
}

}  // namespace

Result<std::unique_ptr<Stage>> open_stage(std::shared_ptr<const deck::Deck> deck,
                                          const std::filesystem::path& deck_folder,
                                          const std::filesystem::path& font_folder,
                                          const typeset::Theme& theme, const Options& options,
                                          const Clock& clock, Listener listener) {
  auto frames = start_workers(deck, deck_folder, font_folder, theme);
  auto display = open_display(options, *deck, *frames);
  if (!display) return display.error();
  if (const auto failure = frames->wait_for_painters()) return *failure;
  return std::make_unique<StageLoop>(std::move(deck), std::move(frames), *std::move(display),
                                     opaque_pixel(theme.background), clock, std::move(listener));
}

}  // namespace lectern::stage
