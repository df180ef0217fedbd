#include "presenter/stage/compositor.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <semaphore>

#include "presenter/stage/holding_slides.h"
#include "presenter/stage/layers.h"
#include "tests/unit/stage/test_deck.h"

namespace lectern::stage {
namespace {

constexpr PixelSize display{64, 36}, smaller{32, 18};
constexpr PixelSize whole_cut{800, 450};  ///< on which nothing can be cut out of a holding slide
constexpr std::uint32_t background = 0xff111111, white = 0xffffffff, draft = 0xff777777;

std::uint32_t color(std::size_t slide_index) {
  return 0xff000000u | static_cast<std::uint32_t>(slide_index + 1) * 0x20;
}

/// A compositor over a store that paints each slide in its colour(), when the test asks for it.
class Composed : public testing::Test {
 protected:
  Composed() {
    store_.on_finished([this] { finished_.release(); });
  }

  void paint(const FrameKey& key) {
    store_.want({key});
    finished_.acquire();
  }
  void paint_layers(std::size_t index, PixelSize size = display) {
    paint(background_of(*deck_, index, size));
    paint(content_of(index, size));
  }
  void paint_slide(std::size_t index, PixelSize size = display) {
    paint({FrameKey::Subject::slide, index, size});
  }

  /// The frame's only colour; 0 where it has several.
  std::uint32_t draw(const Scene& scene, PixelSize size = display) {
    frame_ = Pixmap(size);
    compositor_.draw(scene, canvas_of(frame_));
    const auto is_first = [&](std::uint32_t pixel) { return pixel == frame_.pixels.front(); };
    return std::ranges::all_of(frame_.pixels, is_first) ? frame_.pixels.front() : 0;
  }

  /// Contents are white and a fourth of the display's width and height.
  static Pixmap painted(const FrameKey& key) {
    switch (key.subject) {
      case FrameKey::Subject::draft:
        return plain(key.display, draft);
      case FrameKey::Subject::slide:
        return plain(key.display, color(key.slide_index));
      case FrameKey::Subject::background:
        return plain(layer_size(key.display), color(key.slide_index));
      case FrameKey::Subject::resting:
        return plain(key.display, color(key.slide_index + static_cast<std::size_t>(key.step)));
      case FrameKey::Subject::arriving:
        if (key.effect == deck::Effect::zoom_in) return in_the_corner(key.display);
        [[fallthrough]];
      case FrameKey::Subject::content:
        return plain({layer_size(key.display).width / 4, layer_size(key.display).height / 4}, white);
      case FrameKey::Subject::holding:
        if (key.display == whole_cut) return plain(key.display, white);
        return plain({key.display.width / 4, key.display.height / 4}, white);
      case FrameKey::Subject::timer_digits:
        break;
    }
    return plain({12 * 2, 4}, white);
  }

  static Pixmap plain(PixelSize size, std::uint32_t pixel) {
    Pixmap pixmap(size);
    std::ranges::fill(pixmap.pixels, pixel);
    return pixmap;
  }

  /// White is a fourth of the display's width and height, on the left above.
  static Pixmap in_the_corner(PixelSize size) {
    Pixmap pixmap(size);
    for (int y = 0; y < size.height / 4; ++y) std::fill_n(pixmap.row(y), size.width / 4, white);
    return pixmap;
  }

  /// How many pixels are white, and whether the one at (x, y) is.
  std::ptrdiff_t white_count() const { return std::ranges::count(frame_.pixels, white); }
  bool is_white(int x, int y) const { return frame_.row(y)[x] == white; }

  static Result<Paint> make_paint() { return Paint(painted); }

