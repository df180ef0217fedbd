#include "tests/bench/displayed.h"

#include <poll.h>

#include <chrono>
#include <cstdio>
#include <fstream>
#include <iterator>
#include <optional>
#include <stdexcept>

#include "common/deck/deck.h"
#include "tests/bench/percentile.h"
#include "tests/bench/show.h"
#include "tests/bench/usage.h"
#include "tests/support/x_screen.h"
#include "tests/support/x_watch.h"

namespace lectern::bench {
namespace {

using std::chrono::milliseconds;

constexpr PixelSize screen_size{1920, 1080};
constexpr int watched_row = 508;       ///< the first of those that cross the middle of every slide…
constexpr int watched_row_count = 64;  ///< …few enough to be read in a fraction of a millisecond
constexpr milliseconds calm(400);      ///< nothing more changes; and a speaker's quickest pace
constexpr milliseconds calm_at_start(2000);
constexpr milliseconds patience(5000);
constexpr milliseconds patience_at_start(30'000);
constexpr int jump_target = 5;  ///< on no neighbour of the first slide, nor its neighbours
constexpr int rapid_press_count = 20;
constexpr milliseconds rapid_pace(50);

/// What was measured of one program: milliseconds where nothing else is said.
struct Figures {
  std::vector<double> start;
  std::vector<double> warm, warm_whole;
  std::vector<double> first_visit, first_visit_whole;
  std::vector<double> jump, jump_whole;
  std::vector<double> rapid_number;  ///< where it was after rapid_press_count presses from slide 1
  std::vector<double> rapid_settled;
  std::vector<double> megabytes, idle_percent;
  std::vector<double> unseen;  ///< presses and jumps after which nothing changed
};

struct Row {
  const char* what;
  std::vector<double> Figures::*values;
  double share;  ///< of them that are at most this large
  const char* unit;
  std::optional<double> target;
};

constexpr double median = 0.5, worst = 1;
const std::vector<Row> rows = {
    {"exec to the first slide, whole", &Figures::start, median, "ms", 250},
    {"press to changed pixels, warm, p50", &Figures::warm, median, "ms", 8},
    {"press to changed pixels, warm, p99", &Figures::warm, 0.99, "ms", 25},
    {"press to the whole slide, warm, p99", &Figures::warm_whole, 0.99, "ms", {}},
    {"first visit in order, p50", &Figures::first_visit, median, "ms", {}},
    {"first visit in order, p99", &Figures::first_visit, 0.99, "ms", 33},
    {"first visit in order, whole, p99", &Figures::first_visit_whole, 0.99, "ms", {}},
    {"jump to the unknown, first pixels, p50", &Figures::jump, median, "ms", 25},
    {"jump to the unknown, whole, p50", &Figures::jump_whole, median, "ms", 150},
    {"jump to the unknown, whole, worst", &Figures::jump_whole, worst, "ms", {}},
    {"20 presses in a second end on slide", &Figures::rapid_number, median, "", 21},
    {"  and stand still after the last in", &Figures::rapid_settled, median, "ms", {}},
    {"proportional set size after a walk", &Figures::megabytes, worst, "MB", 200},
    {"processor while a slide stands still", &Figures::idle_percent, worst, "%", 0},
    {"presses after which nothing changed", &Figures::unseen, worst, "", 0},
};

std::size_t slide_count(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  const std::string text{std::istreambuf_iterator<char>(file), {}};
  const auto read = deck::read_deck(text);
  if (!read) throw std::runtime_error(path + ": " + read.error().message);
  return read->deck.slides.size();
}

void wait(milliseconds time) {
  poll(nullptr, 0, static_cast<int>(time.count()));
}

class Observer {
 public:
  Observer(const test::Xvfb& xvfb, std::size_t slide_count)
      : screen_(xvfb.display()),
        watch_(xvfb.display(), watched_row, watched_row_count),
        slide_count_(slide_count) {}

  /// A start, and a jump to a slide that has had no reason to be decoded.
  void start_and_jump(const Program& program, Figures& figures) {
    std::unique_ptr<Show> show;
    begin(program, show, figures);
    note(watch_.after(show->jump_to(jump_target), calm, patience), figures, &figures.jump,
         &figures.jump_whole);
  }

  /// What a talk is made of, and what it takes.
  void talk(const Program& program, const DisplayedOptions& options, Figures& figures) {
    std::unique_ptr<Show> show;
    begin(program, show, figures);
    for (std::size_t slide = 2; slide <= slide_count_; ++slide)
      press("Next", figures, &figures.first_visit, &figures.first_visit_whole);
    figures.megabytes.push_back(pss_megabytes(with_descendants(show->processes())));
    for (int i = 0; i < options.presses; ++i)
      press(i % 2 == 0 ? "Prior" : "Next", figures, &figures.warm, &figures.warm_whole);
    press_rapidly(*show, figures);
    stand_still(*show, options.idle_seconds, figures);
  }

  const std::vector<double>& periods_ms() const { return watch_.periods_ms(); }

 private:
  void begin(const Program& program, std::unique_ptr<Show>& show, Figures& figures) {
    const auto start = watch_.after([&] { show = program.start(); }, calm_at_start, patience_at_start);
    if (start) figures.start.push_back(start->last_ms);
  }

  void press(const char* key, Figures& figures, std::vector<double>* first, std::vector<double>* whole) {
    note(watch_.after([&] { screen_.press(key); }, calm, patience), figures, first, whole);
  }

  static void note(const std::optional<test::Change>& change, Figures& figures, std::vector<double>* first,
                   std::vector<double>* whole) {
    if (figures.unseen.empty()) figures.unseen.push_back(0);
    if (!change) {
      ++figures.unseen.front();
      return;
    }
    first->push_back(change->first_ms);
    whole->push_back(change->last_ms);
  }

  void press_rapidly(Show& show, Figures& figures) {
    watch_.after(show.jump_to(1), calm, patience);
    for (int i = 1; i < rapid_press_count; ++i) {
      screen_.press("Next");
      wait(rapid_pace);
    }
    const auto end = watch_.after([&] { screen_.press("Next"); }, calm, patience);
    if (end) figures.rapid_settled.push_back(end->last_ms);
    figures.rapid_number.push_back(show.number());
  }

  static void stand_still(const Show& show, int seconds, Figures& figures) {
    wait(patience);
    const auto processes = with_descendants(show.processes());
    const double before = cpu_seconds(processes);
    wait(std::chrono::seconds(seconds));
    figures.idle_percent.push_back(100 * (cpu_seconds(processes) - before) / seconds);
  }

  test::XScreen screen_;
  test::XWatch watch_;
  const std::size_t slide_count_;
};

void print(const std::vector<Program>& programs, const std::vector<Figures>& figures) {
  std::printf("%-42s", "");
  for (const Program& program : programs) std::printf(" %14s", program.name.c_str());
  std::printf("  %s%10s\n", programs.size() > 1 ? "   ratio" : "", "target");
  for (const Row& row : rows) {
    std::printf("%-42s", row.what);
    std::vector<double> values;
    for (const Figures& of_one : figures) {
      const auto& all = of_one.*row.values;
      values.push_back(all.empty() ? -1 : percentile(all, row.share));
      std::printf(" %8.1f %-2s(%zu)", values.back(), row.unit, all.size());
    }
    if (values.size() > 1 && *row.unit && values[0] > 0)
      std::printf("  %8.1f", values[1] / values[0]);
    else if (values.size() > 1)
      std::printf("%10s", "");
    if (row.target) std::printf("%10.0f", *row.target);
    std::printf("\n");
  }
  std::fflush(stdout);
}

}  // namespace

void measure_displayed(const DisplayedOptions& options) {
  const test::Xvfb xvfb(screen_size);
  std::vector<Program> programs = {lectern(options.deck, xvfb)};
  if (options.beside_reveal_md) programs.push_back(reveal_md(options.deck, xvfb));
  std::vector<Figures> figures(programs.size());
  Observer observer(xvfb, slide_count(options.deck));
  std::printf("load before: %s\n", load().c_str());
  for (int run = 0; run < options.runs; ++run)
    for (std::size_t i = 0; i < programs.size(); ++i) observer.start_and_jump(programs[i], figures[i]);
  for (std::size_t i = 0; i < programs.size(); ++i) observer.talk(programs[i], options, figures[i]);
  std::printf("load after:  %s\n", load().c_str());
  std::printf("looked at every %.2f ms (p50), %.2f ms (p99): nothing is known more finely\n",
              percentile(observer.periods_ms(), median), percentile(observer.periods_ms(), 0.99));
  print(programs, figures);
}

}  // namespace lectern::bench
