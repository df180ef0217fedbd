#include "presenter/export/png.h"

#include <gtest/gtest.h>

#include "tests/unit/export/exported.h"

namespace lectern::exporting {
namespace {

constexpr PixelSize size{64, 36};

class PngsTest : public testing::Test {
 protected:
  Result<Outcome> write(int slide_count, const Progress& progress = {}) {
    std::string text = "# Slide";
    for (int i = 1; i < slide_count; ++i) text += "\n\n---\n\n# Slide";
    const auto make_painter = [&] {
      return stage::SlidePainter::create(folder_.path(), LECTERN_FONT_DIR, test::night());
    };
    return write_pngs(deck_from(text), make_painter, size, pictures_, progress);
  }

  test::Folder folder_;
  std::filesystem::path pictures_ = folder_.path() / "all" / "slides";
};

TEST_F(PngsTest, AreCalledByTheirNumbersSoThatTheySort) {
  const auto outcome = write(12);
  EXPECT_TRUE(outcome && *outcome == Outcome::written);
  const auto names = names_in(pictures_);
  ASSERT_EQ(names.size(), 12u);
  EXPECT_EQ(names.front(), "001.png");
  EXPECT_EQ(names.back(), "012.png");
}

TEST_F(PngsTest, StoppedLeaveNoHalfFile) {
  const auto outcome = write(40, [](std::size_t, std::size_t) { return Go::stop; });
  EXPECT_TRUE(outcome && *outcome == Outcome::stopped);
  const auto names = names_in(pictures_);
  EXPECT_LT(names.size(), 40u);
  for (const std::string& name : names) {
    EXPECT_EQ(name.size(), std::string("001.png").size()) << name;
    EXPECT_GT(std::filesystem::file_size(pictures_ / name), 50u) << name;
  }
}

TEST_F(PngsTest, WhereNoFolderCanBeMadeItIsSaid) {
  folder_.write("all", "a file");
  const auto outcome = write(1);
  ASSERT_FALSE(outcome);
  EXPECT_NE(outcome.error().message.find("all/slides cannot be written"), std::string::npos);
}

}  // namespace
}  // namespace lectern::exporting
