#include "presenter/stage/stage.h"

#include <utility>

#include "presenter/images/picture_source.h"
#include "presenter/images/previews.h"
#include "presenter/stage/css_color.h"
#include "presenter/stage/display.h"
#include "presenter/stage/frame_store.h"
#include "presenter/stage/holding_slides.h"
#include "presenter/stage/layers.h"
#include "presenter/stage/monitors.h"
#include "presenter/stage/remembered_display.h"
#include "presenter/stage/slide_painter.h"
#include "presenter/stage/stage_loop.h"
#include "presenter/stage/timer_overlay.h"
#include "presenter/stage/video.h"

namespace lectern::stage {
namespace {

constexpr int worker_count = 3;  // one for what is to be up now, two ahead

/// The memory there is for a showing: a frame holds its pictures, so those apart are few.
struct Budget {
  explicit Budget(std::size_t bytes)
      : previews(bytes / 16), pictures(bytes / 16 * 3), frames(bytes - previews - pictures) {}

  std::size_t previews, pictures, frames;
};

Paint paint_with(SlidePainter painter, std::shared_ptr<const deck::Deck> deck, std::uint32_t ground) {
  // std::function wants to be copied; the painter is not
  return [painter = std::make_shared<SlidePainter>(std::move(painter)), deck = std::move(deck),
          ground](const FrameKey& key) {
    switch (key.subject) {
      case FrameKey::Subject::slide:
      case FrameKey::Subject::draft:
        return painter->paint(*deck, key.slide_index, key.display, key.step);
      case FrameKey::Subject::background:
        return background_layer(painter->paint_background(*deck, key.slide_index, key.display), key.display);
      case FrameKey::Subject::content:
        return cut_out(
            painter->paint_content(*deck, key.slide_index, key.display, layer_size(key.display), key.step));
      case FrameKey::Subject::resting:
        return painter->paint(*deck, key.slide_index, key.display, key.step,
                              {typeset::Excerpt::Of::resting, {}});
      case FrameKey::Subject::arriving:
        return cut_out(painter->paint_content(*deck, key.slide_index, key.display, layer_size(key.display),
                                              key.step, {typeset::Excerpt::Of::arriving, key.effect}));
      case FrameKey::Subject::timer_digits:
        return paint_timer_digits(painter->typesetter(), key.display);
      case FrameKey::Subject::holding:
        return cut_out(painter->paint(*deck, key.slide_index, key.display), ground);
    }
    return Pixmap(key.display);
  };
}

/// Starts the workers, which go on making their painters.
std::unique_ptr<DeckOnStage> make_deck(const Material& material, const std::filesystem::path& font_folder,
                                       const Options& options) {
  const Budget budget(options.memory_bytes);
  // A frame around nothing would be the first that the audience sees.
  const std::string& logo = material.deck->settings.logo;
  const bool has_logo = !logo.empty() && material.find_picture(logo);
  const auto deck = with_holding_slides(*material.deck, options.today, has_logo ? logo : std::string());
  const std::uint32_t ground = opaque_pixel(material.theme.background);
  const auto painter_with = [&](const images::PictureSource& pictures) -> MakePaint {
    return [=, theme = material.theme]() -> Result<Paint> {
      auto painter = SlidePainter::create(font_folder, theme, pictures);
      if (!painter) return painter.error();
      return paint_with(*std::move(painter), deck, ground);
    };
  };
  const auto previews = std::make_shared<images::Previews>(
      images::passing_pictures(material.find_picture), deck::picture_names(*material.deck), budget.previews);
  auto cache = std::make_shared<images::PictureCache>(budget.pictures);
  const auto pictures = images::cached_pictures(material.find_picture, std::move(cache));
  auto frames = std::make_unique<FrameStore>(
      painter_with(pictures), worker_count,
      painter_with(
          [previews](std::string_view name, PixelSize, images::Fit) { return previews->find(name); }),
      budget.frames, [=](const FrameKey& wanted) {
        fetch_pictures(deck->slides[wanted.slide_index], wanted.display, pictures);
      });
  return std::make_unique<DeckOnStage>(material, deck, std::move(frames), previews, ground);
}

/// The first slide's frame is asked for as soon as its size is known: it is painted while the window opens.
Result<std::unique_ptr<Display>> open_display(const Options& options, DeckOnStage& deck) {
  if (options.output != Output::fullscreen) deck.prepare(options.size);
  if (options.output == Output::headless) return make_headless_display(options.size);
  auto x = XServer::connect();
  if (!x) return x.error();
  const auto monitor = first_monitor((*x)->monitors(), options, remembered_display(options.display_file));
  if (!monitor) return monitor.error();
  if (options.output == Output::fullscreen) deck.prepare(monitor->place.size);
  auto video = Video::start(*std::move(x));  // takes SDL longer than all before
  if (!video) return video.error();
  return open_window(*std::move(video), options, *monitor);
}

}  // namespace

Result<std::unique_ptr<Stage>> open_stage(const Material& first,
                                          std::shared_ptr<const session::State> first_state,
                                          FindMaterial find, const std::filesystem::path& font_folder,
                                          const Options& options, const Clock& clock, Listener listener,
                                          MakeSidePanel make_side_panel) {
  auto deck = make_deck(first, font_folder, options);
  if (first_state) deck->director().show(first_state);
  auto display = open_display(options, *deck);
  if (!display) return display.error();
  if (const auto failure = deck->frames().wait_for_painter()) return *failure;
  const auto make = [=, find = std::move(find)](const DeckHash& hash) {
    const auto material = find(hash);
    return material ? make_deck(*material, font_folder, options) : nullptr;
  };
  std::unique_ptr<Stage> stage = std::make_unique<StageLoop>(
      std::move(deck), make, *std::move(display), clock, std::move(listener), std::move(make_side_panel));
  if (first_state) stage->show(std::move(first_state));
  return stage;
}

}  // namespace lectern::stage