  std::counting_semaphore<> finished_{0};
  FrameStore store_{make_paint, 1, make_paint, 1 << 26};
  const std::shared_ptr<deck::Deck> deck_ = colored_deck(5);
  Compositor compositor_{deck_, store_, background};
  Pixmap frame_;
};

Scene of(std::size_t slide) {
  return {.slide = slide, .leaving = {}, .timer = {}};
}

TEST_F(Composed, WithoutASlideItIsTheThemesColour) {
  EXPECT_EQ(draw({}), background);
}

TEST_F(Composed, ASlideIsItsFrame) {
  paint_slide(2);
  EXPECT_EQ(draw(of(2)), color(2));
  EXPECT_FALSE(compositor_.is_outdated());
}

TEST_F(Composed, ADraftStandsInUntilTheSlideIsPainted) {
  paint(draft_of(2, display));
  EXPECT_EQ(draw(of(2)), draft);
  EXPECT_FALSE(compositor_.is_outdated());
  paint_slide(2);
  EXPECT_TRUE(compositor_.is_outdated());
  EXPECT_EQ(draw(of(2)), color(2));
}

TEST_F(Composed, HalfWayTwoSlidesMix) {
  paint_slide(1);
  paint_slide(3);
  EXPECT_EQ(draw({.slide = 3, .leaving = 1, .blend = 128, .timer = {}}), 0xff000060u);
}

TEST_F(Composed, WithoutLightItIsBlack) {
  EXPECT_EQ(draw({.slide = {}, .leaving = {}, .light = 0, .timer = {}}), 0xff000000u);
}

TEST_F(Composed, ADisplayOfAnotherSizeShowsTheOldFrameUntilTheNewOneIsPainted) {
  paint_slide(1);
  draw(of(1));
  EXPECT_EQ(draw(of(1), smaller), color(1));
  EXPECT_FALSE(compositor_.is_outdated());
  paint_slide(1, smaller);
  EXPECT_TRUE(compositor_.is_outdated());
  EXPECT_EQ(draw(of(1), smaller), color(1));
  EXPECT_FALSE(compositor_.is_outdated());
}

Scene turn(const Placement& leaving, const Placement& entering, const Places& backgrounds = {}) {
  return {.slide = 3, .leaving = 1, .layers = Layers{backgrounds, {leaving, entering}}, .timer = {}};
}

constexpr Placement hidden{.opacity = 0};

TEST_F(Composed, ContentsMoveOverABackgroundOfTheirOwn) {
  for (const std::size_t slide : {1, 3}) paint_layers(slide);
  draw(turn({.right = -0.25}, {.right = 0.25}));
  EXPECT_EQ(white_count(), 2 * 16 * 9);
  EXPECT_TRUE(is_white(16, 18) && is_white(48, 18));
  EXPECT_EQ(frame_.row(18)[32], color(3));
  draw(turn({.down = 2}, hidden));
  EXPECT_TRUE(is_white(32, 35));
  EXPECT_FALSE(is_white(32, 30));
  draw(turn({.right = 1.1}, {.right = -2}));
  EXPECT_EQ(white_count(), 0);
}

TEST_F(Composed, ContentsGrowAboutTheMiddle) {
  for (const std::size_t slide : {1, 3}) paint_layers(slide);
  draw(turn(hidden, {.scale = 2}));
  EXPECT_EQ(white_count(), 32 * 18);
  EXPECT_TRUE(is_white(16, 9) && is_white(47, 26));
  draw(turn(hidden, {.scale = 16}));
  EXPECT_EQ(white_count(), 64 * 36);
}

TEST_F(Composed, BackgroundsMixBehindContents) {
  for (const std::size_t slide : {1, 3}) paint_layers(slide);
  EXPECT_EQ(draw(turn(hidden, hidden, {{}, {.opacity = 128}})), 0xff000060u);
}

TEST_F(Composed, TwoBackgroundsSlideSideBySide) {
  for (const std::size_t slide : {1, 3}) paint_layers(slide);
  draw(turn(hidden, hidden, {{.right = -0.25}, {.right = 0.75}}));
  EXPECT_EQ(frame_.row(18)[47], color(1));
  EXPECT_EQ(frame_.row(18)[48], color(3));
  draw(turn(hidden, hidden, {{.down = -0.5}, {.down = 0.5}}));
  EXPECT_EQ(frame_.row(17)[32], color(1));
  EXPECT_EQ(frame_.row(18)[32], color(3));
}

TEST_F(Composed, ABackgroundThatMovesIsOverTheOneThatRests) {
  for (const std::size_t slide : {1, 3}) paint_layers(slide);
  draw(turn(hidden, hidden, {{.right = 0.5}, {}}));
  EXPECT_EQ(frame_.row(18)[31], color(3));
  EXPECT_EQ(frame_.row(18)[32], color(1));
  draw(turn(hidden, hidden, {{}, {.right = 0.5}}));
  EXPECT_EQ(frame_.row(18)[31], color(1));
  EXPECT_EQ(frame_.row(18)[32], color(3));
}

TEST_F(Composed, BehindTwoBackgroundsThatZoomIsTheThemesColour) {
  for (const std::size_t slide : {1, 3}) paint_layers(slide);
  draw(turn(hidden, hidden, {{.scale = 2, .opacity = 0}, {.scale = 0.5}}));
  EXPECT_EQ(frame_.row(0)[0], background);
  EXPECT_EQ(frame_.row(18)[32], color(3));
}

TEST_F(Composed, OnALargeDisplayATurnIsComposedAtHalfItsSize) {
  constexpr PixelSize large{2560, 1440};
  for (const std::size_t slide : {1, 3}) paint_layers(slide, large);
  EXPECT_EQ(store_.find(background_of(*deck_, 1, large))->size, (PixelSize{1280, 720}));
  draw(turn(hidden, {}), large);
  EXPECT_NEAR(static_cast<double>(white_count()), 640 * 360, 2 * (640 + 360)) << "but for its edges";
  EXPECT_TRUE(is_white(965, 545) && is_white(1595, 895));
  EXPECT_EQ(frame_.row(530)[950], color(3));
}

TEST_F(Composed, ATurnKeepsItsLayersThoughNobodyWantsThemAnyMore) {
  for (const std::size_t slide : {1, 3}) paint_layers(slide);
  draw(turn({.right = -0.25}, {.right = 0.25}));
  const FrameKey large = frame_of(0, {4096, 4096});  // takes all the room
  paint(large);
  ASSERT_FALSE(store_.find(content_of(1, display)));
  draw(turn({.right = -0.25}, {.right = 0.25}));
  EXPECT_EQ(white_count(), 2 * 16 * 9);
}

TEST_F(Composed, ATurnLosesItsLightAsAWhole) {
  for (const std::size_t slide : {1, 3}) paint_layers(slide);
  Scene scene = turn(hidden, {});
  scene.light = 128;
  draw(scene);
  EXPECT_EQ(frame_.row(18)[32], 0xff7f7f7fu);
  EXPECT_EQ(frame_.row(0)[0], 0xff000040u);
}

TEST_F(Composed, ATurnWithoutItsLayersIsACrossFade) {
  paint_layers(1);
  paint_slide(1);
  paint_slide(3);
  Scene scene = turn({}, {});
  scene.blend = 128;
  EXPECT_EQ(draw(scene), 0xff000060u);
}

/// A step of the first slide: something comes from below, or goes back there.
Scene step(int from, int to, int blend) {
  return {.slide = View(0, to), .leaving = View(0, from), .blend = blend, .arrives = true, .timer = {}};
}

class ComposedArrival : public Composed {
 protected:
  static constexpr int way = 8;  ///< 40 CSS pixels on so small a display

