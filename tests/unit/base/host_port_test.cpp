#include "common/base/host_port.h"

#include <gtest/gtest.h>

namespace lectern {
namespace {

TEST(AHostAndPort, AreReadInAllWaysThatPeopleWriteThem) {
  const auto read = [](std::string_view text) {
    const auto found = parse_host_port(text);
    return found ? found->host + "|" + (found->port ? std::to_string(*found->port) : "") : "nothing";
  };
  EXPECT_EQ(read("podium"), "podium|");
  EXPECT_EQ(read("podium:7071"), "podium|7071");
  EXPECT_EQ(read("192.168.1.20:7071"), "192.168.1.20|7071");
  EXPECT_EQ(read("fd00::2"), "fd00::2|");
  EXPECT_EQ(read("[fd00::2]"), "fd00::2|");
  EXPECT_EQ(read("[fd00::2]:7071"), "fd00::2|7071");
  for (const char* wrong :
       {"", ":7070", "podium:", "podium:0", "podium:65536", "podium:x", "[fd00::2", "[]:7070"})
    EXPECT_EQ(read(wrong), "nothing") << wrong;
}

TEST(AHostAndPort, AreWrittenAsInAUrl) {
  EXPECT_EQ(host_port_text("podium", 7070), "podium:7070");
  EXPECT_EQ(host_port_text("fd00::2", 7070), "[fd00::2]:7070");
}

}  // namespace
}  // namespace lectern
