// Parts of a slide that come at a step, on a real X server: what an eye sees between two steps.
#include <gtest/gtest.h>

#include <algorithm>
#include <utility>

#include "tests/support/folder.h"
#include "tests/support/presenter.h"
#include "tests/support/x_screen.h"
#include "tests/support/x_watch.h"
#include "tests/support/xvfb.h"

namespace lectern {
namespace {

using namespace std::chrono_literals;

constexpr PixelSize screen_size{960, 540};
constexpr auto calm = 300ms;      // longer than between two frames
constexpr auto patience = 10s;    // for a press to show
constexpr auto rising_time = 1s;  // within which what moves has come
constexpr int row_count = 20;     // fewer than it moves
constexpr int attempt_count = 20;

enum class Side { above, below };

/// A slide whose second paragraph comes with an effect, at its end.
class Arriving {
 public:
  explicit Arriving(const std::string& effect)
      : deck_(folder_.write("slides.md",
                            "## Title\n\nRising <!-- .element: class=\"fragment " + effect + "\" -->\n")) {
    presenter_.remote({"status"});
  }

  /// Whether something is seen beside the paragraph's place while it comes. What moves is painted ahead; a
  /// press that is quicker than that is a cross-fade, so it has some attempts.
  bool is_seen(Side side) {
    const Pixmap without = screen_.pixels();
    press("Next");
    const auto [top, bottom] = rows_that_differ(without, screen_.pixels());
    test::XWatch beside(xvfb_.display(), side == Side::below ? bottom + 1 : top - row_count, row_count);
    for (int attempt = 0; attempt < attempt_count; ++attempt) {
      press("Prior");
      if (beside.after([&] { screen_.press("Next"); }, calm, rising_time)) return true;
    }
    return false;
  }

 private:
  /// Presses a key and waits until the screen is still.
  void press(const std::string& key) {
    EXPECT_TRUE(whole_.after([&] { screen_.press(key); }, calm, patience));
  }

  /// The first and the last.
  static std::pair<int, int> rows_that_differ(const Pixmap& a, const Pixmap& b) {
    const auto differ = [&](int y) { return !std::equal(a.row(y), a.row(y) + screen_size.width, b.row(y)); };
    int top = 0, bottom = screen_size.height - 1;
    while (top < bottom && !differ(top)) ++top;
    while (bottom > top && !differ(bottom)) --bottom;
    return {top, bottom};
  }

  test::Folder folder_;
  std::string deck_;
  test::Xvfb xvfb_{screen_size};
  test::Presenter presenter_{deck_, {}, xvfb_.environment()};
  test::XScreen screen_{xvfb_.display()};
  test::XWatch whole_{xvfb_.display(), 0, screen_size.height};
};

TEST(Fragments, FadeUpRisesIntoItsPlace) {
  EXPECT_TRUE(Arriving("fade-up").is_seen(Side::below));
}

TEST(Fragments, FadeDownSinksIntoItsPlace) {
  EXPECT_TRUE(Arriving("fade-down").is_seen(Side::above));
}

}  // namespace
}  // namespace lectern
