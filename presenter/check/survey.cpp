#include "presenter/check/survey.h"

#include <algorithm>
#include <utility>

#include "common/deck/each_inline.h"
#include "presenter/check/picture_names.h"
#include "presenter/images/picture_cache.h"

namespace lectern::check {

Surveyor::Surveyor(std::filesystem::path deck_folder, stage::SlidePainter painter,
                   std::shared_ptr<images::PictureCache> pictures)
    : finder_(std::move(deck_folder)), painter_(std::move(painter)), pictures_(std::move(pictures)) {}

Result<Surveyor> Surveyor::create(const std::filesystem::path& deck_folder,
                                  const std::filesystem::path& font_folder, const typeset::Theme& theme,
                                  std::shared_ptr<images::PictureCache> pictures) {
  auto painter = stage::SlidePainter::create(font_folder, theme, images::cached_pictures(images::pictures_below(deck_folder), pictures));
  if (!painter) return painter.error();
  return Surveyor(deck_folder, *std::move(painter), std::move(pictures));
}

SlideView Surveyor::survey(const DeckView& deck, const PicturePlaces& places, std::size_t slide_index,
                           PixelSize display) {
  SlideView view{.in = deck, .index = slide_index, .display = display, .proof = {}, .pictures = {}};
  const PixelSize ground = stage::proof_size(display);
  // As the painter asks for them, so that each is decoded once.
  const auto open = [&](const std::string& source, PixelSize box, images::Fit fit) {
    const auto path = finder_.find(source);
    if (!path || format_fault(source)) return;
    const auto place = places.find(source);
    PictureFile file{.place = place == places.end() ? deck.source.find(slide_index, source) : place->second};
    std::error_code unknown;
    file.bytes = std::filesystem::file_size(*path, unknown);
    if (unknown) file.bytes = 0;
    if (const auto image = pictures_->get(*path, box, fit)) {
      file.size = (*image)->natural_size;
      file.is_drawing = (*image)->is_drawing;
    } else {
      file.fault = image.error();
    }
    view.pictures.insert_or_assign(source, std::move(file));
  };
  for (const std::string& source : view.slide().background.images) open(source, ground, images::Fit::cover);
  deck::for_each_part<deck::InlineImage>(view.slide().content, [&](const deck::InlineImage& image) {
    open(image.source, display, images::Fit::inside);
  });
  view.proof = painter_.proof(deck.deck, slide_index, display, ground);
  return view;
}

}  // namespace lectern::check
