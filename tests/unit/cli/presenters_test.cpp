#include "remote/cli/presenters.h"

#include <gtest/gtest.h>

namespace lectern::cli {
namespace {

using discovery::Found;

const std::vector<Found> two_presenters = {{"Council chamber", "room.local", "10.0.0.5", 7070, {{"v", "1"}}},
                                           {"Library\n", "library.local", "fe80::1%eth0", 80, {}}};

TEST(Presenters, AreALineEachWithTheAddressToType) {
  EXPECT_EQ(to_text(two_presenters), "10.0.0.5:7070      Council chamber\n[fe80::1%eth0]:80  Library.");
}

TEST(Presenters, AreJsonForScripts) {
  EXPECT_EQ(
      to_json({two_presenters[0]}),
      R"({"presenters":[{"name":"Council chamber","host":"room.local","address":"10.0.0.5","port":7070,)"
      R"("txt":{"v":"1"}}]})");
  EXPECT_EQ(to_json({}), R"({"presenters":[]})");
}

}  // namespace
}  // namespace lectern::cli
