// What testssl.sh says of the presenter's TLS: nothing above "low", but for what follows from a certificate
// that no authority of the public vouches for.
#include <gtest/gtest.h>

#include <boost/json.hpp>
#include <fstream>
#include <iterator>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "tests/support/folder.h"
#include "tests/support/presenter.h"

namespace lectern {
namespace {

namespace json = boost::json;

/// What it may say all the same, by the name of the finding, and why.
using Excused = std::map<std::string, std::string>;

const Excused of_any_certificate_of_ours = {
    {"cert_revocation",
     "nobody publishes what a display machine withdraws; docs/security.md says what to do"},
    {"engine_problem", "of this machine's openssl, not of the presenter"},
};
const Excused of_a_self_made_certificate = {
    {"cert_chain_of_trust", "remotes trust it by its fingerprint"},
    {"cert_validityPeriod", "a new one would have a new fingerprint, of which every remote had to be told"},
};

class Testssl : public testing::Test {
 protected:
  void SetUp() override {
    if (test::run({"sh", "-c", "command -v testssl"}).exit_code != 0) GTEST_SKIP() << "no testssl.sh";
  }

  /// Of a presenter with the certificate that is in `state` by now.
  void expect_nothing_above_low(std::vector<std::string> options, Excused excused) {
    const test::Presenter presenter(folder.write("slides.md", test::plain_deck(4)),
                                    {"--headless", "--size", "320x180"},
                                    {"XDG_STATE_HOME=" + state.path().string()});
    const std::string findings = (folder.path() / "findings.json").string();
    options.insert(options.begin(), {"testssl", "--quiet", "--color", "0", "--warnings", "batch", "--nodns",
                                     "none", "--jsonfile", findings});
    options.push_back("127.0.0.1:" + std::to_string(presenter.port()));
    const test::Finished finished = test::run(options);
    std::ifstream file(findings);
    const json::value all = json::parse(std::string(std::istreambuf_iterator<char>(file), {}));
    const std::set<std::string> harmless = {"OK", "INFO", "LOW"};
    std::map<std::string, int> counts;
    excused.insert(of_any_certificate_of_ours.begin(), of_any_certificate_of_ours.end());
    for (const json::value& finding : all.as_array()) {
      const auto text = [&](const char* key) { return std::string(finding.at(key).as_string()); };
      ++counts[text("severity")];
      EXPECT_TRUE(harmless.contains(text("severity")) || excused.contains(text("id")))
          << text("id") << ": " << text("severity") << ", " << text("finding");
    }
    for (const auto& [severity, count] : counts) std::printf("%s: %d  ", severity.c_str(), count);
    std::printf("\n");
    EXPECT_GT(counts["OK"], 5) << finished.output << finished.errors;
  }

  test::Folder folder;
  test::Folder state;
};

TEST_F(Testssl, FindsNothingAboveLowBehindALocalAuthority) {
  const std::string kept = "XDG_STATE_HOME=" + state.path().string();
  ASSERT_EQ(test::run({test::presenter_program, "certificate"}, {kept}).exit_code, 0);
  const auto authority = state.path() / "lectern" / "lectern-authority.crt";
  expect_nothing_above_low({"--add-ca", authority.string()}, {});
}

TEST_F(Testssl, FindsNothingAboveLowInASelfMadeCertificate) {
  expect_nothing_above_low({"--server-defaults"}, of_a_self_made_certificate);
}

}  // namespace
}  // namespace lectern
