#include "presenter/stage/compositor.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <semaphore>

namespace lectern::stage {
namespace {

constexpr PixelSize display{64, 36}, smaller{32, 18};
constexpr std::uint32_t background = 0xff111111;

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

  static Pixmap painted(const FrameKey& key) {
    const bool is_slide = key.subject == FrameKey::Subject::slide;
    Pixmap pixmap(is_slide ? key.display : PixelSize{12 * 2, 4});
    std::ranges::fill(pixmap.pixels, is_slide ? color(key.slide_index) : 0xffffffffu);
    return pixmap;
  }

  std::counting_semaphore<> finished_{0};
  FrameStore store_{[] { return Result<Paint>(painted); }, 1, 1 << 20};
  Compositor compositor_{store_, background};
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

}  // namespace
}  // namespace lectern::stage
