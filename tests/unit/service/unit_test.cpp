#include "presenter/service/unit.h"

#include <gtest/gtest.h>

#include "presenter/service/install.h"
#include "tests/support/folder.h"

namespace lectern::service {
namespace {

Service parks() {
  return {.program = "/bin/true",
          .arguments = {"/decks/parks.md", "--hold"},
          .folder = "/home/lisa",
          .what = "parks.md",
          .needs_display = true};
}

/// The line that starts with `key`.
std::string line_of(const Service& service, const std::string& key) {
  const std::string text = '\n' + unit_text(service);
  const std::size_t start = text.find('\n' + key + '=');
  return start == std::string::npos ? "" : text.substr(start + 1, text.find('\n', start + 1) - start - 1);
}

/// What systemd says against it: nothing, where it is here to be asked.
std::string said_against(const Service& service) {
  return remarks_on(unit_text(service)).value_or("");
}

TEST(Unit, RunsTheShowAndRunsItAgainAfterACrashWhateverHappens) {
  EXPECT_EQ(line_of(parks(), "ExecStart"), R"(ExecStart="/bin/true" "/decks/parks.md" "--hold")");
  EXPECT_EQ(line_of(parks(), "Restart"), "Restart=on-failure");
  EXPECT_EQ(line_of(parks(), "RestartSec"), "RestartSec=1");
  EXPECT_EQ(line_of(parks(), "StartLimitIntervalSec"), "StartLimitIntervalSec=0");
  EXPECT_EQ(line_of(parks(), "WorkingDirectory"), "WorkingDirectory=-/home/lisa");
}

TEST(Unit, ComesWithTheDesktopAndEndsWithIt) {
  for (const char* key : {"WantedBy", "PartOf", "After"})
    EXPECT_EQ(line_of(parks(), key), key + std::string("=graphical-session.target"));
}

TEST(Unit, WithoutADisplayComesWithTheLogin) {
  Service service = parks();
  service.needs_display = false;
  EXPECT_EQ(line_of(service, "WantedBy"), "WantedBy=default.target");
  EXPECT_EQ(line_of(service, "PartOf"), "");
}

TEST(Unit, IsUnderstoodBySystemd) {
  if (!remarks_on(unit_text(parks()))) GTEST_SKIP() << "systemd-analyze is not here";
  EXPECT_EQ(said_against(parks()), "");
  Service headless = parks();
  headless.needs_display = false;
  EXPECT_EQ(said_against(headless), "");
  EXPECT_NE(remarks_on("[Service]\nExecStart=/bin/true\nRestart=sometimes\n").value_or(""), "");
}

TEST(Unit, TakesNamesAsTheyAre) {
  Service service = parks();
  service.arguments = {"/decks/100 % \"ours\"/$HOME\\x.md", "two\nlines", ""};
  EXPECT_EQ(line_of(service, "ExecStart"),
            R"(ExecStart="/bin/true" "/decks/100 %% \"ours\"/$$HOME\\x.md" "two\x0alines" "")");
  service.what = "100 %\nExecStart=/bin/false";
  EXPECT_EQ(line_of(service, "Description"), "Description=Lectern presents 100 %% ExecStart=/bin/false");
  service.folder = "/decks/100 %";
  EXPECT_EQ(line_of(service, "WorkingDirectory"), "WorkingDirectory=-/decks/100 %%");
  EXPECT_EQ(said_against(service), "");
  service.folder = "/decks\nExecStart=/bin/false";
  EXPECT_EQ(line_of(service, "WorkingDirectory"), "");
  service.program = "/opt/my $programs/lectern-presenter";
  EXPECT_TRUE(
      line_of(service, "ExecStart").starts_with(R"(ExecStart="/opt/my $programs/lectern-presenter" )"));
}

class Install : public testing::Test {
 protected:
  std::string written() const {
    std::ifstream file(unit_);
    return {std::istreambuf_iterator<char>(file), {}};
  }
  std::filesystem::path link(const std::string& target) const {
    return folder_.path() / (target + ".wants") / unit_name;
  }

  test::Folder folder_;
  std::filesystem::path unit_ = folder_.path() / unit_name;
};

TEST_F(Install, WritesTheUnitAndHasTheDesktopWantIt) {
  const auto installed = install(parks(), folder_.path());
  ASSERT_TRUE(installed) << installed.error().message;
  EXPECT_EQ(*installed, unit_);
  EXPECT_EQ(written(), unit_text(parks()));
  EXPECT_TRUE(std::filesystem::equivalent(link("graphical-session.target"), unit_));
}

TEST_F(Install, ReplacesAnEarlierOneAndWhatWantedIt) {
  ASSERT_TRUE(install(parks(), folder_.path()));
  Service service = parks();
  service.needs_display = false;
  ASSERT_TRUE(install(service, folder_.path()));
  EXPECT_EQ(written(), unit_text(service));
  EXPECT_TRUE(std::filesystem::exists(link("default.target")));
  EXPECT_FALSE(std::filesystem::exists(std::filesystem::symlink_status(link("graphical-session.target"))));
}

TEST_F(Install, LeavesWhatIsNotOursAlone) {
  folder_.write(std::string(unit_name), "[Service]\nExecStart=/bin/true\n");
  EXPECT_FALSE(install(parks(), folder_.path()));
  EXPECT_FALSE(service::remove(folder_.path()));
  EXPECT_EQ(written(), "[Service]\nExecStart=/bin/true\n");
}

TEST_F(Install, RemoveLeavesNothingAndSaysWhetherThereWasAnything) {
  ASSERT_TRUE(install(parks(), folder_.path()));
  EXPECT_TRUE(*service::remove(folder_.path()));
  EXPECT_FALSE(std::filesystem::exists(unit_));
  EXPECT_FALSE(std::filesystem::exists(std::filesystem::symlink_status(link("graphical-session.target"))));
  EXPECT_FALSE(*service::remove(folder_.path()));
}

}  // namespace
}  // namespace lectern::service
