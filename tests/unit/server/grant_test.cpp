#include "presenter/server/grant.h"

#include <gtest/gtest.h>

namespace lectern::server {
namespace {

using session::Role;

const std::string token(64, 'a');

const Peer here{"127.0.0.1", true};

Role granted(Role asked, const std::string& said, const std::string& secret = token,
             const Peer& peer = here) {
  return grant({1, 1, "lisa", "", asked, said}, peer, secret);
}

TEST(Grant, WhoProvesNothingFollowsWhateverTheyAskFor) {
  for (std::size_t role = 0; role < session::role_count; ++role)
    EXPECT_EQ(granted(static_cast<Role>(role), ""), Role::follower);
}

TEST(Grant, WhoHasTheTokenIsWhatTheyAskFor) {
  for (std::size_t role = 0; role < session::role_count; ++role)
    EXPECT_EQ(granted(static_cast<Role>(role), token), static_cast<Role>(role));
}

TEST(Grant, FromAnotherMachineTheTokenIsWorthNothing) {
  const Peer elsewhere{"192.168.1.20", false, true};
  EXPECT_EQ(granted(Role::operator_, token, token, elsewhere), Role::follower);
  EXPECT_FALSE(is_operator(token, elsewhere, token));
}

TEST(Grant, AWrongTokenIsNone) {
  std::string almost = token;
  almost.back() = 'b';
  for (const std::string& wrong : {almost, token.substr(1), token + "a", std::string("a")})
    EXPECT_EQ(granted(Role::operator_, wrong), Role::follower) << wrong;
}

TEST(Grant, ADeviceIsWhatTheOperatorSaidOrLess) {
  const Peer by_tls{"192.168.1.20", false, true};
  const Peer by_http{"192.168.1.20", false, false};
  const auto granted_as = [](Role asked, Role accepted, const Peer& peer) {
    return grant({1, 1, "lisa", "", asked}, peer, pairing::Device{3, "Lisa’s laptop", accepted});
  };
  EXPECT_EQ(granted_as(Role::operator_, Role::notes, by_tls), Role::notes);
  EXPECT_EQ(granted_as(Role::follower, Role::notes, by_tls), Role::follower);
  EXPECT_EQ(granted_as(Role::operator_, Role::operator_, by_tls), Role::operator_);
  EXPECT_EQ(granted_as(Role::operator_, Role::operator_, by_http), Role::controller)
      << "nobody is the operator over plain HTTP";
}

TEST(Grant, WhereThereIsNoTokenNobodyHasIt) {
  EXPECT_EQ(granted(Role::operator_, "", ""), Role::follower);
  EXPECT_EQ(granted(Role::operator_, token, ""), Role::follower);
}

}  // namespace
}  // namespace lectern::server
