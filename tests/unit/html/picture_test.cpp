#include "presenter/html/slide_html.h"
#include "tests/unit/html/read.h"

namespace lectern::html {
namespace {

std::string by_name(const deck::InlineImage& image) {
  return "/" + image.source;
}

TEST(PictureInHtml, ItsWordsStandInItsPlace) {
  EXPECT_EQ(html_of("![The bridge](b.jpg)"), "<p><span class=\"picture\">Picture: The bridge</span></p>");
  EXPECT_EQ(html_of("![](b.jpg \"The bridge\")"),
            "<p><span class=\"picture\">Picture: The bridge</span></p>");
}

TEST(PictureInHtml, OneWithoutWordsSaysSo) {
  EXPECT_EQ(html_of("![](b.jpg)"), "<p><span class=\"picture\">Picture without a description</span></p>");
  EXPECT_EQ(html_of("![](b.jpg)", 0, by_name),
            "<p><img src=\"/b.jpg\" alt=\"Picture without a description\"></p>");
}

TEST(PictureInHtml, DecorationIsSilent) {
  EXPECT_EQ(html_of("a <img src=\"b.jpg\" alt=\"\">"), "<p>a </p>");
  EXPECT_EQ(html_of("a <img src=\"b.jpg\" alt=\"\">", 0, by_name), "<p>a <img src=\"/b.jpg\" alt=\"\"></p>");
}

TEST(PictureInHtml, ItLoadsFromWhereItIsToBeHad) {
  EXPECT_EQ(html_of("<img src=\"b.jpg\" alt=\"B\" width=\"300\">", 0, by_name),
            "<p><img src=\"/b.jpg\" alt=\"B\" width=\"300\"></p>");
  EXPECT_EQ(html_of("<img src=\"b.jpg\" alt=\"B\" style=\"width: 50%\">", 0, by_name),
            "<p><img src=\"/b.jpg\" alt=\"B\"></p>");
}

}  // namespace
}  // namespace lectern::html
