#include "presenter/pairing/devices_file.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>
#include <sys/stat.h>

#include "common/trust/primitives.h"
#include "presenter/pairing/desk.h"
#include "tests/support/folder.h"

namespace lectern::pairing {
namespace {

Device device(DeviceNumber number, bool is_pinned, std::int64_t paired_s = 1000) {
  return {number,   "Lisa’s “laptop”\n",      session::Role::controller, is_pinned,
          paired_s, trust::random_bytes<32>()};
}

TEST(DevicesFile, GivesBackWhatWasWritten) {
  const test::Folder folder;
  const Kept kept{"/decks/parks.md\n", {device(1, true), device(7, false)}, 9};
  ASSERT_TRUE(write_devices(folder.path() / "state" / "devices", kept));
  EXPECT_EQ(*read_devices(folder.path() / "state" / "devices", 1001), kept);
}

TEST(DevicesFile, IsTheUsersAlone) {
  const test::Folder folder;
  const auto path = folder.path() / "state" / "devices";
  const mode_t before = umask(0);
  ASSERT_TRUE(write_devices(path, {"", {device(1, true)}, 1}));
  ASSERT_TRUE(write_devices(path, {"", {device(2, true)}, 2}));
  umask(before);
  struct stat file = {}, parent = {};
  stat(path.c_str(), &file);
  stat(path.parent_path().c_str(), &parent);
  EXPECT_EQ(file.st_mode & 0777u, 0600u);
  EXPECT_EQ(parent.st_mode & 0777u, 0700u);
}

TEST(DevicesFile, ThatIsNotThereHoldsNone) {
  EXPECT_EQ(*read_devices("/nowhere/devices", 0), Kept());
}

TEST(DevicesFile, OfADeviceThatIsNotPinnedHoldsItForTwelveHours) {
  const std::string text = to_text({"", {device(1, false), device(2, true)}, 2});
  EXPECT_EQ(kept_of(text, 1000 + session_at_most_s).devices.size(), 2u);
  const auto later = kept_of(text, 1001 + session_at_most_s).devices;
  ASSERT_EQ(later.size(), 1u);
  EXPECT_EQ(later[0].number, 2u);
}

TEST(DevicesFile, LeavesOutWhatIsNoDevice) {
  EXPECT_TRUE(kept_of("", 0).devices.empty());
  EXPECT_TRUE(kept_of("[]", 0).devices.empty());
  EXPECT_TRUE(
      kept_of(R"({"devices":[{"number":-1},{"number":1,"role":"king"},5,{"key":3}]})", 0).devices.empty());
}

RC_GTEST_PROP(DevicesFile, OfAnyBytesIsReadWithoutHarm,
              (const std::string& bytes, std::size_t at, char other)) {
  kept_of(bytes, 0);
  std::string text = to_text({"", {device(1, true), device(2, true)}, 2});
  text[at % text.size()] = other;
  RC_ASSERT(kept_of(text, 0).devices.size() <= 2);
}

}  // namespace
}  // namespace lectern::pairing
