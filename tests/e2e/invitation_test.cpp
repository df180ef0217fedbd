// The invitation's code on the stage, on a real X server's screen.
#include <gtest/gtest.h>

#include <boost/json.hpp>

#include "tests/support/folder.h"
#include "tests/support/presenter.h"
#include "tests/support/read_code.h"
#include "tests/support/x_screen.h"
#include "tests/support/xvfb.h"

namespace lectern {
namespace {

namespace json = boost::json;

class InvitedRoom : public testing::Test {
 protected:
  InvitedRoom() {
    presenter.remote({"status"});  // which waits for the first slide
    before = screen.pixels().pixels;
  }

  /// What a phone in the room reads off the screen.
  std::string code_on_stage() {
    const Pixmap seen = screen.pixels();
    std::string grey;
    for (const std::uint32_t pixel : seen.pixels) grey += static_cast<char>(pixel >> 8 & 0xff);
    return test::read_code(grey, static_cast<unsigned>(seen.size.width));
  }
  void wait_until_as_before() {
    while (screen.pixels().pixels != before) {
    }
  }

  /// What the code is to say, first for the operator.
  std::string open(const std::vector<std::string>& options) {
    std::vector<std::string> words = {"pairing", "open", "--json"};
    words.insert(words.end(), options.begin(), options.end());
    opened.emplace(presenter.remote_command(words));
    const json::value told = json::parse(opened->read_line().value_or("{}"));
    return std::string(told.at("window").at("invitations").at(0).as_string());
  }

  test::Folder folder;
  test::Xvfb xvfb{{1024, 768}};
  test::Presenter presenter{folder.write("slides.md", test::plain_deck(4)),
                            {"--hold", "--listen", "127.0.0.2", "--listen", "127.0.0.3"},
                            xvfb.environment()};
  test::XScreen screen{xvfb.display()};
  Pixels before;
  std::optional<test::Process> opened;
};

TEST_F(InvitedRoom, ThePhoneReadsTheCodeOffTheStageUntilTheShowBegins) {
  const std::string invitation = open({"--on-stage", "--address", "127.0.0.3"});
  EXPECT_TRUE(invitation.starts_with("http://127.0.0.3:" + std::to_string(presenter.port()) + "/remote#v1."))
      << invitation;
  while (code_on_stage() != invitation) {
  }
  EXPECT_EQ(presenter.remote({"next"}).exit_code, 0);
  EXPECT_EQ(code_on_stage(), "");
  const test::Finished late = presenter.remote({"pairing", "open", "--on-stage"});
  EXPECT_EQ(late.exit_code, 1);
  EXPECT_NE(late.errors.find("without --on-stage"), std::string::npos) << late.errors;
}

TEST_F(InvitedRoom, ClosingTheWindowTakesTheCodeAway) {
  const std::string invitation = open({"--on-stage"});
  while (code_on_stage() != invitation) {
  }
  EXPECT_EQ(presenter.remote({"pairing", "close"}).exit_code, 0);
  wait_until_as_before();
}

TEST_F(InvitedRoom, ACodeThatWasUsedIsGone) {
  const std::string invitation = open({"--on-stage"});
  while (code_on_stage() != invitation) {
  }
  const test::Folder phone;
  const test::Process asking({"sh", "-c", "exec \"$0\" --host 127.0.0.2:\"$1\" pair <<END\n$SECRET\nEND",
                              test::remote_program, std::to_string(presenter.port())},
                             {"SECRET=" + invitation, "XDG_STATE_HOME=" + phone.path().string()});
  wait_until_as_before();
}

TEST_F(InvitedRoom, UnaskedTheStageShowsNone) {
  open({});
  EXPECT_EQ(presenter.remote({"pairing", "close"}).exit_code, 0);
  EXPECT_EQ(opened->wait(), 0);
  EXPECT_EQ(screen.pixels().pixels, before);
}

}  // namespace
}  // namespace lectern
