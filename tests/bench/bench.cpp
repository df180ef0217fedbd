// lectern-bench: what the worst decks cost to read and the frames of turns and pointers to compose; how long
// a remote waits, alone and beside thousands who follow; and when the audience sees what, on a real X server
// with a 1920×1080 screen, from outside the process.
//
//   lectern-bench [DECK] [--only PART]… [--beside-reveal-md] [--runs N] [--presses N] [--idle SECONDS]
//                [--followers N]… [--beside-multiplex]
#include <CLI/CLI.hpp>
#include <set>

#include "tests/bench/displayed.h"
#include "tests/bench/followers.h"
#include "tests/bench/photographs.h"
#include "tests/bench/pictures.h"
#include "tests/bench/pointers.h"
#include "tests/bench/reading.h"
#include "tests/bench/remote.h"
#include "tests/bench/touch.h"
#include "tests/bench/turns.h"
#include "tests/support/private_network.h"

int main(int argc, char** argv) {
  using namespace lectern::bench;
  constexpr int picture_count = 8;

  CLI::App app("Measures lectern-presenter on an X server of its own.", "lectern-bench");
  DisplayedOptions options;
  std::set<std::string> parts = {"reading",   "turns",    "pointers", "remote",
                                 "followers", "pictures", "touch",    "displayed"};
  std::vector<int> follower_counts = {1000, 5000};
  bool beside_multiplex = false;
  app.add_option("DECK", options.deck, "the deck to present; without it, one of 24-megapixel photographs");
  app.add_option("--only", parts,
                 "nothing but these: reading, turns, pointers, remote, followers, pictures, touch, displayed")
      ->check(CLI::IsMember(
          {"reading", "turns", "pointers", "remote", "followers", "pictures", "touch", "displayed"}));
  app.add_option("--followers", follower_counts, "so many at once")->check(CLI::Range(1, 5000));
  app.add_flag("--beside-multiplex", beside_multiplex, "reveal.js's multiplex is followed as well");
  app.add_flag("--beside-reveal-md", options.beside_reveal_md,
               "what is displayed by reveal-md in Chromium as well (./dev test --nightly installs both)");
  app.add_option("--runs", options.runs, "starts to measure")->check(CLI::Range(1, 1000));
  app.add_option("--presses", options.presses, "presses to measure")->check(CLI::Range(1, 100'000));
  app.add_option("--idle", options.idle_seconds, "seconds to stand still")->check(CLI::Range(1, 3600));
  CLI11_PARSE(app, argc, argv);

  if (options.beside_reveal_md || beside_multiplex) lectern::test::leave_the_network();
  if (options.deck.empty()) options.deck = write_photograph_deck(LECTERN_BIN_DIR "/../bench", picture_count);
  if (parts.contains("reading")) measure_reading();
  if (parts.contains("turns")) measure_turns();
  if (parts.contains("pointers")) measure_pointers();
  if (parts.contains("remote")) measure_remote(options.deck, options.presses);
  if (parts.contains("followers")) measure_followers(follower_counts, options.presses);
  if (parts.contains("followers") && beside_multiplex) measure_multiplex(follower_counts, options.presses);
  if (parts.contains("pictures")) measure_pictures(options.deck, options.presses);
  if (parts.contains("touch")) measure_touch(options.presses);
  if (parts.contains("displayed")) measure_displayed(options);
}
