#include "presenter/stage/slide_painter.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "common/typeset/css_color.h"
#include "common/typeset/gradient.h"
#include "common/typeset/tiling.h"
#include "presenter/stage/backgrounds.h"
#include "presenter/stage/blend.h"
#include "presenter/stage/css_color.h"
#include "presenter/stage/veil.h"

namespace lectern::stage {
namespace {

constexpr std::size_t max_background_images = 8;  // of one slide; what lies below is left out

constexpr int most_proof_width = 960;  // contrast needs no more, and photographs decode faster

}  // namespace

PixelSize proof_size(PixelSize display) {
  const int divisor = (display.width + most_proof_width - 1) / most_proof_width;
  return {std::max(display.width / divisor, 1), std::max(display.height / divisor, 1)};
}

SlidePainter::SlidePainter(typeset::Theme theme, typeset::Typesetter typesetter,
                           images::PictureSource pictures)
    : theme_(std::move(theme)), typesetter_(std::move(typesetter)), picture_source_(std::move(pictures)) {}

Result<SlidePainter> SlidePainter::create(const std::filesystem::path& deck_folder,
                                          const std::filesystem::path& font_folder,
                                          const typeset::Theme& theme) {
  auto cache = std::make_shared<images::PictureCache>(picture_cache_bytes);
  return create(font_folder, theme,
                images::cached_pictures(images::pictures_below(deck_folder), std::move(cache)));
}

Result<SlidePainter> SlidePainter::create(const std::filesystem::path& font_folder,
                                          const typeset::Theme& theme, images::PictureSource pictures) {
  auto typesetter = typeset::Typesetter::create(font_folder);
  if (!typesetter) return typesetter.error();
  return SlidePainter(theme, *std::move(typesetter), std::move(pictures));
}

Pixmap SlidePainter::paint(const deck::Deck& deck, std::size_t slide_index, PixelSize size, int step) {
  const typeset::Theme theme = theme_on(deck.slides[slide_index].background);
  Pictures pictures;
  const typeset::Layout set = layout(deck, slide_index, size, pictures);
  Pixmap frame(size);
  paint_background(deck, slide_index, set, size, frame);
  typesetter_.draw(set, theme, frame, step);
  return frame;
}

Pixmap SlidePainter::paint_background(const deck::Deck& deck, std::size_t slide_index, PixelSize size) {
  Pixmap frame(size);
  if (has_own_veil(deck, deck.slides[slide_index])) {
    Pictures pictures;
    paint_background(deck, slide_index, layout(deck, slide_index, size, pictures), size, frame);
  } else {
    paint_background(deck.slides[slide_index].background, frame);
  }
  return frame;
}

Pixmap SlidePainter::paint_content(const deck::Deck& deck, std::size_t slide_index, PixelSize size,
                                   int step) {
  Pixmap content(size);
  Pictures pictures;
  typesetter_.draw(layout(deck, slide_index, size, pictures), theme_on(deck.slides[slide_index].background),
                   content, step);
  return content;
}

std::vector<typeset::Box> SlidePainter::boxes(const deck::Deck& deck, std::size_t slide_index,
                                              PixelSize size) {
  Pictures pictures;
  return layout(deck, slide_index, size, pictures).boxes();
}

Proof SlidePainter::proof(const deck::Deck& deck, std::size_t slide_index, PixelSize size,
                          PixelSize ground_size) {
  const deck::Background& background = deck.slides[slide_index].background;
  Pictures pictures;
  const typeset::Layout set = layout(deck, slide_index, size, pictures);
  const typeset::Theme theme = theme_on(background);
  Proof proof{set.boxes(),     set.letters(theme),   set.scale(),        set.fit(),
              set.overflows(), set.cut_line_count(), Pixmap(ground_size)};
  paint_background(deck, slide_index, set, size, proof.ground);
  typesetter_.draw_ground(set, theme, static_cast<double>(ground_size.width) / size.width, proof.ground);
  return proof;
}

typeset::Theme SlidePainter::theme_on(const deck::Background& background) const {
  const auto color = typeset::parse_color(background.color);
  return color ? typeset::on_ground(theme_, *color) : theme_;
}

typeset::Layout SlidePainter::layout(const deck::Deck& deck, std::size_t slide_index, PixelSize size,
                                     Pictures& pictures) {
  const deck::Slide& slide = deck.slides[slide_index];
  return typesetter_.layout(slide, deck.settings, theme_on(slide.background), size,
                            [&](std::string_view source) { return find_picture(source, size, pictures); });
}

const typeset::Picture* SlidePainter::find_picture(std::string_view source, PixelSize display,
                                                   Pictures& pictures) {
  const auto known = pictures.find(source);
  if (known != pictures.end()) return &known->second;
  const auto image = picture_source_(source, display, images::Fit::inside);
  if (!image) return nullptr;
  const PixelSize natural = image->natural_size;
  const Pixmap& pixels = image->pixels;
  std::size_t held_bytes = 0;
  for (const auto& [name, held] : pictures) held_bytes += 4 * held.pixels->pixels.size();
  if (held_bytes + 4 * pixels.pixels.size() > slide_picture_bytes) return nullptr;
  typeset::Picture picture{static_cast<double>(natural.width), static_cast<double>(natural.height),
                           std::shared_ptr<const Pixmap>(image, &pixels)};
  return &pictures.emplace(source, std::move(picture)).first->second;
}

/// `frame` may be smaller than the display that the slide is set for.
void SlidePainter::paint_background(const deck::Deck& deck, std::size_t slide_index,
                                    const typeset::Layout& set, PixelSize display, Pixmap& frame) {
  const deck::Background& background = deck.slides[slide_index].background;
  paint_background(background, frame);
  if (!has_own_veil(deck, deck.slides[slide_index])) return;
  const typeset::Theme theme = theme_on(background);
  const Pixmap small = stretched(frame, proof_size(frame.size));
  const double scale = static_cast<double>(small.size.width) / display.width;
  const std::vector<typeset::Letters> letters = set.letters(theme);
  const double opacity =
      veil_needed(small, scale,
                  {letters, set.scale() / set.fit(),
                   [&](Pixmap& ground) { typesetter_.draw_ground(set, theme, scale, ground); }},
                  theme.background);
  if (opacity > 0) draw_veil(frame, theme.background, opacity);
}

void SlidePainter::paint_background(const deck::Background& background, Pixmap& frame) {
  const typeset::Theme theme = theme_on(background);
  fill(canvas_of(frame), opaque_pixel(theme.background));
  const std::string& gradient = background.gradient.empty() ? theme.background_gradient : background.gradient;
  if (!gradient.empty()) typeset::draw_gradient(gradient, frame);
  const std::size_t count = std::min(background.images.size(), max_background_images);
  for (std::size_t i = count; i-- > 0;) paint_picture(background.images[i], background, frame);
}

/// What fills the display, as nearly all do, is decoded for just that; what does not is laid out as CSS says.
void SlidePainter::paint_picture(std::string_view source, const deck::Background& background, Pixmap& frame) {
  const bool fills = background.size.empty() && background.position.empty() && background.repeat.empty();
  const auto image = picture_source_(source, frame.size, fills ? images::Fit::cover : images::Fit::inside);
  if (!image) return;
  const PixelSize natural = image->natural_size;
  const Pixmap& pixels = image->pixels;
  const auto tiling =
      typeset::tiling_of({background.size, background.position, background.repeat}, natural, frame.size);
  if (fills && pixels.size == frame.size) {
    lay_over(canvas_of(frame), pixels, 0, 0, static_cast<int>(std::lround(background.image_opacity * 256)));
  } else if (tiling) {
    typeset::draw_tiles(pixels, *tiling, background.image_opacity, frame);
  } else {
    typeset::draw_tiles(pixels, typeset::tiling_of({}, natural, frame.size).value(), background.image_opacity,
                        frame);
  }
}

}  // namespace lectern::stage
