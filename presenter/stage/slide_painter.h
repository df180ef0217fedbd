// One slide as the audience sees it: background, picture and content, composed into a finished frame.
#pragma once

#include <filesystem>
#include <functional>
#include <map>
#include <string>

#include "common/base/pixmap.h"
#include "common/base/result.h"
#include "common/deck/deck.h"
#include "common/typeset/tiling.h"
#include "common/typeset/typesetter.h"
#include "presenter/images/picture_source.h"

namespace lectern::stage {

/// What there is to measure on a slide, in pixels of the display.
struct Proof {
  std::vector<typeset::Box> boxes;
  std::vector<typeset::Letters> letters;
  double scale = 1;        ///< from CSS pixels of the design area, `fit` included
  double fit = 1;          ///< what the content was scaled down by to fit; 1: not at all
  bool overflows = false;  ///< at its full size it would run off the display
  int cut_line_count = 0;  ///< lines of text that there is no room for
  Pixmap ground;           ///< all but the letters, as large as was asked for
};

/// Of a ground that is large enough to measure contrasts on.
PixelSize proof_size(PixelSize display);

/// Belongs to one thread at a time; each worker has its own.
class SlidePainter {
 public:
  /// With the pictures below the deck's folder, read from disk and decoded.
  static Result<SlidePainter> create(const std::filesystem::path& deck_folder,
                                     const std::filesystem::path& font_folder, const typeset::Theme&);

  /// With pictures from wherever they come; one that is smaller than it should be is stretched.
  static Result<SlidePainter> create(const std::filesystem::path& font_folder, const typeset::Theme&,
                                     images::PictureSource);

  /// Opaque pixels of the whole display with that many of the slide's steps revealed, and its number where
  /// the deck wants one. What cannot be read is a quiet placeholder.
  Pixmap paint(const deck::Deck&, std::size_t slide_index, PixelSize size, int step = typeset::all_steps,
               const typeset::Excerpt& = {});

  /// The same onto the display that the page shows, all steps revealed.
  void paint(const deck::Deck&, std::size_t slide_index, typeset::Pdf& page);

  /// What is behind a slide's content, its number too: opaque, of the whole display.
  Pixmap paint_background(const deck::Deck&, std::size_t slide_index, PixelSize size);

  /// The content alone as on a display of `size`, painted on a transparent ground as large as `ground_size`.
  Pixmap paint_content(const deck::Deck&, std::size_t slide_index, PixelSize size, PixelSize ground_size,
                       int step, const typeset::Excerpt& = {});

  /// The same slide's boxes, without drawing it.
  std::vector<typeset::Box> boxes(const deck::Deck&, std::size_t slide_index, PixelSize size);

  /// The slide as on a display of `size`, its ground painted as small as `ground_size` for speed.
  Proof proof(const deck::Deck&, std::size_t slide_index, PixelSize size, PixelSize ground_size);

  typeset::Typesetter& typesetter() { return typesetter_; }

 private:
  using Pictures = std::map<std::string, typeset::Picture, std::less<>>;

  SlidePainter(typeset::Theme, typeset::Typesetter, images::PictureSource);

  /// The deck's theme as it is on this slide's background.
  typeset::Theme theme_on(const deck::Background&) const;
  typeset::Layout layout(const deck::Deck&, std::size_t slide_index, PixelSize size, Pictures&);
  const typeset::Picture* find_picture(std::string_view source, PixelSize display, Pictures&);
  void paint_background(const deck::Deck&, std::size_t slide_index, const typeset::Layout&, PixelSize display,
                        Pixmap& frame);
  void paint_background(const deck::Background&, Pixmap& frame);
  void paint_number(const deck::Deck&, std::size_t slide_index, Pixmap& frame);
  double veil_on(const Pixmap& ground, const typeset::Theme&, const typeset::Layout&, PixelSize display);

  struct BackgroundPicture {
    std::shared_ptr<const Pixmap> pixels;
    typeset::Tiling tiling;
    double cover = 0;  ///< it covers the display, drawn so many times as large; 0: it lies as the tiling says
  };
  /// From the lowest to the topmost, as far as they can be read.
  void for_each_picture(const deck::Background&, PixelSize display,
                        const std::function<void(const BackgroundPicture&)>&);

  typeset::Theme theme_;
  typeset::Typesetter typesetter_;
  images::PictureSource picture_source_;
};

/// Asks for the pictures of a slide as its painter will, the lowest first, and for no more than a few.
void fetch_pictures(const deck::Slide&, PixelSize display, const images::PictureSource&);

/// What the pictures in the text of one slide may come to; a placeholder stands for what is over it.
inline constexpr std::size_t slide_picture_bytes = 64u << 20;

/// About how many bytes of decoded pictures a painter keeps that is on its own: at 1920×1080 three
/// backgrounds.
inline constexpr std::size_t picture_cache_bytes = 24u << 20;

}  // namespace lectern::stage
