// lectern-presenter service install and remove.
#include <gtest/gtest.h>

#include "tests/support/folder.h"
#include "tests/support/presenter.h"

namespace lectern {
namespace {

class ServiceVerb : public testing::Test {
 protected:
  test::Finished service(std::vector<std::string> arguments) const {
    arguments.insert(arguments.begin(), {test::presenter_program, "service"});
    return test::run(arguments, {"XDG_CONFIG_HOME=" + config_.path().string()});
  }
  std::string unit() const {
    std::ifstream file(config_.path() / "systemd/user/lectern-presenter.service");
    return {std::istreambuf_iterator<char>(file), {}};
  }

  const test::Folder folder_, config_;
};

TEST_F(ServiceVerb, InstallSaysWhatItDidAndHowToStartIt) {
  const std::string deck = folder_.write("slides.md", test::plain_deck(3));
  const auto relative = std::filesystem::relative(deck).string();
  const auto finished = service({"install", "--theme", "league", relative, "--hold"});
  ASSERT_EQ(finished.exit_code, 0) << finished.errors;
  EXPECT_NE(finished.output.find("lectern-presenter.service is written"), std::string::npos)
      << finished.output;
  EXPECT_NE(finished.output.find("systemctl --user start lectern-presenter"), std::string::npos);
  EXPECT_NE(
      unit().find("\"" + test::presenter_program + "\" \"--theme\" \"league\" \"" + deck + "\" \"--hold\"\n"),
      std::string::npos)
      << unit();

  EXPECT_EQ(service({"remove"}).exit_code, 0);
  EXPECT_EQ(unit(), "");
  EXPECT_NE(service({"remove"}).output.find("There was no service"), std::string::npos);
}

TEST_F(ServiceVerb, InstallTakesNothingThatCouldNotBeShown) {
  const std::string deck = folder_.write("slides.md", test::plain_deck(3));
  EXPECT_EQ(service({"install", deck, "--hould"}).exit_code, 2);
  EXPECT_EQ(service({"install", folder_.path() / "gone.md"}).exit_code, 2);
  EXPECT_EQ(service({"install"}).exit_code, 2);
  EXPECT_EQ(service({"install", "layout", deck}).exit_code, 2);
  EXPECT_EQ(service({}).exit_code, 2);
  EXPECT_EQ(unit(), "");
}

TEST_F(ServiceVerb, AValueThatIsCalledLikeADeckStaysAsItIs) {
  std::filesystem::create_directory(folder_.path() / "league");
  folder_.write("league/slides.md", test::plain_deck(3));
  const std::string relative = std::filesystem::relative(folder_.path() / "league").string();
  const auto finished = service({"install", "--separator", relative, relative});
  ASSERT_EQ(finished.exit_code, 0) << finished.errors;
  EXPECT_NE(unit().find("\"" + relative + "\" \"" + (folder_.path() / "league").string() + "\""),
            std::string::npos)
      << unit();
}

}  // namespace
}  // namespace lectern
