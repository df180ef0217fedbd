#include "presenter/stage/holding_slides.h"

#include <gtest/gtest.h>

#include "common/deck/each_inline.h"
#include "tests/support/decks.h"
#include "tests/unit/stage/test_deck.h"

namespace lectern::stage {
namespace {

using session::Holding;

/// Its words, with the logo's name before them.
std::string says(const deck::Deck& deck, Holding holding) {
  const auto view = view_of(deck, {{}, 0, holding});
  if (!view) return "nothing";
  const deck::Slide& slide = deck.slides[view->slide];
  std::string logo;
  deck::for_each_part<deck::InlineImage>(slide.content,
                                         [&](const deck::InlineImage& image) { logo = image.source + ": "; });
  return logo + deck::plain_text(slide.content);
}

TEST(HoldingSlides, SayTheTitleTheDateAndWhenTheyAreUp) {
  deck::Deck deck = test::deck_of({1, 2});
  const auto shown = with_holding_slides(deck, "22 November 2026");
  EXPECT_EQ(says(*shown, Holding::before), "A test deck 22 November 2026");
  EXPECT_EQ(says(*shown, Holding::pause), "A test deck We will continue shortly 22 November 2026");
  EXPECT_EQ(says(*shown, Holding::after), "A test deck Thank you 22 November 2026");
  deck.settings.date = "Monday evening";
  EXPECT_EQ(says(*with_holding_slides(deck, "22 November 2026", "images/arms.svg"), Holding::before),
            "images/arms.svg: A test deck Monday evening");
  deck.settings = {};
  EXPECT_EQ(says(*with_holding_slides(deck, ""), Holding::before), "");
}

TEST(HoldingSlides, AreNeitherNumberedNorCountedNorFoundByAnyAddress) {
  deck::Deck deck = test::deck_of({1, 2});
  deck.settings.slide_number = deck::SlideNumber::number_of_count;
  const auto shown = with_holding_slides(deck, "");
  ASSERT_EQ(shown->slides.size(), 6u);
  EXPECT_EQ(deck::slide_number(*shown, 0), "1 / 3");
  for (std::size_t i = 0; i < 6; ++i) EXPECT_EQ(is_holding(*shown, i), i >= 3) << i;
  for (std::size_t i = 3; i < 6; ++i) EXPECT_EQ(deck::slide_number(*shown, i), "");
  for (int h = 1; h < 9; ++h)
    for (int v = 0; v < 9; ++v) EXPECT_EQ(deck::find_slide(*shown, {h, v}), deck::find_slide(deck, {h, v}));
}

TEST(HoldingSlides, AreWhatThereIsToSeeAtTheirPositionsAlone) {
  const auto shown = with_holding_slides(test::deck_of({1, 1}, 2), "");
  EXPECT_EQ(view_of(*shown, {{2, 0}, 1}), View(1, 1));
  EXPECT_EQ(view_of(*shown, {{2, 0}, 9}), View(1, 2)) << "it has two steps";
  EXPECT_EQ(view_of(*shown, {{9, 0}, 0}), std::nullopt);
  EXPECT_EQ(view_of(*shown, {{2, 0}, 1, Holding::before}), View(2));
  EXPECT_EQ(view_of(*shown, {{2, 0}, 1, Holding::pause}), View(3));
  EXPECT_EQ(view_of(*shown, {{9, 0}, 0, Holding::after}), View(4));
  EXPECT_EQ(view_of(test::deck_of({1, 1}), {{2, 0}, 1, Holding::pause}), std::nullopt) << "it has none";
}

TEST(HoldingSlides, HaveAFrameOfTheirOwnKind) {
  constexpr PixelSize display{160, 90};
  const auto shown = with_holding_slides(*colored_deck(2), "");
  EXPECT_EQ(whole_of(*shown, 1, display), frame_of(1, display));
  EXPECT_EQ(whole_of(*shown, 3, display), (FrameKey{FrameKey::Subject::holding, 3, display}));
}

}  // namespace
}  // namespace lectern::stage
