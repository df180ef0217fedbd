#include "presenter/html/slide_html.h"
#include "tests/unit/html/read.h"

namespace lectern::html {
namespace {

TEST(TableInHtml, HeadersSayWhatTheyAreOf) {
  EXPECT_EQ(html_of("| Source | £m |\n|-|-:|\n| Council tax | 14 |\n| Grants | 9 |"),
            "<table><thead><tr><th scope=\"col\">Source</th><th scope=\"col\">£m</th></tr></thead><tbody>"
            "<tr><th scope=\"row\">Council tax</th><td>14</td></tr>"
            "<tr><th scope=\"row\">Grants</th><td>9</td></tr></tbody></table>");
}

TEST(TableInHtml, RowsAreNamedOnlyWhereEachHasANameOfItsOwn) {
  EXPECT_FALSE(contains(html_of("| a | b |\n|-|-|\n| c | 1 |\n| c | 2 |"), "scope=\"row\""));
  EXPECT_FALSE(contains(html_of("| a | b |\n|-|-|\n| c | 1 |\n| | 2 |"), "scope=\"row\""));
}

TEST(TableInHtml, AnEmptyHeaderIsNone) {
  EXPECT_EQ(html_of("| | |\n|-|-|\n| a | b |"),
            "<table><tbody><tr><td>a</td><td>b</td></tr></tbody></table>");
  EXPECT_TRUE(contains(html_of("| | b |\n|-|-|\n| c | 1 |"), "<tr><td></td><th scope=\"col\">b</th></tr>"));
}

TEST(TableInHtml, CellsGoOverSeveralPlaces) {
  EXPECT_EQ(html_of("<table><tr><td colspan=\"2\">a</td></tr><tr><td rowspan=\"2\">b</td><td>c</td></tr>"
                    "<tr><td>d</td></tr></table>"),
            "<table><tbody><tr><td colspan=\"2\">a</td></tr><tr><td rowspan=\"2\">b</td><td>c</td></tr>"
            "<tr><td>d</td></tr></tbody></table>");
}

}  // namespace
}  // namespace lectern::html
