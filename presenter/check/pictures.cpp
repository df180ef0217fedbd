// Pictures as files: whether they can be shown, and are as large as they should be, which drawings always
// are.
#include <algorithm>
#include <cmath>
#include <cstdint>

#include "common/deck/each_inline.h"
#include "common/text/text.h"
#include "presenter/check/rules.h"

namespace lectern::check {
namespace {

// How much larger than its own pixels a picture may be shown. A background fills the whole display, where
// more than a fifth shows. In the text every picture is enlarged by 1.48 on a display of 1920×1080, because a
// pixel of a picture is a CSS pixel of the design area, and nobody minds.
constexpr double most_background_enlargement = 1.2;
constexpr double most_enlargement = 1.5;

// A display of 3840×2160 has 8 megapixels, cameras of the "24 megapixel" class have up to 24.5.
constexpr std::int64_t most_pixels = 25'000'000;
constexpr std::uintmax_t most_bytes = 10u << 20;

std::string size_text(PixelSize size) {
  return std::to_string(size.width) + " × " + std::to_string(size.height) + " pixels";
}

const PictureFile* shown_file(const SlideView& view, std::string_view source) {
  const auto found = view.pictures.find(source);
  return found == view.pictures.end() || found->second.fault ? nullptr : &found->second;
}

/// Reports a picture that is shown `width` × `height` pixels large where that is too much for it.
void report_small(const std::string& source, const PictureFile& file, double width, double height,
                  double most, Findings& findings) {
  const double enlargement = std::max(width / file.size.width, height / file.size.height);
  if (enlargement <= most || file.is_drawing) return;
  const PixelSize needed{static_cast<int>(std::lround(width)), static_cast<int>(std::lround(height))};
  findings.push_back(SlideView::finding(deck::Code::picture_small, file.place,
                                        "The picture " + in_quotes(source) + " has " + size_text(file.size) +
                                            " and covers " + size_text(needed) + ".",
                                        "Take a larger one, if there is one, or show it smaller."));
}

}  // namespace

void picture_unreadable(const SlideView& view, Findings& findings) {
  for (const auto& [source, file] : view.pictures)
    if (file.fault)
      findings.push_back(
          view.finding(deck::Code::picture_unreadable, file.place, file.fault->message, file.fault->remedy));
}

void picture_small(const SlideView& view, Findings& findings) {
  const deck::Background& background = view.slide().background;
  const bool covers = background.size.empty() || background.size == "cover";
  for (const std::string& source : background.images) {
    const PictureFile* file = covers ? shown_file(view, source) : nullptr;
    if (file)
      report_small(source, *file, view.display.width, view.display.height, most_background_enlargement,
                   findings);
  }
  // The boxes of pictures come in the order of the text.
  auto box = view.proof.boxes.begin();
  deck::for_each_part<deck::InlineImage>(view.slide().content, [&](const deck::InlineImage& image) {
    box = std::find_if(box, view.proof.boxes.end(), [](const auto& each) { return each.kind == "img"; });
    if (box == view.proof.boxes.end()) return;
    if (const PictureFile* file = shown_file(view, image.source))
      report_small(image.source, *file, box->width, box->height, most_enlargement, findings);
    ++box;
  });
}

void picture_huge(const SlideView& view, Findings& findings) {
  for (const auto& [source, file] : view.pictures) {
    const bool has_many_pixels =
        !file.fault && !file.is_drawing && std::int64_t{file.size.width} * file.size.height > most_pixels;
    if (!has_many_pixels && file.bytes <= most_bytes) continue;
    const std::string megabytes = std::to_string((file.bytes + (1u << 19)) >> 20) + " MB";
    findings.push_back(view.finding(deck::Code::picture_huge, file.place,
                                    "The picture " + in_quotes(source) + " has " +
                                        (has_many_pixels ? size_text(file.size) : megabytes) + ".",
                                    "Save it smaller: 3840 × 2160 pixels fill the largest display."));
  }
}

void picture_without_text(const SlideView& view, Findings& findings) {
  deck::for_each_part<deck::InlineImage>(view.slide().content, [&](const deck::InlineImage& image) {
    if (!image.alt.empty() || image.is_decorative) return;
    findings.push_back(view.finding(deck::Code::picture_without_text, image.source,
                                    "The picture " + in_quotes(image.source) + " has no alternative text.",
                                    "Say in the square brackets what it shows: ![A map of the town](…)."));
  });
}

}  // namespace lectern::check
