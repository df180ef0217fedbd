#include "tests/bench/photographs.h"

#include <SDL.h>
#include <SDL_image.h>

#include <cmath>
#include <cstdint>
#include <fstream>

namespace lectern::bench {
namespace {

constexpr int width = 6000;
constexpr int height = 4000;
constexpr int slide_count = 24;
constexpr int jpeg_quality = 88;

/// Smooth hills of colour with grain, so that the file is about as large as a photograph's (5 MB).
void write_photograph(const std::filesystem::path& path, int seed) {
  SDL_Surface* surface = SDL_CreateRGBSurfaceWithFormat(0, width, height, 24, SDL_PIXELFORMAT_RGB24);
  std::uint32_t noise = 2463534242u + static_cast<std::uint32_t>(seed);
  for (int y = 0; y < height; ++y) {
    auto* row = static_cast<std::uint8_t*>(surface->pixels) + static_cast<std::ptrdiff_t>(y) * surface->pitch;
    const double sky = std::cos((y + seed * 500) * 0.0011);
    for (int x = 0; x < width; ++x) {
      noise ^= noise << 13, noise ^= noise >> 17, noise ^= noise << 5;  // xorshift32
      const double hill = std::sin(x * 0.0021 + seed + sky);
      const double light = 110 + 60 * hill + 40 * sky + static_cast<double>(noise % 17);
      for (int part = 0; part < 3; ++part)
        *row++ = static_cast<std::uint8_t>(light * (0.75 + 0.1 * ((part + seed) % 3)));
    }
  }
  IMG_SaveJPG(surface, path.c_str(), jpeg_quality);
  SDL_FreeSurface(surface);
}

}  // namespace

std::string write_photograph_deck(const std::filesystem::path& folder, int picture_count) {
  std::filesystem::create_directories(folder);
  for (int picture = 0; picture < picture_count; ++picture) {
    const auto path = folder / ("photograph" + std::to_string(picture) + ".jpg");
    if (!std::filesystem::exists(path)) write_photograph(path, picture);
  }
  const auto deck = folder / "slides.md";
  std::ofstream text(deck);
  text << "---\ntitle: Photographs\ntheme: night\nrevealOptions:\n  transition: none\n  "
          "backgroundTransition: none\n---\n";
  for (int slide = 0; slide < slide_count; ++slide) {
    if (slide > 0) text << "\n---\n\n";
    text << "<!-- .slide: data-background=\"photograph" << slide % picture_count
         << ".jpg\" data-background-opacity=\"0.5\" -->\n## Slide " << slide + 1
         << "\n\n- Working days lost to short-term absence\n- Time taken to process a new claim\n- Visits to "
            "leisure centres\n";
  }
  return deck.string();
}

}  // namespace lectern::bench
