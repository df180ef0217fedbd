#include "presenter/export/layout_json.h"

#include <boost/json.hpp>
#include <utility>

namespace json = boost::json;

namespace lectern::exporting {
namespace {

json::object to_json(const typeset::Box& box) {
  return {{"kind", box.kind}, {"text", box.text},       {"x", box.x}, {"y", box.y}, {"w", box.width},
          {"h", box.height},  {"lines", box.line_count}};
}

}  // namespace

std::string layout_json(const deck::Deck& deck, PixelSize size, stage::SlidePainter& painter) {
  json::array slides;
  for (std::size_t i = 0; i < deck.slides.size(); ++i) {
    const deck::Slide& slide = deck.slides[i];
    json::array boxes;
    for (const auto& box : painter.boxes(deck, i, size)) boxes.push_back(to_json(box));
    slides.push_back(json::object{
        {"slide", deck::to_string(slide.address)},
        {"background",
         json::object{{"image", slide.background.images.empty() ? "" : slide.background.images.front()},
                      {"opacity", slide.background.image_opacity}}},
        {"boxes", std::move(boxes)}});
  }
  return json::serialize(
      json::object{{"width", size.width}, {"height", size.height}, {"slides", std::move(slides)}});
}

}  // namespace lectern::exporting
