// Commands by HTTP, with the line of curl that docs/protocol.md shows.
#include <gtest/gtest.h>

#include <filesystem>

#include "common/base/operator_token.h"
#include "tests/support/folder.h"
#include "tests/support/presenter.h"

namespace lectern {
namespace {

class PostedCommand : public testing::Test {
 protected:
  /// The body of the answer, then its status.
  std::string post(const std::string& key, const std::string& body, const std::string& said) const {
    const std::string at = "http://127.0.0.1:" + std::to_string(presenter.port()) + "/v1/command";
    return test::run({"/usr/bin/curl", "-s", "-w", "%{http_code}", "-H", "Authorization: Bearer " + said,
                      "-H", "Idempotency-Key: " + key, "-d", body, at})
        .output;
  }

  test::Folder folder;
  test::Presenter presenter{folder.write("slides.md", test::plain_deck(4))};
  std::string token = read_operator_token(presenter.port());
  std::string next = R"({"step": {"direction": "DIRECTION_NEXT"}})";
};

TEST_F(PostedCommand, HappensOnceAKey) {
  if (!std::filesystem::exists("/usr/bin/curl")) GTEST_SKIP() << "no curl here";
  const std::string answer = post("one", next, token);
  EXPECT_NE(answer.find(R"("accepted":2)"), std::string::npos) << answer;
  EXPECT_TRUE(answer.ends_with("200")) << answer;
  EXPECT_EQ(post("one", next, token), answer);
  EXPECT_TRUE(presenter.remote({"status"}).output.starts_with("2 of 4"));
  EXPECT_TRUE(post("two", next, token).ends_with("200"));
  EXPECT_TRUE(presenter.remote({"status"}).output.starts_with("3 of 4"));
}

TEST_F(PostedCommand, IsNotTakenFromAnybodyElse) {
  if (!std::filesystem::exists("/usr/bin/curl")) GTEST_SKIP() << "no curl here";
  EXPECT_TRUE(post("one", next, "guess").ends_with("401"));
  EXPECT_TRUE(post("one", std::string(5000, 'x'), token).ends_with("413"));
  EXPECT_TRUE(presenter.remote({"status"}).output.starts_with("1 of 4"));
}

}  // namespace
}  // namespace lectern
