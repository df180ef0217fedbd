#include "presenter/stage/stage.h"

#include <utility>

#include "common/deck/each_inline.h"
#include "presenter/images/picture_source.h"
#include "presenter/images/previews.h"
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

/// The memory there is for a showing: a frame holds its pictures, so those apart are few.
struct Budget {
  explicit Budget(std::size_t bytes)
      : previews(bytes / 16), pictures(bytes / 16 * 3), frames(bytes - previews - pictures) {}

  std::size_t previews, pictures, frames;
};

Paint paint_with(SlidePainter painter, std::shared_ptr<const deck::Deck> deck) {
  // std::function wants to be copied; the painter is not
  return [painter = std::make_shared<SlidePainter>(std::move(painter)),
          deck = std::move(deck)](const FrameKey& key) {
    switch (key.subject) {
      case FrameKey::Subject::slide:
      case FrameKey::Subject::draft:
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

std::shared_ptr<images::Previews> make_previews(const deck::Deck& deck,
                                                const std::filesystem::path& deck_folder,
                                                std::size_t max_bytes) {
  std::vector<std::string> names;
  for (const deck::Slide& slide : deck.slides) {
    names.insert(names.end(), slide.background.images.begin(), slide.background.images.end());
    deck::for_each_part<deck::InlineImage>(slide.content,
                                           [&](const auto& image) { names.push_back(image.source); });
  }
  return std::make_shared<images::Previews>(images::passing_pictures_in(deck_folder), std::move(names),
                                            max_bytes);
}

std::unique_ptr<FrameStore> start_workers(const std::shared_ptr<const deck::Deck>& deck,
                                          const std::filesystem::path& deck_folder,
                                          const std::filesystem::path& font_folder,
                                          const typeset::Theme& theme,
                                          const std::shared_ptr<images::Previews>& previews,
                                          const Budget& budget) {
  const auto painter_with = [=](images::PictureSource pictures) -> MakePaint {
    return [=]() -> Result<Paint> {
      auto painter = SlidePainter::create(font_folder, theme, pictures);
      if (!painter) return painter.error();
      return paint_with(*std::move(painter), deck);
    };
  };
  auto cache = std::make_shared<images::PictureCache>(budget.pictures);
  return std::make_unique<FrameStore>(painter_with(images::pictures_in(deck_folder, std::move(cache))),
                                      worker_count,
                                      painter_with([previews](std::string_view name, PixelSize, images::Fit) {
                                        return previews->find(name);
                                      }),
                                      budget.frames);
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
  const Budget budget(options.memory_bytes);
  const auto previews = make_previews(*deck, deck_folder, budget.previews);
  auto frames = start_workers(deck, deck_folder, font_folder, theme, previews, budget);
  auto display = open_display(options, *deck, *frames);
  if (!display) return display.error();
  if (const auto failure = frames->wait_for_painters()) return *failure;
  // Not before the first slide is up, which has the machine to itself.
  listener.presented = [previews, tell = std::move(listener.presented)](Revision revision) {
    previews->begin();
    tell(revision);
  };
  return std::make_unique<StageLoop>(std::move(deck), std::move(frames), *std::move(display),
                                     opaque_pixel(theme.background), clock, std::move(listener));
}

}  // namespace lectern::stage
