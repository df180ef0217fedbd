#include "presenter/html/slide_html.h"
#include "tests/unit/html/read.h"

namespace lectern::html {
namespace {

TEST(PictureInHtml, ItsWordsStandInItsPlace) {
  EXPECT_EQ(html_of("![The bridge](b.jpg)"), "<p><span class=\"picture\">Picture: The bridge</span></p>");
  EXPECT_EQ(html_of("![](b.jpg \"The bridge\")"),
            "<p><span class=\"picture\">Picture: The bridge</span></p>");
}

TEST(PictureInHtml, OneWithoutWordsSaysSo) {
  EXPECT_EQ(html_of("![](b.jpg)"), "<p><span class=\"picture\">Picture without a description</span></p>");
}

TEST(PictureInHtml, DecorationIsSilent) {
  EXPECT_EQ(html_of("a <img src=\"b.jpg\" alt=\"\">"), "<p>a </p>");
}

}  // namespace
}  // namespace lectern::html
