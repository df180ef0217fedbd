// A deck that is edited while it is shown.
#include <gtest/gtest.h>

#include <csignal>

#include "tests/support/folder.h"
#include "tests/support/presenter.h"

namespace lectern {
namespace {

std::string deck(const std::string& second) {
  return "# One\n\n---\n\n# " + second + "\n\n---\n\n# Three\n";
}

TEST(Edits, WaitUntilSomebodyShowsThem) {
  const test::Folder folder;
  test::Presenter presenter(folder.write("slides.md", deck("Two")));
  test::Process watch(presenter.remote_command({"watch"}));
  ASSERT_NE(test::line_with(watch, "One"), "");
  EXPECT_EQ(presenter.remote({"apply"}).exit_code, 1);
  EXPECT_EQ(presenter.remote({"last"}).exit_code, 0);

  folder.write("slides.md", "");  // half saved: nobody is told
  folder.write("slides.md", "# New\n\n---\n\n" + deck("Second"));
  EXPECT_EQ(test::line_with(watch, "edited"), "3 of 3 · 3 · Three · edited: slide 3 changed, slide 1 is new");
  EXPECT_EQ(presenter.status(), "3 of 3 · 3 · Three · edited: slide 3 changed, slide 1 is new\n");

  EXPECT_EQ(presenter.remote({"apply"}).output, "4 of 4 · 4 · Three\n");
  EXPECT_EQ(presenter.remote({"goto", "3"}).output, "3 of 4 · 3 · Second\n");
}

TEST(Edits, OneThatNobodyHasReadYetDoesNotKeepTheShowFromEnding) {
  const test::Folder folder;
  test::Presenter presenter(folder.write("slides.md", deck("Two")));
  EXPECT_EQ(presenter.remote({"next"}).exit_code, 0);
  folder.write("slides.md", deck("Second"));
  presenter.process().send_signal(SIGTERM);
  EXPECT_EQ(presenter.process().wait(), 0);
}

TEST(Edits, ShowAtOnceWithWatch) {
  const test::Folder folder;
  test::Presenter presenter(folder.write("slides.md", deck("Two")),
                            {"--headless", "--size", "320x180", "--watch"});
  test::Process watch(presenter.remote_command({"watch"}));
  ASSERT_NE(test::line_with(watch, "One"), "");
  folder.write("slides.md", "# New\n\n---\n\n" + deck("Two"));
  EXPECT_EQ(test::line_with(watch, " of 4"), "2 of 4 · 2 · One");
}

}  // namespace
}  // namespace lectern
