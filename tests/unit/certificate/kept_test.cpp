#include "presenter/certificate/kept.h"

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>

#include "tests/support/folder.h"

namespace lectern::certificate {
namespace {

namespace fs = std::filesystem;
using std::chrono::days;

const Time first_start = std::chrono::sys_days(std::chrono::year(2026) / 11 / 23);
const Machine our_machine{"podium", {"podium", "localhost"}, {"127.0.0.1"}};

bool only_we_can_read(const fs::path& file) {
  return fs::status(file).permissions() == (fs::perms::owner_read | fs::perms::owner_write);
}

class KeptIdentity : public testing::Test {
 protected:
  std::string at(Time time) { return kept_identity(state, our_machine, time).identity.certificates; }

  test::Folder folder;
  const fs::path state = folder.path() / "not" / "there yet";
};

TEST_F(KeptIdentity, IsMadeOnceAndReadByUsAlone) {
  const std::string made = at(first_start);
  EXPECT_TRUE(only_we_can_read(identity_file(state)));
  EXPECT_EQ(at(first_start + days(1000)), made);
}

TEST_F(KeptIdentity, IsRenewedBeforeItEnds) {
  const std::string made = at(first_start);
  EXPECT_EQ(at(first_start + days(3650 - 32)), made);
  const std::string renewed = at(first_start + days(3650 - 31));
  EXPECT_NE(renewed, made);
  EXPECT_EQ(at(first_start + days(3650)), renewed);
}

TEST_F(KeptIdentity, IsNoLongerOpenToOthersWhoeverOpenedIt) {
  const std::string made = at(first_start);
  fs::permissions(identity_file(state), fs::perms::all);
  EXPECT_EQ(at(first_start), made);
  EXPECT_TRUE(only_we_can_read(identity_file(state)));
}

TEST_F(KeptIdentity, IsMadeAnewWhereTheFileIsBroken) {
  at(first_start);
  folder.write("not/there yet/certificate.pem", "garbage");
  const std::string made = at(first_start);
  EXPECT_NE(made, "garbage");
  EXPECT_EQ(at(first_start), made);
}

TEST_F(KeptIdentity, IsThereForThisTimeWhereNothingCanBeKept) {
  folder.write("a file", "");
  const Kept kept = kept_identity(folder.path() / "a file", our_machine, first_start);
  EXPECT_TRUE(kept.not_kept);
  EXPECT_FALSE(kept.identity.certificates.empty());
  EXPECT_TRUE(kept_identity("", our_machine, first_start).not_kept);
}

TEST_F(KeptIdentity, IsFromTheAuthorityOnceThereIsOne) {
  at(first_start);
  const auto issued = issue_in(state, our_machine, first_start);
  ASSERT_TRUE(issued);
  EXPECT_EQ(at(first_start + days(700)), issued->certificates);
  EXPECT_TRUE(only_we_can_read(identity_file(state)));
  EXPECT_TRUE(only_we_can_read(authority_file(state)));
  std::ifstream given_away(authority_certificate_file(state));
  const std::string text{std::istreambuf_iterator<char>(given_away), {}};
  EXPECT_TRUE(text.starts_with("-----BEGIN CERTIFICATE"));
  EXPECT_EQ(text.find("PRIVATE KEY"), std::string::npos);
}

TEST_F(KeptIdentity, IsRenewedByTheSameAuthority) {
  ASSERT_TRUE(issue_in(state, our_machine, first_start));
  const auto authority = fs::file_size(authority_file(state));
  const std::string renewed = at(first_start + days(810));
  EXPECT_EQ(read_identity({}, renewed)->ends, first_start + days(810 + 824));
  EXPECT_EQ(fs::file_size(authority_file(state)), authority);
}

}  // namespace
}  // namespace lectern::certificate
