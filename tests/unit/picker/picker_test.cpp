#include "presenter/picker/picker.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <condition_variable>
#include <mutex>

#include "tests/support/decks.h"

namespace lectern::picker {
namespace {

constexpr PixelSize window{1920, 1080};
constexpr std::uint32_t slide_color = 0xff336699;

/// A picker of 30 plain slides, on the first of which the show is.
class OpenPicker : public testing::Test {
 protected:
  OpenPicker() {
    auto deck = std::make_shared<deck::Deck>(test::deck_of(std::vector<int>(30, 1)));
    for (deck::Slide& slide : deck->slides) slide.background.color = "#336699";
    picker_ = std::make_unique<Picker>(stage::Material{deck, images::pictures_below("."), {}},
                                       LECTERN_FONT_DIR, window, 8u << 20, [this] { wake(); });
    picker_->see(session::first_state(*deck, 42));
  }

  void wake() {
    {
      const std::lock_guard lock(mutex_);
      ++wake_count_;
    }
    woken_.notify_one();
  }

  /// Looks at every newer picture until this holds of one.
  [[nodiscard]] bool look_until(const std::function<bool(const Pixmap&)>& holds) {
    for (std::size_t seen = 0;;) {
      const auto picture = picker_->newest_picture(window);
      if (picture && holds(*picture)) return true;
      std::unique_lock lock(mutex_);
      if (!woken_.wait_for(lock, std::chrono::seconds(60), [&] { return wake_count_ > seen; })) return false;
      seen = wake_count_;
    }
  }

  std::optional<stage::PanelEnd> type(const std::string& text) {
    return picker_->handle(stage::TypedText{text});
  }
  std::optional<stage::PanelEnd> press(stage::PanelKey key) { return picker_->handle(key); }

  std::mutex mutex_;
  std::condition_variable woken_;
  std::size_t wake_count_ = 0;
  std::unique_ptr<stage::SidePanel> picker_;
};

std::uint32_t middle_of_place(const Pixmap& picture, int place) {
  const Grid grid(window, window);
  const Corner at = grid.corner(place);
  return picture.row(at.y + grid.picture().height / 2 + 60)[at.x + grid.picture().width / 2 + 60];
}

TEST_F(OpenPicker, ShowsItsSlidesAsTheirPicturesCome) {
  ASSERT_TRUE(look_until([](const Pixmap& picture) { return picture.size == window; }));
  EXPECT_TRUE(look_until([](const Pixmap& picture) {
    for (int place = 0; place < 20; ++place)
      if (middle_of_place(picture, place) != slide_color) return false;
    return true;
  }));
}

TEST_F(OpenPicker, StandsStillOnceAllIsPainted) {
  ASSERT_TRUE(look_until([](const Pixmap& picture) { return middle_of_place(picture, 19) == slide_color; }));
  EXPECT_FALSE(picker_->newest_picture(window));
}

TEST_F(OpenPicker, EnterEndsWithTheSlideThatIsChosen) {
  type("7");
  const auto end = press(stage::PanelKey::enter);
  ASSERT_TRUE(end && end->go_to);
  EXPECT_EQ(*end->go_to, (deck::Address{7, 0}));
}

TEST_F(OpenPicker, WhereNothingIsFoundEnterDoesNothing) {
  type("xyz");
  EXPECT_FALSE(press(stage::PanelKey::enter));
  EXPECT_TRUE(look_until([](const Pixmap& picture) {
    return std::ranges::none_of(picture.pixels, [](std::uint32_t pixel) { return pixel == slide_color; });
  }));
}

TEST_F(OpenPicker, AClickEndsWithTheSlideUnderIt) {
  ASSERT_TRUE(look_until([](const Pixmap&) { return true; }));
  EXPECT_FALSE(picker_->handle(stage::Click{5, 5}));
  const Corner at = Grid(window, window).corner(11);
  const auto end = picker_->handle(stage::Click{at.x + 10, at.y + 10});
  ASSERT_TRUE(end && end->go_to);
  EXPECT_EQ(*end->go_to, (deck::Address{12, 0}));
}

TEST_F(OpenPicker, EscapeClosesItAndSoDoesItsKeyWhileNothingIsTyped) {
  const auto by_escape = press(stage::PanelKey::escape), by_key = type("o");
  EXPECT_TRUE(by_escape && !by_escape->go_to);
  EXPECT_TRUE(by_key && !by_key->go_to);
  EXPECT_FALSE(type("O")) << "a capital begins a word";
  EXPECT_FALSE(type("o"));
}

}  // namespace
}  // namespace lectern::picker
