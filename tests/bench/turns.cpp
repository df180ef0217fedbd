#include "tests/bench/turns.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <memory>
#include <semaphore>
#include <string>
#include <vector>

#include "presenter/stage/compositor.h"
#include "presenter/stage/layers.h"
#include "presenter/stage/slide_painter.h"

namespace lectern::bench {
namespace {

using namespace stage;
using std::chrono::steady_clock;

constexpr Duration frame_interval{16};
constexpr int turn_count = 5;

constexpr const char* slides = R"(# What residents told us

- Streets are cleaner than a year ago, and bins are emptied on the day
- Lights in the park are back; the path to the station is next
- Buses still leave before the shift ends

> We moved here for the river.

---

## What we did

| Ward | Visits | Answers |
|---|---|---|
| North | 1,204 | 311 |
| South | 988 | 290 |
| West | 1,530 | 402 |

1. Sorted every answer by street
2. Asked again where few had answered
)";

enum class Content { text, full };
enum class Behind { same, fading, sliding };

/// Two slides whose content is text or fills its area, on equal backgrounds or different ones.
struct Pair {
  const char* name;
  Content content;
  Behind behind;
};

Pixmap full_content(double scale) {
  Pixmap content({static_cast<int>(960 * scale), static_cast<int>(700 * scale)});
  for (std::size_t i = 0; i < content.pixels.size(); ++i)
    content.pixels[i] = 0xff000000u | static_cast<std::uint32_t>(i * 2654435761u >> 8);
  return content;
}

class Bench {
 public:
  Bench(PixelSize display, deck::Transition transition, const Pair& pair)
      : display_(display), deck_(read(transition, pair)) {
    auto painter =
        std::make_shared<SlidePainter>(*SlidePainter::create(".", LECTERN_FONT_DIR, typeset::Theme()));
    const Paint paint = [this, painter, &pair](const FrameKey& key) {
      switch (key.subject) {
        case FrameKey::Subject::background:
          return background_layer(painter->paint_background(*deck_, key.slide_index, key.display),
                                  key.display);
        case FrameKey::Subject::content:
          return pair.content == Content::full
                     ? full_content(typeset::scale_on(deck_->settings, key.display) *
                                    layer_size(key.display).width / key.display.width)
                     : cut_out(painter->paint_content(*deck_, key.slide_index, key.display,
                                                      layer_size(key.display), key.step));
        default:
          return painter->paint(*deck_, key.slide_index, key.display, key.step);
      }
    };
    const MakePaint make_paint = [&] { return Result<Paint>(paint); };
    frames_ = std::make_unique<FrameStore>(make_paint, 1, make_paint, 128u << 20);
    frames_->on_finished([this] { finished_.release(); });
    std::vector<FrameKey> wishes = {frame_of(0, display_), frame_of(1, display_)};
    wish_for_turn(wishes, *deck_, 0, 1, display_);
    frames_->want(wishes);
    for (std::size_t i = 0; i < wishes.size(); ++i) finished_.acquire();
    compositor_ = std::make_unique<Compositor>(deck_, *frames_, 0xff111111u);
  }

  std::vector<double> frame_times_ms() {
    const TurnMotion motion(*deck_, 0, 1);
    const bool in_layers = motion.kind() == TurnMotion::Kind::layers;
    const Duration length = in_layers ? motion.length() : cross_fade_time;
    Pixmap screen(display_);
    std::vector<double> times;
    for (int turn = 0; turn < turn_count; ++turn)
      for (Duration since = frame_interval; since < length; since += frame_interval) {
        Scene scene{.slide = 1, .leaving = 0, .blend = static_cast<int>(full * since / length), .timer = {}};
        if (in_layers) scene.layers = motion.at(since);
        const auto start = steady_clock::now();
        compositor_->draw(scene, canvas_of(screen));
        times.push_back(std::chrono::duration<double, std::milli>(steady_clock::now() - start).count());
      }
    std::ranges::sort(times);
    return times;
  }

 private:
  static std::shared_ptr<deck::Deck> read(deck::Transition transition, const Pair& pair) {
    auto deck = std::make_shared<deck::Deck>(deck::read_deck(slides)->deck);
    deck->settings.transition = transition;
    if (pair.behind != Behind::same) deck->slides[0].background.color = "#402060";
    if (pair.behind != Behind::same) deck->slides[1].background.color = "#204060";
    if (pair.behind == Behind::sliding) deck->settings.background_transition = deck::Transition::slide;
    return deck;
  }

  const PixelSize display_;
  std::shared_ptr<const deck::Deck> deck_;
  std::counting_semaphore<> finished_{0};
  std::unique_ptr<FrameStore> frames_;
  std::unique_ptr<Compositor> compositor_;
};

}  // namespace

void measure_turns() {
  constexpr PixelSize displays[] = {{1920, 1080}, {3840, 2160}};
  constexpr std::pair<const char*, deck::Transition> transitions[] = {
      {"fade", deck::Transition::fade}, {"slide", deck::Transition::slide}, {"zoom", deck::Transition::zoom}};
  constexpr Pair pairs[] = {{"text", Content::text, Behind::same},
                            {"text, other background", Content::text, Behind::fading},
                            {"full slides, other background", Content::full, Behind::fading},
                            {"full slides, backgrounds slide", Content::full, Behind::sliding}};
  for (const PixelSize display : displays)
    for (const auto& [name, transition] : transitions)
      for (const Pair& pair : pairs) {
        const auto times = Bench(display, transition, pair).frame_times_ms();
        std::printf("%d×%d: a frame of %-6s %-32s p50 %6.2f ms  max %6.2f ms  (%zu)\n", display.width,
                    display.height, name, pair.name, times[times.size() / 2], times.back(), times.size());
        std::fflush(stdout);
      }
}

}  // namespace lectern::bench
