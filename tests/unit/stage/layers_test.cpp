#include "presenter/stage/layers.h"

#include <gtest/gtest.h>

#include "presenter/stage/turn_motion.h"
#include "tests/unit/stage/test_deck.h"

namespace lectern::stage {
namespace {

constexpr PixelSize wide{64, 36};

TEST(Layers, SlidesInARowWithEqualBackgroundsShareOne) {
  const auto deck = colored_deck(4);
  deck->slides[2].background = deck->slides[1].background;
  EXPECT_EQ(background_of(*deck, 2, wide), background_of(*deck, 1, wide));
  EXPECT_NE(background_of(*deck, 1, wide), background_of(*deck, 0, wide));
  EXPECT_NE(background_of(*deck, 3, wide), background_of(*deck, 2, wide));
}

TEST(Layers, SlidesWhosePicturesAreVeiledForTheirOwnTextShareNone) {
  const auto deck = colored_deck(3, deck::Transition::slide);
  deck->slides[1].background = deck->slides[0].background;
  deck->settings.is_legible = true;
  EXPECT_EQ(background_of(*deck, 1, wide), background_of(*deck, 0, wide)) << "there is no picture";
  for (deck::Slide& slide : deck->slides) slide.background = {.images = {"a.png"}};
  EXPECT_NE(background_of(*deck, 1, wide), background_of(*deck, 0, wide));
  EXPECT_LT(TurnMotion(*deck, 0, 1).at(Duration(1)).backgrounds.entering.opacity, full);
}

TEST(Layers, SlidesWithNumbersShareNoBackground) {
  const auto deck = colored_deck(2);
  deck->slides[1].background = deck->slides[0].background;
  deck->settings.slide_number = deck::SlideNumber::number;
  EXPECT_NE(background_of(*deck, 1, wide), background_of(*deck, 0, wide));
}

TEST(Layers, AreHalfTheSizeOfALargeDisplay) {
  EXPECT_EQ(layer_size({1920, 1200}), (PixelSize{1920, 1200}));
  EXPECT_EQ(layer_size({3840, 2160}), (PixelSize{1920, 1080}));
  EXPECT_EQ(layer_size({3001, 2001}), (PixelSize{1501, 1001}));
  for (const PixelSize display : {PixelSize{3001, 2001}, PixelSize{1920, 1080}})
    EXPECT_EQ(background_layer(Pixmap(display), display).size, layer_size(display));
}

TEST(Layers, ATurnWishesForBothSlidesTheOneToComeFirst) {
  const auto deck = colored_deck(3, deck::Transition::slide);
  std::vector<FrameKey> wishes;
  wish_for_turn(wishes, *deck, {1, 2}, 2, wide);
  EXPECT_EQ(wishes, (std::vector{background_of(*deck, 2, wide), content_of(2, wide),
                                 background_of(*deck, 1, wide), content_of({1, 2}, wide)}));
  wish_for_turn(wishes, *deck, {1, 2}, 0, wide);
  EXPECT_EQ(wishes.size(), 6u) << "nothing is wished for twice";
}

TEST(Layers, AStepWishesForWhatArrivesAndForTheRestWhereThatChanges) {
  const auto deck = colored_deck(1, deck::Transition::slide);
  deck->slides[0].fragments = {{deck::Effect::fade_up, 1}, {deck::Effect::fade_left, 1}};
  std::vector<FrameKey> on, back;
  wish_for_turn(on, *deck, {0, 0}, {0, 1}, wide);
  wish_for_turn(back, *deck, {0, 1}, {0, 0}, wide);
  EXPECT_EQ(on, back);
  ASSERT_EQ(on.size(), 3u);
  EXPECT_EQ(on[0], frame_of({0, 0}, wide)) << "which is there anyway";
  EXPECT_EQ(on[1].effect, deck::Effect::fade_up);
  EXPECT_EQ(on[2].effect, deck::Effect::fade_left);
  deck->slides[0].fragments.push_back({deck::Effect::grow, 1});
  EXPECT_EQ(resting_of(*deck, {0, 1}, wide), (FrameKey{FrameKey::Subject::resting, 0, wide, 1}));
}

TEST(Layers, AStepACrossFadeAndACutTakeNone) {
  std::vector<FrameKey> wishes;
  wish_for_turn(wishes, *colored_deck(2, deck::Transition::slide), {0, 0}, {0, 1}, wide);
  wish_for_turn(wishes, *colored_deck(2, deck::Transition::fade), 0, 1, wide);
  wish_for_turn(wishes, *colored_deck(2, deck::Transition::none), 0, 1, wide);
  EXPECT_TRUE(wishes.empty());
}

TEST(CutOut, KeepsTheMiddleWhereItIs) {
  Pixmap content({9, 7});
  content.row(2)[3] = 0xff0000ff;
  content.row(3)[4] = 0xffffffff;
  const Pixmap cut = cut_out(content);
  EXPECT_EQ(cut.size, (PixelSize{3, 3}));
  EXPECT_EQ(cut.row(0)[0], 0xff0000ff);
  EXPECT_EQ(cut.row(1)[1], 0xffffffff);
}

TEST(CutOut, LeavesWhatReachesAnEdge) {
  Pixmap content({8, 6});
  content.row(0)[0] = content.row(5)[0] = 1;
  EXPECT_EQ(cut_out(content).pixels, content.pixels);
}

TEST(CutOut, IsUndoneOnItsGround) {
  constexpr std::uint32_t ground = 0xff112233;
  for (const PixelSize size : {PixelSize{9, 7}, {8, 6}, {9, 6}}) {
    Pixmap whole(size);
    std::ranges::fill(whole.pixels, ground);
    whole.row(2)[3] = 0xffffffff;
    const Pixmap cut = cut_out(whole, ground);
    EXPECT_LT(cut.pixels.size(), whole.pixels.size());
    EXPECT_EQ(on_ground(cut, ground, size).pixels, whole.pixels);
  }
}

TEST(CutOut, OfNothingIsNextToNothing) {
  EXPECT_EQ(cut_out(Pixmap({8, 7})).size, (PixelSize{2, 1}));
}

TEST(Layers, TheMiddleOfTheirInkIsToldFromTheirOwn) {
  Pixmap layer({11, 7});
  EXPECT_EQ(middle_of_ink(layer).right, 0) << "there is none";
  layer.row(5)[2] = layer.row(6)[4] = 0xffffffffu;
  EXPECT_EQ(middle_of_ink(layer).right, -2);
  EXPECT_EQ(middle_of_ink(layer).down, 2.5);
}

}  // namespace
}  // namespace lectern::stage
