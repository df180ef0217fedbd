#include "tests/bench/pictures.h"

#include <poll.h>

#include <array>
#include <chrono>
#include <cstdio>
#include <future>
#include <optional>
#include <stdexcept>
#include <vector>

#include "tests/bench/percentile.h"
#include "tests/bench/usage.h"
#include "tests/support/http_asker.h"
#include "tests/support/presenter.h"
#include "tests/support/wire.h"

namespace lectern::bench {
namespace {

using std::chrono::steady_clock;

constexpr int pace_ms = 400;  // a speaker's quickest
constexpr int slide_count = 20;
constexpr std::array widths = {640, 960, 1280};

double ms_since(steady_clock::time_point start) {
  return std::chrono::duration<double, std::milli>(steady_clock::now() - start).count();
}

void report(const std::string& what, const std::vector<double>& values, const char* unit) {
  if (values.empty()) return;
  std::printf("%-44s p50 %8.1f  p99 %8.1f  min %8.1f  max %8.1f %s  (%zu)\n", what.c_str(),
              percentile(values, 0.5), percentile(values, 0.99), percentile(values, 0), percentile(values, 1),
              unit, values.size());
  std::fflush(stdout);
}

struct Figures {
  std::vector<double> presented;
  std::array<std::vector<double>, widths.size()> came, kilobytes;
};

/// A remote that walks to and fro, and asks for each slide's pictures once it hears of it.
class Walk {
 public:
  explicit Walk(std::uint16_t port) : port_(port), wire_(port) {
    wire_.send(test::hello("lectern-bench"));
    welcome_ = *wire_.read_until<protocol::Welcome>();
    state_ = *wire_.read_until<session::State>();
    wire_.send(protocol::DeckRequest{state_.deck, protocol::WholeOutline{}});
    outline_ = *wire_.read_until<protocol::Outline>();
    if (outline_.slides.size() < slide_count) throw std::runtime_error("the deck has too few slides");
  }

  void step(Figures& figures, bool asks) {
    const auto at = place();
    if (at + 1 == slide_count) direction_ = session::Direction::previous;
    if (at == 0) direction_ = session::Direction::next;
    const auto begin = steady_clock::now();
    wire_.send(session::Request{++id_, welcome_.epoch, welcome_.sent + std::chrono::hours(1),
                                session::Command(session::Step{direction_, state_.deck, state_.position})});
    const Revision before = state_.revision;
    while (state_.revision == before) state_ = *wire_.read_until<session::State>();
    std::string picture;
    std::vector<std::future<void>> asking;
    if (asks) {
      wire_.send(protocol::DeckRequest{
          state_.deck, protocol::SlideAt{static_cast<std::uint32_t>(place() + 1), state_.position.step}});
    }
    for (bool is_presented = false; !is_presented || (asks && picture.empty());) {
      const auto message = wire_.read();
      if (!message) throw std::runtime_error("the remote is thrown out");
      if (const auto* slide = std::get_if<protocol::Slide>(&*message)) {
        picture = slide->picture;
        for (std::size_t i = 0; i < widths.size(); ++i)
          asking.push_back(std::async(std::launch::async, [&, i] { ask(i, picture, begin, figures); }));
      }
      const auto* shown = std::get_if<protocol::Presented>(&*message);
      if (!shown || shown->revision < state_.revision || is_presented) continue;
      is_presented = true;
      figures.presented.push_back(ms_since(begin));
    }
    for (auto& one : asking) one.get();
  }

 private:
  std::size_t place() const {
    const auto at = std::ranges::find(outline_.slides, state_.position.slide, &protocol::SlideEntry::address);
    return static_cast<std::size_t>(at - outline_.slides.begin());
  }

  void ask(std::size_t i, const std::string& picture, steady_clock::time_point begin, Figures& figures) {
    const auto jpeg = askers_[i].get("/v1/picture/" + picture + "?width=" + std::to_string(widths[i]));
    if (jpeg.status != 200)
      throw std::runtime_error("a picture is answered by " + std::to_string(jpeg.status));
    figures.came[i].push_back(ms_since(begin));
    figures.kilobytes[i].push_back(static_cast<double>(jpeg.body.size()) / 1000);
  }

  const std::uint16_t port_;
  test::Wire wire_;
  protocol::Welcome welcome_;
  session::State state_;
  protocol::Outline outline_;
  std::array<test::HttpAsker, widths.size()> askers_{test::HttpAsker(port_), test::HttpAsker(port_),
                                                     test::HttpAsker(port_)};
  session::Direction direction_ = session::Direction::next;
  CommandId id_ = 0;
};

}  // namespace

void measure_pictures(const std::string& deck, int presses) {
  test::Presenter presenter(deck, {"--headless", "--size", "1920x1080"});
  const std::vector<pid_t> processes = {presenter.process().pid()};
  Walk walk(presenter.port());
  Figures quiet, asked;
  const auto go = [&](Figures& figures, bool asks) {
    for (int press = 0; press < presses; ++press) {
      poll(nullptr, 0, pace_ms);
      walk.step(figures, asks);
    }
    std::printf("memory of the presenter (PSS) %.0f MB\n", pss_megabytes(processes));
  };
  go(quiet, false);
  go(asked, true);
  report("press to presented, nobody asks", quiet.presented, "ms");
  report("press to presented, three widths are asked for", asked.presented, "ms");
  for (std::size_t i = 0; i < widths.size(); ++i) {
    report("press to a picture, " + std::to_string(widths[i]) + " wide", asked.came[i], "ms");
    report("  its size", asked.kilobytes[i], "KB");
  }
}

}  // namespace lectern::bench
