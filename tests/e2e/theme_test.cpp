// The same deck in other themes, through the real program and the themes installed beside it.
#include <gtest/gtest.h>

#include "tests/support/folder.h"
#include "tests/support/presenter.h"

namespace lectern {
namespace {

using test::Finished;

Finished layout(const std::string& deck, const std::vector<std::string>& options = {}) {
  std::vector<std::string> command = {test::presenter_program, "layout", deck};
  command.insert(command.end(), options.begin(), options.end());
  return test::run(command);
}

TEST(Theme, IsTheDecksOrTheCommandLines) {
  const test::Folder folder;
  const std::string plain = folder.write("plain.md", "# Budget\n\nText\n");
  const std::string black = folder.write("black.md", "---\ntheme: black\n---\n# Budget\n\nText\n");
  const Finished in_black = layout(black), as_asked = layout(plain, {"--theme", "black"});
  EXPECT_EQ(in_black.exit_code, 0);
  EXPECT_EQ(in_black.errors, "");
  EXPECT_EQ(in_black.output, as_asked.output);
  EXPECT_NE(in_black.output, layout(plain).output);
  EXPECT_EQ(layout(black, {"--theme", "night"}).output, layout(plain).output);
}

TEST(Theme, OfAFileThatIsNotThereIsNight) {
  const test::Folder folder;
  const std::string plain = folder.write("plain.md", "# Budget\n");
  const Finished finished = layout(plain, {"--theme", "/nowhere/council.css"});
  EXPECT_EQ(finished.exit_code, 0);
  EXPECT_EQ(finished.output, layout(plain).output);
  EXPECT_NE(finished.errors.find("shown in night: /nowhere/council.css cannot be opened"), std::string::npos)
      << finished.errors;
}

}  // namespace
}  // namespace lectern
