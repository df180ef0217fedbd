#include "presenter/stage/remembered_display.h"

#include <gtest/gtest.h>

#include "tests/support/folder.h"

namespace lectern::stage {
namespace {

TEST(RememberedDisplay, IsTheOneThatWasRememberedLast) {
  const test::Folder folder;
  const auto file = folder.path() / "state" / "lectern" / "display";
  EXPECT_FALSE(remembered_display(file));
  for (const MonitorName& name : {MonitorName{"HDMI-1", "2b"}, MonitorName{"DP-2", ""}}) {
    ASSERT_TRUE(remember_display(file, name));
    EXPECT_EQ(remembered_display(file), name);
  }
}

TEST(RememberedDisplay, IsNoneWhereTheFileSaysNothing) {
  const test::Folder folder;
  for (const std::string& text :
       {std::string(), std::string("HDMI-1"), std::string("\n\n"), std::string(5000, 'x')})
    EXPECT_FALSE(remembered_display(folder.write("display", text)));
  EXPECT_FALSE(remembered_display(folder.path()));
  EXPECT_FALSE(remembered_display(""));
}

TEST(RememberedDisplay, SaysWhyItCannotBeKept) {
  const test::Folder folder;
  folder.write("state", "a file where a folder belongs");
  const auto kept = remember_display(folder.path() / "state" / "display", {"HDMI-1", ""});
  ASSERT_FALSE(kept);
  EXPECT_FALSE(kept.error().remedy.empty());
}

}  // namespace
}  // namespace lectern::stage