  ComposedArrival() {
    deck_->slides[0].fragments = {{deck::Effect::fade_up, 1}};
    deck_->slides[0].step_count = 1;
  }

  void paint_step() {
    std::vector<FrameKey> keys = arriving_of(*deck_, {0, 1}, display);
    keys.push_back(resting_of(*deck_, {0, 1}, display));
    keys.push_back(frame_of({0, 0}, display));
    for (const FrameKey& key : keys)
      if (!store_.find(key)) paint(key);
  }

  /// The topmost row of what comes.
  int top() const {
    int y = 0;
    while (y < display.height && frame_.row(y)[display.width / 2] == frame_.row(0)[0]) ++y;
    return y;
  }
};

TEST_F(ComposedArrival, WhatComesRisesIntoItsPlaceOverWhatRests) {
  paint_step();
  draw(step(0, 1, full));
  EXPECT_EQ(white_count(), 16 * 9);
  const int place = top();
  EXPECT_EQ(frame_.row(0)[0], color(0));
  draw(step(0, 1, full / 2));
  EXPECT_EQ(top(), place + way / 2);
  EXPECT_EQ(white_count(), 0) << "half there";
  draw(step(0, 1, full / 4));
  EXPECT_EQ(top(), place + way * 3 / 4);
}

TEST_F(ComposedArrival, GoingBackItSinksAsItRose) {
  paint_step();
  draw(step(0, 1, full / 4));
  const auto rising = frame_.pixels;
  draw(step(1, 0, full * 3 / 4));
  EXPECT_EQ(frame_.pixels, rising);
}

TEST_F(ComposedArrival, WhatChangesBesideItCrossFadesInItsPlace) {
  deck_->slides[0].fragments.push_back({deck::Effect::highlight_red, 1});
  paint_step();
  draw(step(0, 1, full / 2));
  EXPECT_EQ(frame_.row(0)[0], 0xff000030u) << "half of each";
  EXPECT_LT(top(), display.height);
}

TEST_F(ComposedArrival, WhatZoomsInGrowsAboutItsOwnMiddle) {
  deck_->slides[0].fragments = {{deck::Effect::zoom_in, 1}};
  paint_step();
  draw(step(0, 1, full));
  EXPECT_EQ(white_count(), 16 * 9);
  EXPECT_TRUE(is_white(0, 0));
  draw(step(0, 1, full / 2));
  const auto is_drawn_on = [&](int x, int y) { return frame_.row(y)[x] != color(0); };
  EXPECT_TRUE(is_drawn_on(5, 4) && is_drawn_on(8, 4) && is_drawn_on(11, 4)) << "0.55 times as large";
  EXPECT_FALSE(is_drawn_on(2, 4) || is_drawn_on(14, 4) || is_drawn_on(8, 0) || is_drawn_on(8, 8));
}

TEST_F(ComposedArrival, OnALargeDisplayWhatComesIsAsLargeAsItsPlace) {
  constexpr PixelSize large{2560, 1440};
  for (const FrameKey& key : {frame_of({0, 0}, large), arriving_of(*deck_, {0, 1}, large)[0]}) paint(key);
  draw(step(0, 1, full), large);
  EXPECT_EQ(white_count(), 640 * 360);
}

TEST_F(ComposedArrival, WithoutItsLayersAStepIsACrossFade) {
  paint(frame_of({0, 0}, display));
  paint(frame_of({0, 1}, display));
  EXPECT_EQ(draw(step(0, 1, full / 2)), color(0));
}

TEST_F(Composed, TheTimerIsThereAsSoonAsItsDigitsAre) {
  paint_slide(1);
  Scene scene = of(1);
  scene.timer = TimerFace{"0:59", false, false};
  EXPECT_EQ(draw(scene), color(1));
  paint({FrameKey::Subject::timer_digits, 0, display});
  EXPECT_TRUE(compositor_.is_outdated());
  EXPECT_EQ(draw(scene), 0u) << "a plate in the corner";
  EXPECT_EQ(frame_.row(display.height - 1)[0], color(1));
  EXPECT_TRUE(std::ranges::count(frame_.pixels, 0xffffffffu) > 0);
}

TEST_F(Composed, AHoldingSlideIsInTheMiddleOfTheThemesColour) {
  deck_->slides[4].address.h = 0;
  const auto key = [](PixelSize size) { return FrameKey{FrameKey::Subject::holding, 4, size}; };
  paint_slide(1);
  draw(of(1));
  EXPECT_EQ(draw(of(4)), background);
  paint(key(display));
  EXPECT_TRUE(compositor_.is_outdated());
  draw(of(4));
  EXPECT_FALSE(compositor_.is_outdated());
  EXPECT_EQ(white_count(), 16 * 9);
  EXPECT_TRUE(is_white(32, 18));
  EXPECT_EQ(frame_.row(0)[0], background);
  draw(of(4), smaller);
  EXPECT_EQ(white_count(), 8 * 4) << "stretched, until it is painted anew";
  paint(key(smaller));
  EXPECT_TRUE(compositor_.is_outdated());
  draw(of(4), smaller);
  EXPECT_FALSE(compositor_.is_outdated());
  EXPECT_EQ(white_count(), 8 * 4);
}

/// With the holding slide before the start as its last slide.
class ComposedInvitation : public Composed {
 protected:
  static constexpr PixelSize large{640, 360};
  static constexpr std::uint32_t black = 0xff000000;

