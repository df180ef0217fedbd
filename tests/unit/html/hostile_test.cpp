// A deck may come from anybody.
#include "presenter/html/slide_html.h"
#include "tests/unit/html/read.h"

namespace lectern::html {
namespace {

TEST(HostileHtml, MarkupInTextIsText) {
  EXPECT_EQ(html_of("a &lt;script&gt;alert(1)&lt;/script&gt; & \"b\""),
            "<p>a &lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;b&quot;</p>");
  EXPECT_EQ(html_of("`<img src=x onerror=alert(1)>`"),
            "<p><code>&lt;img src=x onerror=alert(1)&gt;</code></p>");
  EXPECT_EQ(
      html_of("```\n</code></pre><script>alert(1)</script>\n```"),
      "<pre dir=\"ltr\"><code>&lt;/code&gt;&lt;/pre&gt;&lt;script&gt;alert(1)&lt;/script&gt;</code></pre>");
}

TEST(HostileHtml, HandlersAndScriptsDoNotCome) {
  for (const char* text :
       {"<img src=x onerror=alert(1)>", "<p onclick=\"alert(1)\" style=\"background: url(x)\">a</p>",
        "<script>alert(1)</script>a", "<svg onload=alert(1)>a</svg>",
        "<iframe src=\"//evil.example\"></iframe>a", "<style>*{display:none}</style>a",
        "<a href=\"x\" onmouseover=\"alert(1)\">a</a>",
        "<form action=\"//evil.example\"><button>a</button></form>", "<object data=x>a</object>",
        "<math><mi xlink:href=\"javascript:alert(1)\">a</mi></math>", "<base href=\"//evil.example\">a",
        "<meta http-equiv=refresh content=0>a", "<link rel=stylesheet href=x>a"}) {
    const std::string html = html_of(text);
    for (const char* bad : {"<script", "<img", "<svg", "<iframe", "<style", "<form", "<button", "<object",
                            "<base", "<meta", "<link", "alert", "style=", "javascript:", " on"})
      EXPECT_FALSE(contains(html, bad)) << text << " became " << html;
  }
}

TEST(HostileHtml, LinksLeadToPlacesOnly) {
  for (const char* href : {"javascript:alert(1)",
                           "JavaScript:alert(1)",
                           " javascript:alert(1)",
                           "java&#10;script:alert(1)",
                           "java&#9;script:alert(1)",
                           "&#1;javascript:alert(1)",
                           "&#106;avascript:alert(1)",
                           "javascript&colon;alert(1)",
                           "vbscript:x",
                           "data:text/html,<script>alert(1)</script>",
                           "file:///etc/passwd",
                           "//evil.example/",
                           "/etc",
                           "other.html",
                           "blob:x",
                           "ws://x",
                           "ht&#9;tps://x",
                           "&#32;https://x",
                           "https:x",
                           "mailto:",
                           "#/99",
                           "#nowhere",
                           "?q",
                           "http&#58;//"})
    EXPECT_EQ(html_of("<a href=\"" + std::string(href) + "\">a</a>"), "<p>a</p>") << href;
}

TEST(HostileHtml, GoodLinksStayAndNothingComesOutOfThem) {
  EXPECT_EQ(html_of("[a](https://council.example/?x=1&y=2#z)"),
            "<p><a href=\"https://council.example/?x=1&amp;y=2#z\" rel=\"noopener\">a</a></p>");
  EXPECT_EQ(html_of("[a](HTTP://council.example)"),
            "<p><a href=\"http://council.example\" rel=\"noopener\">a</a></p>");
  EXPECT_EQ(html_of("<a href=\"https://x.example/&quot; onclick=&quot;alert(1)\">a</a>"),
            "<p><a href=\"https://x.example/%22%20onclick=%22alert(1)\" rel=\"noopener\">a</a></p>");
  EXPECT_EQ(html_of("[a](mailto:clerk@council.example)"),
            "<p><a href=\"mailto:clerk@council.example\" rel=\"noopener\">a</a></p>");
}

TEST(HostileHtml, LinksInsideTheDeckLeadToSlides) {
  EXPECT_EQ(html_of("[on](#/1) [back](#/bridge)\n\n---\n\n<!-- .slide: id=\"bridge\" -->\nb"),
            "<p><a href=\"#slide-2\">on</a> <a href=\"#slide-2\">back</a></p>");
}

TEST(HostileHtml, ALinkWithoutWordsIsNone) {
  EXPECT_EQ(html_of("a[&nbsp;](https://x.example)b"), "<p>a\u00A0b</p>");
}

TEST(HostileHtml, AlternativeTextIsText) {
  EXPECT_EQ(html_of("![x\" onload=\"alert(1) &lt;b&gt;](a.jpg)"),
            "<p><span class=\"picture\">Picture: x&quot; onload=&quot;alert(1) &lt;b&gt;</span></p>");
}

TEST(HostileHtml, ControlCharactersAreLeftOut) {
  EXPECT_EQ(escaped("a\x01\x1B[31mb\x7F"
                    "c\xC2\x85"
                    "d\n"),
            "a[31mbcd\n");
}

}  // namespace
}  // namespace lectern::html
