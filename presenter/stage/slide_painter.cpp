#include "presenter/stage/slide_painter.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "common/deck/each_inline.h"
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
constexpr int max_fetched = 8;

constexpr int most_proof_width = 960;  // contrast needs no more, and photographs decode faster

/// As CSS lays out a background of which nothing is said.
bool fills_display(const deck::Background& background) {
  return background.size.empty() && background.position.empty() && background.repeat.empty();
}

/// As they are painted.
template <class Take>
void for_each_image(const deck::Background& background, const Take& take) {
  const auto fit = fills_display(background) ? images::Fit::cover : images::Fit::inside;
  for (std::size_t i = std::min(background.images.size(), max_background_images); i-- > 0;)
    take(background.images[i], fit);
}

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

Pixmap SlidePainter::paint(const deck::Deck& deck, std::size_t slide_index, PixelSize size, int step,
                           const typeset::Excerpt& excerpt) {
  const typeset::Theme theme = theme_on(deck.slides[slide_index].background);
  Pictures pictures;
  const typeset::Layout set = layout(deck, slide_index, size, pictures);
  Pixmap frame(size);
  paint_background(deck, slide_index, set, size, frame);
  typesetter_.draw(set, theme, frame, step, excerpt);
  return frame;
}

Pixmap SlidePainter::paint_background(const deck::Deck& deck, std::size_t slide_index, PixelSize size) {
  Pixmap frame(size);
  const deck::Slide& slide = deck.slides[slide_index];
  if (has_own_veil(deck, slide)) {
    Pictures pictures;
    paint_background(deck, slide_index, layout(deck, slide_index, size, pictures), size, frame);
  } else {
    paint_background(slide.background, frame);
    paint_number(deck, slide_index, frame);
  }
  return frame;
}

Pixmap SlidePainter::paint_content(const deck::Deck& deck, std::size_t slide_index, PixelSize size,
                                   PixelSize ground_size, int step, const typeset::Excerpt& excerpt) {
  Pixmap content(ground_size);
  Pictures pictures;
  typesetter_.draw(layout(deck, slide_index, size, pictures), theme_on(deck.slides[slide_index].background),
                   content, step, excerpt, static_cast<double>(ground_size.width) / size.width);
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
  const deck::Slide& slide = deck.slides[slide_index];
  paint_background(slide.background, frame);
  if (has_own_veil(deck, slide)) {
    const typeset::Theme theme = theme_on(slide.background);
    const double opacity = veil_on(stretched(frame, proof_size(frame.size)), theme, set, display);
    if (opacity > 0) draw_veil(frame, theme.background, opacity);
  }
  paint_number(deck, slide_index, frame);
}

/// `ground` is the background, of any size.
double SlidePainter::veil_on(const Pixmap& ground, const typeset::Theme& theme, const typeset::Layout& set,
                             PixelSize display) {
  const double scale = static_cast<double>(ground.size.width) / display.width;
  const std::vector<typeset::Letters> letters = set.letters(theme);
  return veil_needed(ground, scale,
                     {letters, set.scale() / set.fit(),
                      [&](Pixmap& behind) { typesetter_.draw_ground(set, theme, scale, behind); }},
                     theme.background);
}

void SlidePainter::paint_number(const deck::Deck& deck, std::size_t slide_index, Pixmap& frame) {
  const std::string number = deck::slide_number(deck, slide_index);
  if (!number.empty()) typesetter_.draw_number(number, frame);
}

void SlidePainter::paint_background(const deck::Background& background, Pixmap& frame) {
  const typeset::Theme theme = theme_on(background);
  fill(canvas_of(frame), opaque_pixel(theme.background));
  const std::string& gradient = background.gradient.empty() ? theme.background_gradient : background.gradient;
  if (!gradient.empty()) typeset::draw_gradient(gradient, frame);
  for_each_picture(background, frame.size, [&](const BackgroundPicture& picture) {
    const auto opacity = static_cast<int>(std::lround(background.image_opacity * 256));
    if (picture.cover == 0)
      typeset::draw_tiles(*picture.pixels, picture.tiling, background.image_opacity, frame);
    else if (picture.cover == 1)
      lay_over(canvas_of(frame), *picture.pixels, 0, 0, opacity);
    else  // a preview
      lay_over_scaled(canvas_of(frame), *picture.pixels, frame.size.width / 2.0, frame.size.height / 2.0,
                      picture.cover, opacity);
  });
}

void SlidePainter::paint(const deck::Deck& deck, std::size_t slide_index, typeset::Pdf& page) {
  const PixelSize display = page.display();
  const deck::Background& background = deck.slides[slide_index].background;
  const typeset::Theme theme = theme_on(background);
  page.fill(theme.background);
  const std::string& gradient = background.gradient.empty() ? theme.background_gradient : background.gradient;
  if (!gradient.empty()) typeset::draw_gradient(gradient, page);
  for_each_picture(background, display, [&](const BackgroundPicture& picture) {
    typeset::draw_tiles(*picture.pixels, picture.tiling, background.image_opacity, page);
  });
  Pictures pictures;
  const typeset::Layout set = layout(deck, slide_index, display, pictures);
  if (has_own_veil(deck, deck.slides[slide_index])) {
    Pixmap ground(proof_size(display));
    paint_background(background, ground);
    typeset::Color veil = theme.background;
    veil.alpha = veil_on(ground, theme, set, display);
    page.fill(veil);
  }
  const std::string number = deck::slide_number(deck, slide_index);
  if (!number.empty()) typesetter_.draw_number(number, page);
  typesetter_.draw(set, theme, page);
}

/// What fills the display, as nearly all do, is decoded for just that; what does not is laid out as CSS says.
void SlidePainter::for_each_picture(const deck::Background& background, PixelSize display,
                                    const std::function<void(const BackgroundPicture&)>& take) {
  for_each_image(background, [&](const std::string& name, images::Fit fit) {
    const auto image = picture_source_(name, display, fit);
    if (!image) return;
    const auto tiling = typeset::tiling_of({background.size, background.position, background.repeat},
                                           image->natural_size, display);
    const PixelSize size = image->pixels.size;
    const double cover = std::max(static_cast<double>(display.width) / size.width,
                                  static_cast<double>(display.height) / size.height);
    take({std::shared_ptr<const Pixmap>(image, &image->pixels),
          tiling.value_or(typeset::tiling_of({}, image->natural_size, display).value()),
          fit == images::Fit::cover ? cover : 0});
  });
}

void fetch_pictures(const deck::Slide& slide, PixelSize display, const images::PictureSource& source) {
  int room = max_fetched;
  const auto fetch = [&](const std::string& name, images::Fit fit) {
    if (room-- > 0) source(name, display, fit);
  };
  for_each_image(slide.background, fetch);
  deck::for_each_part<deck::InlineImage>(
      slide.content, [&](const deck::InlineImage& image) { fetch(image.source, images::Fit::inside); });
}

}  // namespace lectern::stage
