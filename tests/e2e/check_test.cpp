// `lectern-presenter check` as its users run it.
#include <gtest/gtest.h>

#include <boost/json.hpp>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "tests/support/folder.h"
#include "tests/support/presenter.h"

namespace lectern {
namespace {

using test::Finished;

constexpr std::string_view good = "# Hello\n\nNote: Smile.\n";
constexpr std::string_view leaky = "# Hello\n\nNotes :\n\nSmile.\n";

Finished check(const std::string& deck, std::vector<std::string> options = {}) {
  options.insert(options.begin(), {test::presenter_program, "check", deck});
  return test::run(options);
}

std::string content(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

TEST(Check, OfAGoodDeckEndsWithZero) {
  const test::Folder folder;
  const Finished finished = check(folder.write("slides.md", good));
  EXPECT_EQ(finished.exit_code, 0);
  EXPECT_EQ(finished.output, "No remarks: 1 slide, about 0 minutes of notes.\n");
  EXPECT_EQ(finished.errors, "");
}

TEST(Check, OfADeckWithFaultsEndsWithOneAndShowsThem) {
  const test::Folder folder;
  const Finished finished = check(folder.write("slides.md", "# Hello\n\n![A map](map.png)\n"));
  EXPECT_EQ(finished.exit_code, 1);
  EXPECT_NE(finished.output.find("slides.md:3:10 picture-missing: The picture “map.png” is not there.\n"
                                 "    ![A map](map.png)\n"
                                 "             ^\n"),
            std::string::npos)
      << finished.output;
  EXPECT_EQ(finished.output.find('\x1b'), std::string::npos) << "colours are for terminals";
  EXPECT_EQ(finished.errors, "");
}

TEST(Check, OfWhatIsNoDeckEndsWithTwoAndSaysNothingOnStandardOutput) {
  for (const char* option : {"--json", "--fix"}) {
    const Finished finished = check("/no/such/slides.md", {option});
    EXPECT_EQ(finished.exit_code, 2);
    EXPECT_EQ(finished.output, "");
    EXPECT_NE(finished.errors.find("/no/such/slides.md"), std::string::npos);
  }
}

TEST(Check, TakesAFolderAndASlotAndSpeaksJson) {
  const test::Folder folder;
  std::string deck = "# Hello\n\nNote:";
  for (int i = 0; i < 280; ++i) deck += " word";
  folder.write("slides.md", deck);
  const Finished finished = check(folder.path().string(), {"--json", "--slot", "1m"});
  EXPECT_EQ(finished.exit_code, 1);
  const auto json = boost::json::parse(finished.output);
  EXPECT_EQ(json.at("findings").at(0).at("code"), "notes-long");
  EXPECT_EQ(json.at("minutes").to_number<double>(), 2);
  EXPECT_EQ(check(folder.path().string(), {"--slot", "3m"}).exit_code, 0);
  EXPECT_EQ(check(folder.path().string(), {"--slot", "soon"}).exit_code, 2);
}

TEST(Check, FixesOnceAndKeepsTheOriginal) {
  const test::Folder folder;
  const std::string deck = folder.write("slides.md", leaky);
  EXPECT_EQ(check(deck).exit_code, 1);
  EXPECT_EQ(content(deck), leaky);

  const Finished first = check(deck, {"--fix"});
  EXPECT_EQ(first.exit_code, 0) << first.output;
  EXPECT_NE(first.errors.find("slides.md.orig"), std::string::npos) << first.errors;
  EXPECT_EQ(content(deck), "# Hello\n\nNote:\n\nSmile.\n");
  EXPECT_EQ(content(deck + ".orig"), leaky);

  const auto written = std::filesystem::last_write_time(deck);
  const Finished second = check(deck, {"--fix"});
  EXPECT_EQ(second.exit_code, 0);
  EXPECT_EQ(second.errors, "");
  EXPECT_EQ(std::filesystem::last_write_time(deck), written);
  EXPECT_EQ(std::distance(std::filesystem::directory_iterator(folder.path()), {}), 2);
}

TEST(Check, IsColouredOnATerminalUnlessNoColorIsSet) {
  const test::Folder folder;
  const std::string command = test::presenter_program + " check " + folder.write("slides.md", leaky);
  const auto on_terminal = [&](const std::string& environment) {
    return test::run({"/usr/bin/env", environment, "script", "-qec", command, "/dev/null"}).output;
  };
  EXPECT_NE(on_terminal("NO_COLOR=").find("\x1b[33mnotes-shown\x1b[0m"), std::string::npos);
  EXPECT_EQ(on_terminal("NO_COLOR=1").find('\x1b'), std::string::npos);
}

}  // namespace
}  // namespace lectern
