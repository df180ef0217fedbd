#include "presenter/stage/veil.h"

#include <gtest/gtest.h>

#include "common/typeset/contrast.h"
#include "presenter/stage/blend.h"

namespace lectern::stage {
namespace {

using typeset::Letters;
using typeset::rgb;

constexpr PixelSize size{64, 36};
constexpr typeset::Color veil_color = rgb(0x000000);

Pixmap filled(std::uint32_t color) {
  Pixmap pixmap(size);
  fill(canvas_of(pixmap), color);
  return pixmap;
}

Letters letters(unsigned color, double font_pixels = 16) {
  Letters all;
  all.text = "text";
  all.width = size.width;
  all.height = size.height;
  all.font_pixels = font_pixels;
  all.color = rgb(color);
  return all;
}

double veil(const Pixmap& background, const std::vector<Letters>& all) {
  return veil_needed(background, 1, {all, 1, [](Pixmap&) {}}, veil_color);
}

double contrast_under(double opacity, Pixmap background, const Letters& all) {
  draw_veil(background, veil_color, opacity);
  return *typeset::contrast_on(background, 1, all);
}

TEST(Veil, IsNoneWhereTextCanBeRead) {
  EXPECT_EQ(veil(filled(0xff202020), {letters(0xeeeeee)}), 0);
}

TEST(Veil, IsJustAsThickAsTheTextNeeds) {
  const Letters white = letters(0xffffff);
  const double opacity = veil(filled(0xffb0c0d0), {white});
  EXPECT_GE(contrast_under(opacity, filled(0xffb0c0d0), white), 4.5);
  EXPECT_LT(contrast_under(opacity - 0.05, filled(0xffb0c0d0), white), 4.5);
}

TEST(Veil, IsThinnerForLargeLetters) {
  EXPECT_LT(veil(filled(0xffb0c0d0), {letters(0xffffff, 40)}), veil(filled(0xffb0c0d0), {letters(0xffffff)}));
}

TEST(Veil, IsForTheTextThatNeedsMost) {
  EXPECT_EQ(veil(filled(0xffb0c0d0), {letters(0xffffff), letters(0x909090)}),
            veil(filled(0xffb0c0d0), {letters(0x909090)}));
}

TEST(Veil, LeavesOutTextThatItCannotHelpAndLettersWithColoursOfTheirOwn) {
  Letters emoji = letters(0xffffff);
  emoji.is_colorful = true;
  EXPECT_EQ(veil(filled(0xffb0c0d0), {letters(0x222222), letters(0x606060), emoji}), 0);
}

TEST(Veil, KnowsWhatElseStandsBehindText) {
  const std::vector<Letters> all = {letters(0xffffff)};
  const auto dark_ground = [](Pixmap& ground) { fill(canvas_of(ground), 0xff383838); };
  EXPECT_EQ(veil_needed(filled(0xffb0c0d0), 1, {all, 1, dark_ground}, veil_color), 0);
}

TEST(Veil, FullyDrawnIsItsColour) {
  Pixmap frame = filled(0xffb0c0d0);
  draw_veil(frame, rgb(0x123456), 1);
  EXPECT_EQ(frame.pixels, filled(0xff123456).pixels);
  draw_veil(frame, veil_color, 0);
  EXPECT_EQ(frame.pixels, filled(0xff123456).pixels);
}

}  // namespace
}  // namespace lectern::stage
