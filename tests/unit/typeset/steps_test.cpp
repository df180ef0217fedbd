// What of a slide's ink is there at which step.
#include <algorithm>

#include "tests/unit/typeset/slides.h"

namespace lectern::typeset {
namespace {

class StepsTest : public TypesetterTest {
 protected:
  static deck::TextRun run(std::string words, int fragment) {
    deck::TextRun made;
    made.text = std::move(words);
    made.fragment = fragment;
    return made;
  }

  /// A paragraph whose middle is a fragment.
  static deck::Slide middle(deck::Effect effect, const std::string& words = "mmmm") {
    deck::Slide made = slide({{deck::Paragraph{{run("left ", 0), run(words, 1), run(" right", 0)}}}});
    made.fragments = {{effect, 1}};
    made.step_count = 1;
    return made;
  }

  Pixmap draw(const deck::Slide& content, int step) {
    Pixmap pixmap(design_size);
    const Layout layout = typesetter_.layout(content, without_margin(), night(), design_size, {});
    typesetter_.draw(layout, night(), pixmap, step);
    return pixmap;
  }

  template <class Is>
  static auto count(const Pixmap& pixmap, Is is) {
    return std::ranges::count_if(pixmap.pixels, is);
  }
  static auto ink(const Pixmap& pixmap) {
    return count(pixmap, [](std::uint32_t pixel) { return pixel >> 24 != 0; });
  }
  static auto reddish(const Pixmap& pixmap) {
    return count(pixmap, [](std::uint32_t p) { return (p >> 16 & 255) > (p >> 8 & 255) + 100; });
  }
};

TEST_F(StepsTest, WhatHasNotComeLeavesItsRoomEmpty) {
  const deck::Slide slide = middle(deck::Effect::fade_in);
  const Pixmap before = draw(slide, 0), after = draw(slide, 1);
  ASSERT_LT(ink(before), ink(after));
  for (std::size_t i = 0; i < before.pixels.size(); ++i)
    ASSERT_TRUE(before.pixels[i] == 0 || before.pixels[i] == after.pixels[i]) << "nothing else moves";
}

TEST_F(StepsTest, EmojiAndMarkersAreHiddenToo) {
  deck::Slide slide = middle(deck::Effect::fade_in, "🎉");
  auto& middle_run = std::get<deck::TextRun>(std::get<deck::Paragraph>(slide.content[0].content).content[1]);
  middle_run.mark = true;
  middle_run.underline = true;
  const auto is_coloured = [](std::uint32_t p) { return (p >> 16 & 255) > (p & 255) + 50; };
  EXPECT_EQ(count(draw(slide, 0), is_coloured), 0);
  EXPECT_GT(count(draw(slide, 1), is_coloured), 0);
}

TEST_F(StepsTest, EffectsHappenAtTheirStep) {
  using enum deck::Effect;
  const auto plain = ink(draw(middle(fade_in), 1));
  EXPECT_EQ(ink(draw(middle(fade_out), 0)), plain);
  EXPECT_EQ(ink(draw(middle(fade_out), 1)), ink(draw(middle(fade_in), 0)));
  EXPECT_EQ(reddish(draw(middle(highlight_red), 0)), 0);
  EXPECT_GT(reddish(draw(middle(highlight_red), 1)), 0);
  EXPECT_GT(ink(draw(middle(grow), 1)), plain);
  EXPECT_LT(ink(draw(middle(shrink), 1)), plain);
  EXPECT_GT(ink(draw(middle(strike), 1)), plain);
  EXPECT_NE(draw(middle(semi_fade_out), 1).pixels, draw(middle(semi_fade_out), 0).pixels);
}

TEST_F(StepsTest, SomeEffectsAreOver) {
  using enum deck::Effect;
  for (const auto effect : {fade_in_then_out, fade_in_then_semi_out, highlight_current_red}) {
    deck::Slide slide = middle(effect);
    slide.step_count = 2;
    EXPECT_NE(draw(slide, 1).pixels, draw(slide, 0).pixels);
    EXPECT_NE(draw(slide, 2).pixels, draw(slide, 1).pixels);
  }
}

TEST_F(StepsTest, WhatIsInsideAnotherFragmentIsThereOnceBothAre) {
  deck::Slide slide = middle(deck::Effect::fade_in);
  slide.step_count = 2;
  const auto nothing = ink(draw(slide, 0)), all = ink(draw(slide, 1));
  slide.fragments = {{deck::Effect::fade_in, 1, 2}, {deck::Effect::fade_in, 2}};
  EXPECT_EQ(ink(draw(slide, 1)), nothing);
  EXPECT_EQ(ink(draw(slide, 2)), all);
  slide.fragments = {{deck::Effect::fade_in, 2, 2}, {deck::Effect::fade_out, 1}};
  EXPECT_EQ(ink(draw(slide, 0)), nothing);
  EXPECT_EQ(ink(draw(slide, 2)), nothing);
}

TEST_F(StepsTest, BlocksItemsAndWhatIsInThemAreHiddenTogether) {
  deck::List list;
  list.items.push_back({{{deck::Plain{{run("a", 0)}}}}, deck::Task::none, 1});
  list.items.push_back({{{deck::Plain{{run("b", 3)}}}}, deck::Task::none, 2});
  deck::Slide slide = typeset::slide({{list}});
  slide.fragments = {{deck::Effect::fade_in, 1}, {deck::Effect::fade_in, 2}, {deck::Effect::fade_in, 3}};
  slide.step_count = 3;
  EXPECT_EQ(ink(draw(slide, 0)), 0) << "bullets too";
  EXPECT_LT(ink(draw(slide, 1)), ink(draw(slide, 2)));
  EXPECT_LT(ink(draw(slide, 2)), ink(draw(slide, 3)));
  EXPECT_EQ(draw(slide, all_steps).pixels, draw(slide, 3).pixels);
}

}  // namespace
}  // namespace lectern::typeset
