#include "presenter/pages/pages.h"

#include <gtest/gtest.h>

#include "presenter/pages/table.h"

namespace lectern::pages {
namespace {

TEST(Pages, EveryAddressThatIsPrintedOrTypedHasOne) {
  for (const char* path : {"/", "/remote", "/follow.js", "/follow.css", "/remote.js", "/remote.css"}) {
    const Page* page = find(path);
    ASSERT_TRUE(page) << path;
    EXPECT_FALSE(page->bytes.empty()) << path;
  }
  EXPECT_EQ(find("/remote")->content_type, "text/html; charset=utf-8");
  EXPECT_EQ(find("/remote.js")->content_type, "text/javascript; charset=utf-8");
}

TEST(Pages, WhatIsNoPageIsNotFound) {
  for (const char* path : {"", "remote", "/remote/", "/remote.html", "/../remote", "/REMOTE"})
    EXPECT_FALSE(find(path)) << path;
}

TEST(Pages, WhatIsCompressedIsGzip) {
  for (const Page& page : table()) EXPECT_EQ(page.is_gzip, page.bytes.starts_with("\x1f\x8b")) << page.path;
}

TEST(Pages, TagsAreThoseOfTheirContent) {
  for (const Page& page : table()) {
    EXPECT_EQ(page.tag.size(), 18u) << page.path;
    EXPECT_TRUE(page.tag.starts_with('"') && page.tag.ends_with('"')) << page.path;
  }
  EXPECT_NE(find("/remote")->tag, find("/")->tag);
}

}  // namespace
}  // namespace lectern::pages
