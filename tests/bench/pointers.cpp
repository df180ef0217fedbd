#include "tests/bench/pointers.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <vector>

#include "presenter/stage/draw_pointer.h"

namespace lectern::bench {

void measure_pointers() {
  using session::Pointer;
  using std::chrono::steady_clock;
  constexpr int frame_count = 200;
  constexpr std::pair<const char*, Pointer> pointers[] = {
      {"no pointer", {}},
      {"laser", {Pointer::Kind::laser, 0, 0.5f, 0}},
      {"spotlight", {Pointer::Kind::spotlight, 0, 0.5f, 0.2f}},
      {"largest spotlight", {Pointer::Kind::spotlight, 0, 0.5f, 0.5f}},
      {"zoom 1.25", {Pointer::Kind::zoom, 0, 0.5f, 1.25f}},
      {"zoom 2", {Pointer::Kind::zoom, 0, 0.5f, 2}},
      {"zoom 4", {Pointer::Kind::zoom, 0, 0.5f, 4}}};
  Pixmap slide({1920, 1080}), screen(slide.size), scratch;
  for (std::size_t i = 0; i < slide.pixels.size(); ++i)
    slide.pixels[i] = 0xff000000u | static_cast<std::uint32_t>(i * 2654435761u >> 8);
  for (auto [name, pointer] : pointers) {
    std::vector<double> times;
    for (int frame = 0; frame < frame_count; ++frame) {
      pointer.x = static_cast<float>(frame) / frame_count;
      const auto start = steady_clock::now();
      stage::put(stage::canvas_of(screen), slide, 256);
      stage::draw_pointer(stage::canvas_of(screen), pointer, scratch);
      times.push_back(std::chrono::duration<double, std::milli>(steady_clock::now() - start).count());
    }
    std::ranges::sort(times);
    std::printf("a frame with %-20s p50 %6.2f ms  max %6.2f ms\n", name, times[times.size() / 2],
                times.back());
  }
}

}  // namespace lectern::bench
