// lectern-svg WIDTH HEIGHT cover|inside: draws the SVG at standard input and writes it to standard output as
// images::SvgReply says, or nothing. Whatever the drawing is up to, it ends in time, within its memory.
#include <signal.h>
#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>
#include <charconv>
#include <cstdio>
#include <cstdlib>
#include <iostream>
#include <sstream>
#include <string_view>

#include "presenter/images/draw_svg.h"
#include "presenter/svg/drawing.h"

namespace {

using namespace lectern;

constexpr unsigned most_seconds = 5;       // a map of 5 MB takes one
constexpr rlim_t most_bytes = 512u << 20;  // a filter on a display of 3840×2160 holds several layers of 32 MB

/// A breach ends the program: by SIGALRM, or because memory is refused.
void live_within_limits() {
  signal(SIGALRM, SIG_DFL);
  alarm(most_seconds);
  const rlimit memory{most_bytes, most_bytes}, no_core{0, 0};
  setrlimit(RLIMIT_DATA, &memory);
  setrlimit(RLIMIT_CORE, &no_core);
  setenv("RAYON_NUM_THREADS", "1", 1);  // librsvg's filters: the workers are busy enough
}

/// 0: it is none.
int side(std::string_view argument) {
  int pixels = 0;
  std::from_chars(argument.data(), argument.data() + argument.size(), pixels);
  return pixels <= images::max_side_pixels ? std::max(pixels, 0) : 0;
}

bool write(const images::Image& image) {
  const images::SvgReply reply{image.natural_size, image.pixels.size};
  const auto& pixels = image.pixels.pixels;
  return std::fwrite(&reply, sizeof reply, 1, stdout) == 1 &&
         std::fwrite(pixels.data(), sizeof pixels[0], pixels.size(), stdout) == pixels.size() &&
         std::fflush(stdout) == 0;
}

}  // namespace

int main(int argc, char** argv) {
  live_within_limits();
  const PixelSize box = argc == 4 ? PixelSize{side(argv[1]), side(argv[2])} : PixelSize{};
  if (box.width == 0 || box.height == 0) return EXIT_FAILURE;
  const auto fit = std::string_view(argv[3]) == "cover" ? images::Fit::cover : images::Fit::inside;
  std::ostringstream input;
  input << std::cin.rdbuf();
  const auto image = svg::draw(input.view(), box, fit);
  return image && write(*image) ? EXIT_SUCCESS : EXIT_FAILURE;
}
