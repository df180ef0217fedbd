#include "presenter/server/grant.h"

#include <gtest/gtest.h>

namespace lectern::server {
namespace {

using session::Role;

const std::string token(64, 'a');

Role granted(Role asked, const std::string& said, const std::string& secret = token) {
  return grant({1, 1, "lisa", "", asked, said}, secret);
}

TEST(Grant, WhoProvesNothingFollowsWhateverTheyAskFor) {
  for (std::size_t role = 0; role < session::role_count; ++role)
    EXPECT_EQ(granted(static_cast<Role>(role), ""), Role::follower);
}

TEST(Grant, WhoHasTheTokenIsWhatTheyAskFor) {
  for (std::size_t role = 0; role < session::role_count; ++role)
    EXPECT_EQ(granted(static_cast<Role>(role), token), static_cast<Role>(role));
}

TEST(Grant, AWrongTokenIsNone) {
  std::string almost = token;
  almost.back() = 'b';
  for (const std::string& wrong : {almost, token.substr(1), token + "a", std::string("a")})
    EXPECT_EQ(granted(Role::operator_, wrong), Role::follower) << wrong;
}

TEST(Grant, WhereThereIsNoTokenNobodyHasIt) {
  EXPECT_EQ(granted(Role::operator_, "", ""), Role::follower);
  EXPECT_EQ(granted(Role::operator_, token, ""), Role::follower);
}

}  // namespace
}  // namespace lectern::server
