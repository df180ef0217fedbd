#include "presenter/picker/choice.h"

#include <gtest/gtest.h>

namespace lectern::picker {
namespace {

using stage::PanelKey;
using Found = std::vector<std::size_t>;

const Grid full_display({1920, 1080}, {1920, 1080});  // five columns, four rows

std::vector<std::string> titles(std::size_t count) {
  std::vector<std::string> made;
  for (std::size_t i = 1; i <= count; ++i) made.push_back("Slide of " + std::to_string(i * 100));
  return made;
}

Choice after(Choice choice, std::initializer_list<PanelKey> keys) {
  for (const PanelKey key : keys) choice.move(key, full_display);
  return choice;
}

TEST(Choice, BeginsOnTheSlideThatIsUp) {
  const Choice choice(titles(45), 23);
  EXPECT_EQ(choice.slide(), 23u);
  EXPECT_EQ(choice.found().size(), 45u);
  EXPECT_EQ(choice.page_begin(full_display), 20u);
}

TEST(Choice, ArrowsMoveWithinTheGrid) {
  const Choice choice(titles(45), 23);
  EXPECT_EQ(after(choice, {PanelKey::left}).slide(), 22u);
  EXPECT_EQ(after(choice, {PanelKey::right}).slide(), 24u);
  EXPECT_EQ(after(choice, {PanelKey::up}).slide(), 18u);
  EXPECT_EQ(after(choice, {PanelKey::down}).slide(), 28u);
  EXPECT_EQ(after(choice, {PanelKey::page_down}).slide(), 43u);
  EXPECT_EQ(after(choice, {PanelKey::page_up}).slide(), 3u);
  EXPECT_EQ(after(choice, {PanelKey::first}).slide(), 0u);
  EXPECT_EQ(after(choice, {PanelKey::last}).slide(), 44u);
}

TEST(Choice, NothingMovesBeyondTheEnds) {
  const Choice choice(titles(12), 1);
  EXPECT_EQ(after(choice, {PanelKey::up}).slide(), 1u);
  EXPECT_EQ(after(choice, {PanelKey::left, PanelKey::left, PanelKey::page_up}).slide(), 0u);
  EXPECT_EQ(after(choice, {PanelKey::last, PanelKey::right, PanelKey::down, PanelKey::page_down}).slide(),
            11u);
  EXPECT_EQ(after(choice, {PanelKey::down, PanelKey::down, PanelKey::down}).slide(), 11u);
  EXPECT_EQ(after(Choice(titles(12), 9), {PanelKey::down}).slide(), 11u) << "the last row is shorter";
  EXPECT_EQ(after(Choice(titles(12), 10), {PanelKey::down}).slide(), 10u) << "and there is none below it";
}

TEST(Choice, AWordFindsAndTheFirstIsChosen) {
  Choice choice({"Welcome", "Cyngor Gwynedd", "Costs", "Cyngor Môn"}, 2);
  choice.type("CYN");
  EXPECT_EQ(choice.found(), (Found{1, 3}));
  EXPECT_EQ(choice.slide(), 1u);
  choice.type("gor mô");
  EXPECT_EQ(choice.slide(), 3u);
  for (int i = 0; i < 9; ++i) choice.erase();
  EXPECT_EQ(choice.typed(), "");
  EXPECT_EQ(choice.slide(), 2u) << "back to the slide that is up";
}

TEST(Choice, ANumberFindsTheSlideOfThatNumberFirst) {
  Choice choice(titles(45), 0);
  choice.type("4");
  EXPECT_EQ(choice.found(), (Found{3, 39, 40, 41, 42, 43, 44}));  // and "Slide of 400" and so on
  EXPECT_EQ(choice.slide(), 3u);
  choice.type("2");
  EXPECT_EQ(choice.slide(), 41u);
  choice.type("00");
  EXPECT_EQ(choice.found(), (Found{41})) << "by its title";
}

TEST(Choice, WhereNothingIsFoundNothingIsChosen) {
  Choice choice(titles(45), 7);
  choice.type("xyz");
  EXPECT_TRUE(choice.found().empty());
  EXPECT_FALSE(choice.slide());
  choice.move(PanelKey::down, full_display);
  EXPECT_FALSE(choice.choose(0, full_display));
  EXPECT_EQ(choice.page_begin(full_display), 0u);
}

TEST(Choice, APlaceOnThePageIsChosenByAClick) {
  Choice choice(titles(45), 23);
  EXPECT_TRUE(choice.choose(7, full_display));
  EXPECT_EQ(choice.slide(), 27u);
  choice.move(PanelKey::last, full_display);
  EXPECT_FALSE(choice.choose(5, full_display));
  EXPECT_EQ(choice.slide(), 44u);
}

TEST(Choice, ErasingTakesWholeCharacters) {
  Choice choice(titles(3), 0);
  choice.erase();
  choice.type("aŷ");
  choice.erase();
  EXPECT_EQ(choice.typed(), "a");
}

TEST(Choice, NobodyTypesWithoutEnd) {
  Choice choice(titles(3), 0);
  for (int i = 0; i < 1000; ++i) choice.type("x");
  EXPECT_LE(choice.typed().size(), 80u);
}

}  // namespace
}  // namespace lectern::picker
