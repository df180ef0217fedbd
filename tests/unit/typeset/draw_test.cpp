#include <algorithm>
#include <thread>

#include "tests/unit/typeset/slides.h"

namespace lectern::typeset {
namespace {

using DrawTest = TypesetterTest;

int alpha(std::uint32_t pixel) {
  return static_cast<int>(pixel >> 24);
}
int red(std::uint32_t pixel) {
  return static_cast<int>(pixel >> 16 & 255);
}
int green(std::uint32_t pixel) {
  return static_cast<int>(pixel >> 8 & 255);
}
int blue(std::uint32_t pixel) {
  return static_cast<int>(pixel & 255);
}

/// Neither black, white nor grey.
bool is_coloured(std::uint32_t pixel) {
  const auto [low, high] = std::minmax({red(pixel), green(pixel), blue(pixel)});
  return high - low > 30;
}

template <class Is>
auto count(const Pixmap& pixmap, Is is) {
  return std::count_if(pixmap.pixels.begin(), pixmap.pixels.end(), is);
}

bool is_ink(std::uint32_t pixel) {
  return alpha(pixel) > 0;
}

/// Pixels with ink that no box of `boxes` is around.
int ink_outside(const Pixmap& pixmap, const std::vector<Box>& boxes) {
  int outside = 0;
  for (int y = 0; y < pixmap.size.height; ++y) {
    for (int x = 0; x < pixmap.size.width; ++x) {
      const bool is_inside = std::any_of(boxes.begin(), boxes.end(), [&](const Box& box) {
        return x >= box.x - 1 && x <= box.x + box.width && y >= box.y - 1 && y <= box.y + box.height;
      });
      outside += !is_inside && is_ink(pixmap.row(y)[x]);
    }
  }
  return outside;
}

TEST_F(DrawTest, TextIsDrawnInItsBoxAndNowhereElse) {
  const deck::Slide one =
      slide({heading(2, "Performance"), paragraph("Thank you for inviting me to the committee")});
  const Pixmap drawn = draw(one);
  EXPECT_GT(count(drawn, is_ink), 5000);
  EXPECT_EQ(ink_outside(drawn, boxes(one)), 0);
}

TEST_F(DrawTest, DigitsAreOfTheTextFont) {
  Theme plain = night();
  plain.heading_family = "Montserrat";
  plain.text_family = "Open Sans";
  const deck::Slide one = slide({heading(1, "0123456789"), paragraph("0123456789")});
  Pixmap expected(design_size);
  typesetter_.draw(typesetter_.layout(one, without_margin(), plain, design_size, {}), plain, expected);
  EXPECT_EQ(draw(one).pixels, expected.pixels);
}

TEST_F(DrawTest, EmojiAreColoured) {
  EXPECT_EQ(count(draw(slide({heading(1, "12")})), is_coloured), 0);
  EXPECT_GT(count(draw(slide({heading(1, "12 ✅")})), is_coloured), 1000);
}

TEST_F(DrawTest, LinksHaveTheirColour) {
  deck::Inlines content = text("here");
  std::get<deck::TextRun>(content[0]).href = "https://example.org/";
  EXPECT_GT(count(draw(slide({{deck::Paragraph{content}}})), is_coloured), 100);
}

TEST_F(DrawTest, APictureFillsItsBox) {
  Pixmap pixels({2, 2});
  std::fill(pixels.pixels.begin(), pixels.pixels.end(), 0xff2040c0);
  const Picture blue_picture{400, 200, std::make_shared<const Pixmap>(pixels)};
  const Pixmap drawn =
      draw(slide({picture("blue.png", "")}), [&](std::string_view) { return &blue_picture; });
  EXPECT_EQ(count(drawn, [](std::uint32_t pixel) { return pixel == 0xff2040c0; }), 400 * 200);
}

TEST_F(DrawTest, APlaceHolderIsFaint) {
  const Pixmap drawn = draw(slide({picture("nowhere.jpg", "Two planters")}));
  EXPECT_GT(count(drawn, is_ink), 1000);
  EXPECT_EQ(count(drawn, [](std::uint32_t pixel) { return alpha(pixel) > 128; }), 0);
}

TEST_F(DrawTest, OverlayDigitsAreAllOfOneWidth) {
  const auto width = [&](const char* words) {
    return typesetter_.line(words, "Montserrat", 100, {1, 1, 1, 1}, true).size.width;
  };
  EXPECT_EQ(width("11:11"), width("00:00"));
}

TEST_F(DrawTest, AnOverlayLineIsItsColourOnNothing) {
  const Pixmap line = typesetter_.line("7", "Open Sans", 80, {1, 0, 0, 1}, true);
  EXPECT_GT(count(line, [](std::uint32_t pixel) { return pixel == 0xffff0000; }), 100);
  EXPECT_EQ(line.row(0)[0], 0u);
  EXPECT_EQ(count(line, [](std::uint32_t pixel) { return green(pixel) + blue(pixel) > 0; }), 0);
  EXPECT_GE(typesetter_.line("", "Open Sans", 80, {}, true).size.width, 1);
}

TEST_F(DrawTest, AnOverlayLineThatIsTooWideIsCutWhereverItsScriptBegins) {
  const auto line = [&](const char* words, int max_width) {
    return typesetter_.line(words, "Open Sans", 40, {1, 1, 1, 1}, false, max_width);
  };
  for (const char* words : {"Annual report of the council", "مجلس المدينة: تقرير سنوي طويل جدا"}) {
    const Pixmap whole = line(words, 0), cut = line(words, 200);
    EXPECT_GT(whole.size.width, 400);
    EXPECT_LE(cut.size.width, 200);
    EXPECT_GT(count(cut, [](std::uint32_t pixel) { return alpha(pixel) > 200; }), 500);
    EXPECT_EQ(line(words, 4000).pixels, whole.pixels);
  }
}

TEST_F(DrawTest, TypesettersOnTwoThreadsDrawTheSame) {
  const deck::Slide one = slide({heading(2, "Status ✅"), {table({{"Item", "Mood"}, {"row 🚀", "🤔"}})}});
  const auto work = [&](Pixmap& result) {
    for (int i = 0; i < 20; ++i) {
      Typesetter own = *Typesetter::create(LECTERN_FONT_DIR);
      result = Pixmap(design_size);
      own.draw(own.layout(one, without_margin(), night(), design_size, {}), night(), result);
    }
  };
  Pixmap first, second;
  std::thread other(work, std::ref(first));
  work(second);
  other.join();
  EXPECT_GT(count(first, is_coloured), 100);
  EXPECT_EQ(first.pixels, second.pixels);
}

}  // namespace
}  // namespace lectern::typeset
