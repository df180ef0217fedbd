#include "presenter/images/previews.h"

#include <gtest/gtest.h>

#include <semaphore>
#include <string>
#include <vector>

namespace lectern::images {
namespace {

constexpr std::size_t picture_bytes = 4 * 4;

/// Pictures of four pixels, but for one called "missing"; says when it is asked.
class Asked : public testing::Test {
 protected:
  PictureSource source() {
    return [this](std::string_view name, PixelSize box, Fit) -> SharedImage {
      EXPECT_EQ(box, preview_box);
      names_.emplace_back(name);
      asked_.release();
      if (name == "missing") return nullptr;
      return std::make_shared<const Image>(Image{{4000, 3000}, Pixmap({2, 2})});
    };
  }

  std::counting_semaphore<> asked_{0};
  std::vector<std::string> names_;  ///< read once asked_, or when there are no previews any more
};

TEST_F(Asked, PreviewsAreMadeInOrderFromTheBeginningOn) {
  {
    Previews previews(source(), {"a", "missing", "b", "end"}, 1 << 20);
    EXPECT_FALSE(previews.find("a"));
    previews.begin();
    previews.begin();
    for (int i = 0; i < 4; ++i) asked_.acquire();
    ASSERT_TRUE(previews.find("b"));  // "end" was asked for after it was kept
    EXPECT_EQ(previews.find("b")->natural_size, (PixelSize{4000, 3000}));
    EXPECT_FALSE(previews.find("missing"));
    EXPECT_FALSE(previews.find("c"));
  }
  EXPECT_EQ(names_, (std::vector<std::string>{"a", "missing", "b", "end"}));
}

TEST_F(Asked, APictureOfManySlidesHasOnePreview) {
  {
    Previews previews(source(), {"a", "a", "b", "a", "end"}, 1 << 20);
    previews.begin();
    for (int i = 0; i < 3; ++i) asked_.acquire();
  }
  EXPECT_EQ(names_, (std::vector<std::string>{"a", "b", "end"}));
}

TEST_F(Asked, PreviewsEndWhereTheMemoryDoes) {
  std::vector<std::string> names(1000);
  for (std::size_t i = 0; i < names.size(); ++i) names[i] = std::to_string(i);
  {
    Previews previews(source(), names, 3 * picture_bytes);
    previews.begin();
    while (!previews.find("2")) std::this_thread::yield();
  }
  EXPECT_EQ(names_.size(), 3u);
}

}  // namespace
}  // namespace lectern::images