  ComposedInvitation() {
    const auto holding = with_holding_slides(*deck_, "");
    deck_->slides[before].address =
        holding->slides[view_of(*holding, {{}, 0, session::Holding::before})->slide].address;
  }

  static Scene inviting(std::size_t slide) {
    Scene scene = of(slide);
    scene.invitation = "http://192.168.1.20:7070/#v1.a.b";
    return scene;
  }
  std::ptrdiff_t black_count() const { return std::ranges::count(frame_.pixels, black); }

  static constexpr std::size_t before = 4;
};

TEST_F(ComposedInvitation, StandsBelowWhatTheHoldingSlideSaysAndGoesWithoutATrace) {
  paint({FrameKey::Subject::holding, before, large});
  draw(of(before), large);
  const auto without = frame_.pixels;
  EXPECT_EQ(black_count(), 0);
  draw(inviting(before), large);
  EXPECT_GT(black_count(), 1000);
  const std::uint32_t* const above = frame_.row(large.height / 3);
  EXPECT_EQ(std::count(above, above + large.width, black), 0);
  draw(of(before), large);
  EXPECT_EQ(frame_.pixels, without);
}

TEST_F(ComposedInvitation, OnAGroundThatIsNoPlainColourItIsThereOnceTheLayersAre) {
  paint({FrameKey::Subject::holding, before, whole_cut});
  draw(inviting(before), whole_cut);
  EXPECT_EQ(black_count(), 0);
  paint_layers(before, whole_cut);
  EXPECT_TRUE(compositor_.is_outdated());
  draw(inviting(before), whole_cut);
  EXPECT_FALSE(compositor_.is_outdated());
  EXPECT_GT(black_count(), 1000);
  EXPECT_EQ(frame_.row(0)[0], color(before));
}

TEST_F(ComposedInvitation, IsOnNoOtherSlide) {
  paint_slide(1, large);
  paint_layers(1, large);
  EXPECT_EQ(draw(inviting(1), large), color(1));
}

}  // namespace
}  // namespace lectern::stage
