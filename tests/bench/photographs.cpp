#include "tests/bench/photographs.h"

#include <SDL.h>
#include <SDL_image.h>

#include <cmath>
#include <cstdint>
#include <fstream>
#include <iterator>

namespace lectern::bench {
namespace {

struct Format {
  int width, height;
  int jpeg_quality;
};
constexpr Format large{6000, 4000, 88};   ///< about 4 MB
constexpr Format medium{4000, 3000, 60};  ///< small files, of which there can be many
constexpr int slide_count = 24;
constexpr int drawn_count = 8;

std::filesystem::path picture_path(const std::filesystem::path& folder, int number) {
  return folder / ("photograph" + std::to_string(number) + ".jpg");
}

/// Smooth hills of colour with grain, so that the file is about as large as a photograph's.
void write_photograph(const std::filesystem::path& path, int seed, const Format& format) {
  if (std::filesystem::exists(path)) return;
  const auto [width, height, jpeg_quality] = format;
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

/// With a comment segment (ITU-T T.81, B.2.4.5) behind the two bytes that every JPEG file begins with.
void write_copy(const std::filesystem::path& from, const std::filesystem::path& to) {
  if (std::filesystem::exists(to)) return;
  std::ifstream in(from, std::ios::binary);
  const std::string jpeg{std::istreambuf_iterator<char>(in), {}};
  const std::string comment = to.filename().string();
  std::ofstream out(to, std::ios::binary);
  out << jpeg.substr(0, 2) << "\xFF\xFE" << '\0' << static_cast<char>(comment.size() + 2) << comment
      << jpeg.substr(2);
}

std::string write_deck(const std::filesystem::path& folder, int slides, int picture_count) {
  const auto deck = folder / "slides.md";
  std::ofstream text(deck);
  text << "---\ntitle: Photographs\ntheme: night\nrevealOptions:\n  transition: none\n  "
          "backgroundTransition: none\n---\n";
  for (int slide = 0; slide < slides; ++slide) {
    if (slide > 0) text << "\n---\n\n";
    text << "<!-- .slide: data-background=\"" << picture_path({}, slide % picture_count).string()
         << "\" data-background-opacity=\"0.5\" -->\n## Slide " << slide + 1
         << "\n\n- Working days lost to short-term absence\n- Time taken to process a new claim\n- Visits to "
            "leisure centres\n";
  }
  return deck.string();
}

}  // namespace

std::string write_photograph_deck(const std::filesystem::path& folder, int picture_count) {
  std::filesystem::create_directories(folder);
  for (int picture = 0; picture < picture_count; ++picture)
    write_photograph(picture_path(folder, picture), picture, large);
  return write_deck(folder, slide_count, picture_count);
}

std::string write_long_photograph_deck(const std::filesystem::path& folder, int slides) {
  std::filesystem::create_directories(folder);
  for (int picture = 0; picture < slides; ++picture)
    if (const auto path = picture_path(folder, picture); picture < drawn_count)
      write_photograph(path, picture, medium);
    else
      write_copy(picture_path(folder, picture % drawn_count), path);
  return write_deck(folder, slides, slides);
}

}  // namespace lectern::bench
