// What an audience sees of a program, and when: pixels of the X display, and what showing them takes.
#pragma once

#include <string>

namespace lectern::bench {

struct DisplayedOptions {
  std::string deck;  ///< at least 21 slides side by side, each unlike its neighbours
  int runs = 9;      ///< starts, each with a jump
  int presses = 60;  ///< to and fro between neighbours
  int idle_seconds = 20;
  bool beside_reveal_md = false;  ///< the same of reveal-md in Chromium, in turns, and the ratios
};

void measure_displayed(const DisplayedOptions&);

}  // namespace lectern::bench
