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

  /// A paragraph that is a fragment as a whole.
  static deck::Slide whole(deck::Effect effect, deck::Align align = deck::Align::center) {
    deck::Slide made = slide({paragraph("mmmm")});
    made.content[0].align = align;
    made.content[0].fragment = 1;
    made.fragments = {{effect, 1}};
    made.step_count = 1;
    return made;
  }

  Pixmap draw(const deck::Slide& content, int step, const Excerpt& excerpt = {}) {
    Pixmap pixmap(design_size);
    const Layout layout = typesetter_.layout(content, without_margin(), night(), design_size, {});
    typesetter_.draw(layout, night(), pixmap, step, excerpt);
    return pixmap;
  }

  template <class Is>
  static auto count(const Pixmap& pixmap, Is is) {
    return std::ranges::count_if(pixmap.pixels, is);
  }
  static auto ink(const Pixmap& pixmap) {
    return count(pixmap, [](std::uint32_t pixel) { return pixel >> 24 != 0; });
  }
  /// The first column that is not empty.
  static int left_of(const Pixmap& pixmap) {
    int left = pixmap.size.width;
    for (int y = 0; y < pixmap.size.height; ++y)
      for (int x = 0; x < left; ++x)
        if (pixmap.row(y)[x] != 0) left = x;
    return left;
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
  EXPECT_GT(ink(draw(whole(grow), 1)), ink(draw(whole(grow), 0)));
  EXPECT_LT(ink(draw(whole(shrink), 1)), ink(draw(whole(shrink), 0)));
  EXPECT_GT(ink(draw(middle(strike), 1)), plain);
  EXPECT_NE(draw(middle(semi_fade_out), 1).pixels, draw(middle(semi_fade_out), 0).pixels);
}

TEST_F(StepsTest, ABlockShrinksAboutTheMiddleOfItsBoxNotOfItsWords) {
  constexpr double centre = 960 / 2.0;
  const deck::Slide slide = whole(deck::Effect::shrink, deck::Align::left);
  const int before = left_of(draw(slide, 0)), after = left_of(draw(slide, 1));
  EXPECT_NEAR(after, centre - 0.7 * (centre - before), 1.5);
}

TEST_F(StepsTest, TheTextOfALineDoesNotGrow) {
  const deck::Slide slide = middle(deck::Effect::grow);
  EXPECT_EQ(draw(slide, 1).pixels, draw(slide, 0).pixels);
}

TEST_F(StepsTest, ALinkThatIsAFragmentTakesItsColourOneInsideKeepsItsOwn) {
  const auto links = [](const Pixmap& drawn) {  // #e7ad52
    return count(drawn, [](std::uint32_t p) { return (p >> 16 & 255) > (p & 255) + 80; });
  };
  deck::Slide slide = middle(deck::Effect::highlight_blue);
  auto& runs = std::get<deck::Paragraph>(slide.content[0].content).content;
  std::get<deck::TextRun>(runs[1]).href = "https://example.org";
  EXPECT_GT(links(draw(slide, 0)), 0);
  EXPECT_EQ(links(draw(slide, 1)), 0);
  std::get<deck::TextRun>(runs[0]).fragment = 1;
  EXPECT_GT(links(draw(slide, 1)), 0);
}

TEST_F(StepsTest, ACellGrowsAsAWhole) {
  deck::Slide slide = typeset::slide({{table({{"a", "b"}, {"mm", "mm"}})}});
  for (auto& part : std::get<deck::Table>(slide.content[0].content).body[0][1])
    std::get<deck::TextRun>(part).fragment = 1;
  slide.fragments = {{deck::Effect::grow, 1}};
  slide.step_count = 1;
  EXPECT_GT(ink(draw(slide, 1)), ink(draw(slide, 0)));
}

TEST_F(StepsTest, WhatArrivesIsDrawnApartFromWhatRests) {
  using enum deck::Effect;
  deck::List list;
  for (int fragment = 0; fragment < 4; ++fragment)
    list.items.push_back({{{deck::Plain{{run("mm", 0)}}}}, deck::Task::none, fragment});
  deck::Slide slide = typeset::slide({{list}});
  slide.fragments = {{fade_up, 1}, {fade_left, 2}, {fade_up, 2}};
  slide.step_count = 2;
  const auto arriving = [](deck::Effect effect) { return Excerpt{Excerpt::Of::arriving, effect}; };
  const auto one = ink(draw(slide, 0));
  EXPECT_EQ(draw(slide, 2, {Excerpt::Of::resting}).pixels, draw(slide, 1).pixels);
  EXPECT_EQ(ink(draw(slide, 2, arriving(fade_up))), one) << "not what came at the step before";
  EXPECT_EQ(ink(draw(slide, 2, arriving(fade_left))), one);
  EXPECT_EQ(ink(draw(slide, 2, arriving(fade_right))), 0);
}

TEST_F(StepsTest, WhatOnlyCssWouldChangeIsThereAllAlong) {
  const deck::Slide slide = whole(deck::Effect::custom);
  EXPECT_GT(ink(draw(slide, 0)), 0);
  EXPECT_EQ(draw(slide, 0).pixels, draw(slide, 1).pixels);
}

TEST_F(StepsTest, WhatZoomsInIsThereFromItsStepOn) {
  const deck::Slide slide = whole(deck::Effect::zoom_in);
  EXPECT_EQ(ink(draw(slide, 0)), 0);
  EXPECT_EQ(draw(slide, 1).pixels, draw(whole(deck::Effect::fade_in), 1).pixels);
}

TEST_F(StepsTest, TheTextOfALineRestsWhereItComes) {
  const deck::Slide slide = middle(deck::Effect::fade_up);
  EXPECT_EQ(draw(slide, 1, {Excerpt::Of::resting}).pixels, draw(slide, 1).pixels);
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
